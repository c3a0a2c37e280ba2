package dev.papack.upkeep;

import dev.papack.asset.AssetId;
import dev.papack.container.Entry;
import dev.papack.container.Header;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.outside.InputFile;
import dev.papack.outside.PackFile;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.registry.RegisteredAsset;
import dev.papack.registry.Registry;
import dev.papack.registry.RegistryComparison;
import dev.papack.registry.ShippedComparison;
import dev.papack.registry.ShippedComparison.ShippedAsset;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.ComparedRegistry.Move;
import dev.papack.result.ComparedRegistry.Rename;
import dev.papack.result.ComparedRegistry.Retirement;
import dev.papack.result.RegistryInput;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the registry of a workspace against an older one, or against a pack that was shipped. */
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
    Registry now = workspace.registry().registry();
    RegistryComparison comparison =
        RegistryComparison.of(before, workspace.registry(), workspace.claims());
    List<Move> moved =
        comparison.moved().entrySet().stream()
            .map(move ->
                new Move(move.getKey(), move.getValue(), now.rootOf(move.getKey()).orElseThrow()))
            .toList();
    List<Rename> renamed =
        comparison.renamed().entrySet().stream()
            .map(rename ->
                new Rename(
                    rename.getKey(),
                    rename.getValue(),
                    now.find(rename.getKey()).flatMap(RegisteredAsset::name).orElseThrow()))
            .toList();
    List<Retirement> retired =
        comparison.retired().entrySet().stream()
            .map(gone ->
                new Retirement(
                    gone.getKey(), gone.getValue().name(), Optional.of(gone.getValue().root())))
            .toList();
    return Outcome.of(new ComparedRegistry(comparison.added(), moved, renamed, retired))
        .and(comparison.faults())
        // Both registries were read through their steps; what is pending here is said as
        // everywhere.
        .and(workspace.pendingWarning().stream().toList());
  }

  /**
   * Holds the workspace against a pack, of which the header is enough.
   *
   * @param pack any path
   */
  public Outcome<ComparedRegistry> comparePack(Path pack) throws IOException {
    return new PackFile(disk, pack)
        .read(reader -> Outcome.of(reader.header()))
        .flatMap(header -> compare(header, Location.of(Artifact.PACK, pack.toString())));
  }

  private Outcome<ComparedRegistry> compare(Header header, Location pack) {
    SortedMap<AssetId, ShippedAsset> shipped = new TreeMap<>();
    for (Entry entry : header.assetTable()) {
      shipped.put(
          new AssetId(entry.assetId()),
          new ShippedAsset(entry.assetName(), entry.metadata().bankType()));
    }
    ShippedComparison comparison =
        ShippedComparison.of(shipped, pack, workspace.registry(), workspace.claims());
    List<Rename> renamed =
        comparison.renamed().entrySet().stream()
            .map(rename ->
                new Rename(
                    rename.getKey(),
                    Objects.requireNonNull(shipped.get(rename.getKey())).name(),
                    rename.getValue()))
            .toList();
    List<Retirement> retired =
        comparison.retired().entrySet().stream()
            .map(gone ->
                new Retirement(gone.getKey(), gone.getValue().name(), gone.getValue().root()))
            .toList();
    return Outcome.of(new ComparedRegistry(comparison.added(), List.of(), renamed, retired))
        .and(comparison.faults())
        .and(workspace.pendingWarning().stream().toList());
  }
}
