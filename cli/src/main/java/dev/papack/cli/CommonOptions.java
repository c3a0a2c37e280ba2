package dev.papack.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What many commands take. */
final class CommonOptions {
  static final String DIRECTORY = "--directory";
  static final String FORMAT = "--format";
  static final String QUIET = "--quiet";
  static final String HELP = "--help";
  static final String REQUIRE_SANDBOX = "--require-sandbox";
  static final String SANDBOX = "--sandbox";
  static final String STRICT = "strict";
  static final String FROZEN = "--frozen";
  static final String VERSION = "--version";
  static final String THREADS = "--threads";
  static final String WAIT = "--wait";
  static final String DRY_RUN = "--dry-run";
  static final String VERBOSE = "--verbose";

  /** A day. */
  static final int MAX_WAIT_SECONDS = 86_400;

  private CommonOptions() {}

  /** The options of {@code papack} itself and of every group. */
  static void addTo(CommandSpec spec) {
    addTo(spec, OutputFormat.USUAL);
  }

  /** The options of a command that knows these formats. */
  static void addTo(CommandSpec spec, List<OutputFormat> formats) {
    spec.addOption(
        text("-C", DIRECTORY)
            .paramLabel("DIR")
            .description("Work as if started in this folder.")
            .build());
    spec.addOption(
        choice(FORMAT, formats.stream().map(OutputFormat::word).toList())
            .description(
                formats.stream()
                    .map(OutputFormat::meaning)
                    .collect(Collectors.joining(", or ", "", ".")))
            .build());
    spec.addOption(
        flag(REQUIRE_SANDBOX)
            .description("Do nothing where the kernel cannot confine papack.")
            .build());
    spec.addOption(
        choice(SANDBOX, List.of(STRICT))
            .description(
                "Let the kernel refuse to write outside of the workspace and to open a source for"
                    + " writing, too; do nothing where it cannot.")
            .build());
    spec.addOption(flag("-v", VERBOSE).description("Print more details.").build());
    spec.addOption(flag("-q", QUIET).description("Print no progress.").build());
    spec.addOption(
        flag("-h", HELP).usageHelp(true).description("Print this help and do nothing.").build());
  }

  /** An option without value. */
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
        .description("Use this many threads; no output depends on it.")
        .build();
  }

  /** How long to wait for the workspace, where another papack is writing in it. */
  static OptionSpec waiting() {
    return number(WAIT)
        .paramLabel("SECONDS")
        .description("Wait so long at most while another papack is writing in the workspace.")
        .build();
  }

  /** Whether authored documents are written. */
  static OptionSpec dryRun() {
    return flag(DRY_RUN).description("Show what would change and write nothing.").build();
  }

  /** Whether authored documents may lag behind. */
  static OptionSpec frozen() {
    return flag(FROZEN)
        .description("Refuse a pending migration and a moved root, instead of warning.")
        .build();
  }

  /** An optional workspace. */
  static PositionalParamSpec workspace() {
    return optional("WORKSPACE", "A folder of the workspace; without it, the current folder.");
  }

  /** A first argument that can be left out. */
  static PositionalParamSpec optional(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** An argument that cannot be left out, by its position from 0. */
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

  /** All arguments, at least one. */
  static PositionalParamSpec several(String label, String description) {
    return all(label, description).arity("1..*").required(true).build();
  }

  /** All arguments, if there are any. */
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
