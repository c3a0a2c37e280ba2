package dev.papack.cli;

import dev.papack.cli.report.Report;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Stage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The exit status of the process. */
enum ExitStatus {
  /** The command did what it was told. */
  DONE(0, 0, "success"),
  /** An error that an author can fix. */
  AT_FAULT(1, 1, "errors were found in the workspace or a pack"),
  /** A version outside the window, or a pending migration that is not tolerated. */
  VERSION(3, 2, "a version is not supported, or a migration is pending"),
  /** The machine's trouble. */
  ENVIRONMENT(4, 3, "the environment failed: files, disk space, permissions, lock"),
  /** An invalid command line. */
  USAGE(2, 4, "the command line is invalid"),
  /** A bug in this program. */
  DEFECT(70, 5, "a bug in papack"),
  /** The user cancelled. */
  INTERRUPTED(130, 6, "interrupted");

  /** Those of a command that works on a workspace or a pack, and can last. */
  static final List<ExitStatus> OF_WORK = List.of(AT_FAULT, VERSION, ENVIRONMENT, INTERRUPTED);

  private final int code;
  private final int weight;
  private final String meaning;

  ExitStatus(int code, int weight, String meaning) {
    this.code = code;
    this.weight = weight;
    this.meaning = meaning;
  }

  /** The number. */
  int code() {
    return code;
  }

  /** Its meaning, for help. */
  String meaning() {
    return meaning;
  }

  /**
   * How a report says that a command ended so.
   *
   * @param failure why, if no diagnostic says it
   */
  Report.Ending ending(Optional<String> failure) {
    return new Report.Ending(code, meaning, failure);
  }

  /** The status of a command with these diagnostics: the weightiest error decides. */
  static ExitStatus of(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(error -> of(error.code().stage()))
        .max(Comparator.comparingInt(status -> status.weight))
        .orElse(DONE);
  }

  /** The weightier of this status and another. */
  ExitStatus or(ExitStatus other) {
    return other.weight > weight ? other : this;
  }

  /** The status of an error, by its stage. */
  static ExitStatus of(Stage stage) {
    return switch (stage) {
      case PARSE, STRUCTURE, MEANING, MEDIA, PUBLICATION, PACK -> AT_FAULT;
      case VERSION, MIGRATION -> VERSION;
      case ENVIRONMENT -> ENVIRONMENT;
    };
  }
}
