package dev.papack.cli.report;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a command found and how it ended. The same findings in the same repository give the same
 * report on every machine: it knows neither clock nor host.
 *
 * @param version of papack
 * @param command the words after {@code papack}
 * @param ending how it ended
 * @param findings errors first, then warnings, then notes; at most {@value #MAX_FINDINGS}
 * @param all how many there are, with those that were left out
 */
public record Report(
    String version, String command, Ending ending, List<Finding> findings, Counts all) {
  /** What GitHub shows of one upload; the rest is counted. */
  static final int MAX_FINDINGS = 5_000;

  /** Copies the list. */
  public Report {
    findings = List.copyOf(findings);
  }

  /**
   * How a command ended.
   *
   * @param exitStatus of the process
   * @param meaning of the exit status
   * @param failure why it could not do what it was told, if no diagnostic says so
   */
  public record Ending(int exitStatus, String meaning, Optional<String> failure) {
    /** Whether it ran to its end, whatever it found. */
    boolean isWhole() {
      return exitStatus == 0 || exitStatus == 1 || exitStatus == 3;
    }

    /**
     * How it ended, in words.
     *
     * @return such as {@code done}
     */
    public String words() {
      return failure.orElse(meaning);
    }

    /** The sentence for people. */
    String sentence() {
      return "exit status " + exitStatus + ": " + words();
    }
  }

  /**
   * How many findings there are.
   *
   * @param errors at least 0
   * @param warnings at least 0
   * @param notes at least 0
   */
  public record Counts(long errors, long warnings, long notes) {
    static Counts of(List<Diagnostic> diagnostics) {
      return new Counts(
          count(diagnostics, Severity.ERROR),
          count(diagnostics, Severity.WARNING),
          count(diagnostics, Severity.NOTE));
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
      return diagnostics.stream().filter(one -> one.severity() == severity).count();
    }

    long of(Severity severity) {
      return switch (severity) {
        case ERROR -> errors;
        case WARNING -> warnings;
        case NOTE -> notes;
      };
    }

    long sum() {
      return errors + warnings + notes;
    }
  }

  /** How many of a severity are listed. */
  long listed(Severity severity) {
    return findings.stream().filter(one -> one.severity() == severity).count();
  }

  /**
   * How many are only counted.
   *
   * @return at least 0
   */
  public long unlisted() {
    return all.sum() - findings.size();
  }

  /** Such as {@code 2 errors, 1 warning}; {@code no findings} if there are none. */
  String summary() {
    return CountText.of(all::of).orElse("no findings");
  }
}
