package dev.papack.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/**
 * The options that every command has, given before or after the command.
 *
 * @param folder the base of relative paths; empty for the current folder
 * @param verbosity how much is printed
 * @param confinement whether papack runs if the kernel cannot sandbox it
 * @param reports what is written beside the output
 */
record CommonArguments(
    String folder, Verbosity verbosity, Demand confinement, List<ReportTarget> reports) {
  /** Copies the list. */
  CommonArguments {
    reports = List.copyOf(reports);
  }

  /** How much is printed. */
  enum Verbosity {
    /** No progress. */
    QUIET,
    NORMAL,
    /** Details, too. */
    VERBOSE
  }

  /** Whether papack runs if the kernel cannot sandbox it. */
  enum Demand {
    /** It runs, with a note. */
    OPTIONAL,
    /** It fails. */
    REQUIRED,
    /** It fails, even if only writes cannot be confined. */
    STRICT
  }

  /**
   * Reads the options wherever they are; the last one wins.
   *
   * @param formats those that the command supports
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
        text(words, CommonOptions.DIRECTORY).orElse(""),
        verbosity(words),
        demand(words),
        reports(words, format));
  }

  private static List<ReportTarget> reports(List<ParseResult> words, Optional<String> format)
      throws UsageException {
    List<ReportTarget> reports =
        ReportTarget.parse(
            words.stream()
                .flatMap(word ->
                    word.<List<String>>matchedOptionValue(CommonOptions.REPORT, List.of()).stream())
                .toList());
    if (format.equals(Optional.of(OutputFormat.JSON.word()))
        && reports.stream().anyMatch(ReportTarget::isStandardOutput)) {
      throw new UsageException(
          "standard output cannot have a report beside " + CommonOptions.FORMAT + " json");
    }
    return reports;
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
    return has(words, CommonOptions.REQUIRE_SANDBOX) ? Demand.REQUIRED : Demand.OPTIONAL;
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
