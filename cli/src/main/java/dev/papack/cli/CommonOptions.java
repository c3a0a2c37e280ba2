package dev.papack.cli;

import dev.papack.cli.report.ReportFormat;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Options and arguments of several commands. */
final class CommonOptions {
  static final String DIRECTORY = "--directory";
  static final String FORMAT = "--format";
  static final String REPORT = "--report";
  static final String QUIET = "--quiet";
  static final String HELP = "--help";
  static final String REQUIRE_SANDBOX = "--require-sandbox";
  static final String SANDBOX = "--sandbox";
  static final String STRICT = "strict";
  static final String FROZEN = "--frozen";
  static final String VERSION = "--version";
  static final String THREADS = "--threads";
  static final String MEMORY = "--memory";
  static final String WAIT = "--wait";
  static final String DRY_RUN = "--dry-run";
  static final String VERBOSE = "--verbose";
  static final String OUTPUT = "--output";

  /** A day. */
  static final int MAX_WAIT_SECONDS = 86_400;

  private CommonOptions() {}

  /** The options of {@code papack} itself and of every group. */
  static void addTo(CommandSpec spec) {
    addTo(spec, OutputFormat.USUAL);
  }

  /** The options of a command that supports these formats. */
  static void addTo(CommandSpec spec, List<OutputFormat> formats) {
    spec.addOption(
        text("-C", DIRECTORY)
            .paramLabel("DIR")
            .description("Run as if started in this folder.")
            .build());
    spec.addOption(
        choice(FORMAT, formats.stream().map(OutputFormat::word).toList())
            .description(
                formats.stream()
                    .map(OutputFormat::meaning)
                    .collect(Collectors.joining(", ", "Print ", ".")))
            .build());
    spec.addOption(
        OptionSpec.builder(REPORT)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("FORMAT=FILE")
            .description(
                "Also write a report: "
                    + String.join(", ", ReportFormat.words())
                    + " (html and json: build, check, inspect and diff only). Can be repeated; \"-\" is"
                    + " standard output.")
            .build());
    spec.addOption(
        flag(REQUIRE_SANDBOX).description("Fail if the kernel cannot sandbox papack.").build());
    spec.addOption(
        choice(SANDBOX, List.of(STRICT))
            .description(
                "Fail if the kernel cannot sandbox papack or block writing outside the workspace, and"
                    + " if an output would be among sources.")
            .build());
    spec.addOption(flag("-v", VERBOSE).description("Print more details.").build());
    spec.addOption(flag("-q", QUIET).description("Print no progress.").build());
    spec.addOption(flag("-h", HELP).usageHelp(true).description("Print this help.").build());
  }

  /** Where the workspace publishes. */
  static OptionSpec output() {
    return text(OUTPUT)
        .paramLabel("DIR")
        .description(
            "The folder of assets.pa, build/ and .papack/, if it is not that of the workspace.")
        .build();
  }

  /** An option without a value. */
  static OptionSpec.Builder flag(String... names) {
    return OptionSpec.builder(names).type(boolean.class).arity("0");
  }

  /** An option that takes any text. */
  static OptionSpec.Builder text(String... names) {
    return OptionSpec.builder(names).type(String.class).arity("1");
  }

  /** An option that takes a whole number. */
  static OptionSpec.Builder number(String name) {
    return OptionSpec.builder(name).type(Integer.class).arity("1");
  }

  /** An option that takes one of a few words. */
  static OptionSpec.Builder choice(String name, List<String> words) {
    return text(name).paramLabel(String.join("|", words)).completionCandidates(words);
  }

  /** The number of threads. */
  static OptionSpec threads() {
    return number(THREADS)
        .paramLabel("N")
        .description("Use N threads. [default: number of processors]")
        .build();
  }

  /** How much memory conversions may need together. */
  static OptionSpec memory() {
    return text(MEMORY)
        .paramLabel("SIZE")
        .description(
            "Convert assets at the same time while they need up to SIZE of memory together, such as"
                + " 64m or 1g. [default: half of what Java has without 64m, at most 512m]")
        .build();
  }

  /** How long to wait if another papack is writing in the workspace. */
  static OptionSpec waiting() {
    return number(WAIT)
        .paramLabel("SECONDS")
        .description("Wait up to SECONDS for another papack to finish.")
        .build();
  }

  /** Whether authored documents are written. */
  static OptionSpec dryRun() {
    return flag(DRY_RUN).description("Show what would change and write nothing.").build();
  }

  /** Whether drift of authored documents is an error. */
  static OptionSpec frozen() {
    return flag(FROZEN)
        .description(
            "Fail on documents of an older schema version, moved roots and renamed assets, instead"
                + " of warning.")
        .build();
  }

  /** An optional workspace. */
  static PositionalParamSpec workspace() {
    return optional("WORKSPACE", "Any folder of the workspace. [default: current folder]");
  }

  /** An optional first argument. */
  static PositionalParamSpec optional(String label, String description) {
    return optional(0, label, description);
  }

  /** An optional argument, by its position from 0. */
  static PositionalParamSpec optional(int position, String label, String description) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(position))
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** A required argument, by its position from 0. */
  static PositionalParamSpec required(int position, String label, String description) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(position))
        .arity("1")
        .required(true)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** All arguments; at least one. */
  static PositionalParamSpec several(String label, String description) {
    return all(label, description).arity("1..*").required(true).build();
  }

  /** The same, with words that can be completed. */
  static PositionalParamSpec severalOf(String label, String description, List<String> words) {
    return all(label, description).arity("1..*").required(true).completionCandidates(words).build();
  }

  /** All arguments; there may be none. */
  static PositionalParamSpec any(String label, String description) {
    return all(label, description).arity("0..*").build();
  }

  private static PositionalParamSpec.Builder all(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description);
  }
}
