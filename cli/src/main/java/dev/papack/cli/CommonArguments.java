package dev.papack.cli;

import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What was said of a command line as a whole, before the command or behind it.
 *
 * @param folder what relative paths are relative to, empty for the current folder
 * @param verbosity whether progress is shown
 */
record CommonArguments(String folder, Verbosity verbosity) {
  /** Whether progress is shown. */
  enum Verbosity {
    NORMAL,
    QUIET
  }

  /** Reads the options at both places; what stands behind the command counts. */
  static CommonArguments of(ParseResult parsed) throws UsageException {
    Optional<String> format = text(parsed, CommonOptions.FORMAT);
    if (format.isPresent() && OutputFormat.find(format.get()).isEmpty()) {
      throw new UsageException(
          CommonOptions.FORMAT
              + " takes "
              + String.join(" or ", OutputFormat.NAMES)
              + ", not \""
              + format.get()
              + "\"");
    }
    boolean isQuiet =
        parsed.hasMatchedOption(CommonOptions.QUIET)
            || parsed.subcommand().hasMatchedOption(CommonOptions.QUIET);
    return new CommonArguments(
        text(parsed, CommonOptions.DIRECTORY).orElse(""),
        isQuiet ? Verbosity.QUIET : Verbosity.NORMAL);
  }

  private static Optional<String> text(ParseResult parsed, String option) {
    String outer = parsed.matchedOptionValue(option, null);
    return Optional.ofNullable(parsed.subcommand().matchedOptionValue(option, outer));
  }
}
