package dev.papack.cli;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Stage;
import java.util.Collection;
import java.util.Comparator;

/** What the process says to the one that started it. */
enum ExitStatus {
  /** What was asked is done. */
  DONE(0, 0, "done"),
  /** An author's mistake. */
  AT_FAULT(1, 1, "the workspace, a pack or a file in them is at fault"),
  /** A version outside the window, or a migration that pends where it may not. */
  VERSION(3, 2, "a version is unsupported, or a migration is pending"),
  /** The machine's trouble. */
  ENVIRONMENT(4, 3, "the environment failed: files, space, permissions, lock"),
  /** A misused command line. */
  USAGE(2, 4, "the command line is wrong"),
  /** A defect of this program. */
  DEFECT(70, 5, "a defect of papack"),
  /** Called off. */
  INTERRUPTED(130, 6, "interrupted");

  private final int code;
  private final int weight;
  private final String meaning;

  ExitStatus(int code, int weight, String meaning) {
    this.code = code;
    this.weight = weight;
    this.meaning = meaning;
  }

  /** The number of the process's status. */
  int code() {
    return code;
  }

  /** What help says of it. */
  String meaning() {
    return meaning;
  }

  /** The status of a command that found this: of several errors the weightiest decides. */
  static ExitStatus of(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(error -> of(error.code().stage()))
        .max(Comparator.comparingInt(status -> status.weight))
        .orElse(DONE);
  }

  /** This status, or another that weighs more. */
  ExitStatus or(ExitStatus other) {
    return other.weight > weight ? other : this;
  }

  /** The status of an error, by the stage of trust that refused. */
  static ExitStatus of(Stage stage) {
    return switch (stage) {
      case PARSE, STRUCTURE, MEANING, MEDIA, PUBLICATION, PACK -> AT_FAULT;
      case VERSION, MIGRATION -> VERSION;
      case ENVIRONMENT -> ENVIRONMENT;
    };
  }
}
