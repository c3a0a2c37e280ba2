package dev.papack.upkeep;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.outside.InputFile;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.RegistryComparison;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.RegistryInput;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.util.List;

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
    Outcome<LocatedRegistry> read = IndexDocument.read(snapshot);
    // What git prints of a file that a commit does not have.
    return snapshot.sizeBytes() == 0
        ? new Outcome.Refused<>(read.diagnostics().stream().map(Comparing::withRemedy).toList())
        : read;
  }

  private static Diagnostic withRemedy(Diagnostic empty) {
    return empty.withFixes(
        List.of(
            Fix.advice(
                "choose a commit that contains the registry; for others, git show prints"
                    + " nothing")));
  }

  private Outcome<ComparedRegistry> compare(LocatedRegistry before) {
    LocatedRegistry now = workspace.registry();
    RegistryComparison comparison = RegistryComparison.of(before, now, workspace.claims());
    List<ComparedRegistry.Move> moved =
        comparison.moved().entrySet().stream()
            .map(move ->
                new ComparedRegistry.Move(
                    move.getKey(),
                    move.getValue(),
                    now.registry().rootOf(move.getKey()).orElseThrow()))
            .toList();
    return Outcome.of(new ComparedRegistry(comparison.added(), moved, comparison.retired()))
        .and(comparison.faults())
        // Both registries were read through their steps; what is pending here is said as
        // everywhere.
        .and(workspace.pendingWarning().stream().toList());
  }
}
