package dev.papack.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * What was said of a command line as a whole, before the command or behind it.
 *
 * @param folder what relative paths are relative to, empty for the current folder
 * @param verbosity how much is printed
 * @param confinement what is made of a kernel that cannot confine
 */
record CommonArguments(String folder, Verbosity verbosity, Demand confinement) {
  /** How much is printed. */
  enum Verbosity {
    /** No progress. */
    QUIET,
    NORMAL,
    /** Details, too. */
    VERBOSE
  }

  /** What is made of a kernel that cannot confine. */
  enum Demand {
    /** It is remarked. */
    WISHED,
    /** It is an error. */
    REQUIRED,
    /** It is an error, also where it can confine all but what is written. */
    STRICT
  }

  /**
   * Reads the options wherever they stand; what stands furthest behind counts.
   *
   * @param formats those that the command knows
   */
  static CommonArguments of(List<ParseResult> words, List<OutputFormat> formats)
      throws UsageException {
    Optional<String> format = text(words, CommonOptions.FORMAT);
    List<String> known = formats.stream().map(OutputFormat::word).toList();
    if (format.isPresent() && !known.contains(format.get())) {
      throw new UsageException(
          CommonOptions.FORMAT
              + " takes "
              + String.join(" or ", known)
              + ", not \""
              + format.get()
              + "\"");
    }
    return new CommonArguments(
        text(words, CommonOptions.DIRECTORY).orElse(""), verbosity(words), demand(words));
  }

  private static Verbosity verbosity(List<ParseResult> words) throws UsageException {
    boolean isQuiet = has(words, CommonOptions.QUIET);
    boolean isVerbose = has(words, CommonOptions.VERBOSE);
    if (isQuiet && isVerbose) {
      throw new UsageException(
          CommonOptions.QUIET + " and " + CommonOptions.VERBOSE + " cannot be used together");
    }
    return isQuiet ? Verbosity.QUIET : isVerbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }

  private static Demand demand(List<ParseResult> words) throws UsageException {
    Optional<String> sandbox = text(words, CommonOptions.SANDBOX);
    if (sandbox.isPresent() && !sandbox.get().equals(CommonOptions.STRICT)) {
      throw new UsageException(
          CommonOptions.SANDBOX
              + " takes "
              + CommonOptions.STRICT
              + ", not \""
              + sandbox.get()
              + "\"");
    }
    if (sandbox.isPresent()) {
      return Demand.STRICT;
    }
    return has(words, CommonOptions.REQUIRE_SANDBOX) ? Demand.REQUIRED : Demand.WISHED;
  }

  private static boolean has(List<ParseResult> words, String option) {
    return words.stream().anyMatch(word -> word.hasMatchedOption(option));
  }

  private static Optional<String> text(List<ParseResult> words, String option) {
    return words.stream()
        .flatMap(word -> Stream.ofNullable(word.<String>matchedOptionValue(option, null)))
        .reduce((outer, inner) -> inner);
  }
}
