package dev.papack.upkeep;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.outside.InputFile;
import dev.papack.registry.Claims;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.RegistryComparison;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.RegistryInput;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Holds the registry of a workspace against an older one. */
public final class Comparing {
  private final Disk disk;
  private final DeclaredWorkspace workspace;

  public Comparing(Disk disk, DeclaredWorkspace workspace) {
    this.disk = disk;
    this.workspace = workspace;
  }

  public Outcome<ComparedRegistry> compare(RegistryInput older) throws IOException {
    return InputFile.read(disk, older).flatMap(Comparing::read).flatMap(this::compare);
  }

  private static Outcome<LocatedRegistry> read(Snapshot snapshot) {
    return switch (IndexDocument.read(snapshot)) {
      case Outcome.Accepted<LocatedRegistry> accepted -> accepted;
      case Outcome.Refused<LocatedRegistry>(List<Diagnostic> faults) ->
          new Outcome.Refused<>(faults.stream().map(Comparing::withRemedy).toList());
    };
  }

  /** What git prints of a file that a commit does not have. */
  private static Diagnostic withRemedy(Diagnostic fault) {
    return fault.code() == DiagnosticCode.JSON_EMPTY
        ? fault.withFixes(
            List.of(
                Fix.advice(
                    "choose a commit that contains the registry; for others, git show prints"
                        + " nothing")))
        : fault;
  }

  private Outcome<ComparedRegistry> compare(LocatedRegistry before) {
    LocatedRegistry now = workspace.registry();
    RegistryComparison comparison =
        RegistryComparison.of(before, now, new Claims(workspace.scan().declarations().values()));
    List<ComparedRegistry.Move> moved =
        comparison.moved().entrySet().stream()
            .map(move ->
                new ComparedRegistry.Move(
                    move.getKey(),
                    move.getValue(),
                    Objects.requireNonNull(now.registry().assets().get(move.getKey()))))
            .toList();
    return Outcome.of(new ComparedRegistry(comparison.added(), moved, comparison.retired()))
        .and(comparison.faults())
        // Both registries were read through their steps; what is pending here is said as
        // everywhere.
        .and(workspace.pendingWarning().stream().toList());
  }
}
