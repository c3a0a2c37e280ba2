package dev.papack.cli;

import dev.papack.Session;
import dev.papack.cli.output.OpenWorkspace;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A command that ran to its end.
 *
 * @param diagnostics what it found, in order
 * @param result what it did; empty if it was refused
 * @param workspace the workspace that the diagnostics speak of, if one was opened
 * @param verbosity how much of them is printed where the command was refused
 * @param pack what a report shows besides
 */
record Completed(
    List<Diagnostic> diagnostics,
    Optional<CommandResult> result,
    Optional<OpenWorkspace> workspace,
    CommonArguments.Verbosity verbosity,
    ShownPack pack) {
  /** Copies the list. */
  Completed {
    diagnostics = List.copyOf(diagnostics);
  }

  /** A command outside a workspace. */
  Completed(List<Diagnostic> diagnostics, Optional<CommandResult> result) {
    this(
        diagnostics,
        result,
        Optional.empty(),
        CommonArguments.Verbosity.NORMAL,
        new ShownPack.None());
  }

  /** A command that cannot be refused. */
  static Completed of(CommandResult result) {
    return new Completed(List.of(), Optional.of(result));
  }

  /** A command that was refused. */
  static Completed refused(Diagnostic error) {
    return refused(List.of(error));
  }

  /** A command that was refused for several reasons. */
  static Completed refused(List<Diagnostic> errors) {
    return new Completed(errors, Optional.empty());
  }

  /** A command outside a workspace. */
  static <T> Completed of(Outcome<T> outcome, Function<T, CommandResult> result) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value, List<Diagnostic> diagnostics) ->
          new Completed(diagnostics, Optional.of(result.apply(value)));
      case Outcome.Refused<T>(List<Diagnostic> diagnostics) ->
          new Completed(diagnostics, Optional.empty());
    };
  }

  /** The same with a diagnostic before all others. */
  Completed after(Optional<Diagnostic> first) {
    return afterAll(first.stream().toList());
  }

  /** The same with diagnostics before all others. */
  Completed afterAll(List<Diagnostic> first) {
    List<Diagnostic> all = new ArrayList<>(first);
    all.addAll(diagnostics);
    return new Completed(all, result, workspace, verbosity, pack);
  }

  /** The same, to be printed so. */
  Completed with(CommonArguments.Verbosity wanted) {
    return new Completed(diagnostics, result, workspace, wanted, pack);
  }

  /** The same, in a workspace. */
  Completed in(Session session) {
    return new Completed(
        diagnostics,
        result,
        Optional.of(OpenWorkspace.of(session.workspace(), session.output())),
        verbosity,
        pack);
  }

  /** The same, with a pack that reports show. */
  Completed showing(ShownPack shown) {
    return new Completed(diagnostics, result, workspace, verbosity, shown);
  }

  ExitStatus status() {
    return ExitStatus.of(diagnostics).or(result.map(CommandResult::status).orElse(ExitStatus.DONE));
  }
}
