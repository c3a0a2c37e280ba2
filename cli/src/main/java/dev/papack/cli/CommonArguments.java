package dev.papack.cli;

import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What was said of a command line as a whole, before the command or behind it.
 *
 * @param folder what relative paths are relative to, empty for the current folder
 * @param verbosity whether progress is shown
 * @param confinement what is made of a kernel that cannot confine
 */
record CommonArguments(String folder, Verbosity verbosity, Demand confinement) {
  /** Whether progress is shown. */
  enum Verbosity {
    NORMAL,
    QUIET
  }

  /** What is made of a kernel that cannot confine. */
  enum Demand {
    /** It is remarked. */
    WISHED,
    /** It is an error. */
    REQUIRED
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
    return new CommonArguments(
        text(parsed, CommonOptions.DIRECTORY).orElse(""),
        has(parsed, CommonOptions.QUIET) ? Verbosity.QUIET : Verbosity.NORMAL,
        has(parsed, CommonOptions.REQUIRE_SANDBOX) ? Demand.REQUIRED : Demand.WISHED);
  }

  private static boolean has(ParseResult parsed, String option) {
    return parsed.hasMatchedOption(option) || parsed.subcommand().hasMatchedOption(option);
  }

  private static Optional<String> text(ParseResult parsed, String option) {
    String outer = parsed.matchedOptionValue(option, null);
    return Optional.ofNullable(parsed.subcommand().matchedOptionValue(option, outer));
  }
}
