package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.cache.CachedAsset.DeclaredIn;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.KnownFiles;
import dev.papack.result.Drift;
import dev.papack.source.FileStamps;
import dev.papack.source.FilesSeen;
import dev.papack.source.PackedStamps;
import dev.papack.source.TreeLook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is declared, and of supported versions: all that is kept of the documents while assets are
 * converted.
 *
 * @param assets those on which registry and declarations agree
 * @param versions those of the assets' declarations
 * @param declarations the stamps of their files, as far as they were taken
 * @param stamps of the files that the assets are made from, as far as they were taken
 * @param seen all files of the workspace when it was read
 * @param ofDocuments what was found in documents and files
 * @param others what else was found so far
 */
record DeclaredAssets(
    List<Asset> assets,
    List<Integer> versions,
    PackedStamps declarations,
    FileStamps stamps,
    FilesSeen seen,
    List<Diagnostic> ofDocuments,
    List<Diagnostic> others) {
  /** Copies the lists. */
  DeclaredAssets {
    assets = List.copyOf(assets);
    versions = List.copyOf(versions);
    ofDocuments = List.copyOf(ofDocuments);
    others = List.copyOf(others);
  }

  /** Everything that was found so far. */
  List<Diagnostic> diagnostics() {
    return Stream.concat(ofDocuments.stream(), others.stream()).toList();
  }

  /**
   * Reads and reconciles.
   *
   * @param known what need not be read
   * @param others more faults, if there are any
   * @param threads how many read documents
   * @return refused if a version is not supported, or if nothing can be concluded
   */
  static Outcome<DeclaredAssets> read(
      ReadableDirectory assets, KnownFiles known, Drift drift, List<Diagnostic> others, int threads)
      throws IOException {
    return DeclaredWorkspace.read(assets, known, threads)
        .map(declared -> judged(declared, drift))
        .flatMap(declared -> of(declared, others).gated());
  }

  /** Nothing of a workspace is converted if a version in it is not supported. */
  private Outcome<DeclaredAssets> gated() {
    return diagnostics().stream().anyMatch(DeclaredWorkspace::isVersionFault)
        ? new Outcome.Refused<>(diagnostics())
        : Outcome.of(this);
  }

  private static DeclaredAssets of(DeclaredWorkspace declared, List<Diagnostic> others) {
    List<Asset> assets = declared.assets();
    FileStamps stamps = declared.tree().stamps();
    // Of what was said of a file something has to be said again: then it has to be read again.
    Set<AssetsPath> spoken =
        declared.scan().diagnostics().stream()
            .flatMap(said -> said.location().belowAssets().stream())
            .collect(Collectors.toSet());
    List<Integer> versions = new ArrayList<>(assets.size());
    List<AssetsPath> files = new ArrayList<>(assets.size());
    for (Asset asset : assets) {
      versions.add(declared.declaration(asset).document().declaredVersion());
      files.addAll(asset.files());
    }
    return new DeclaredAssets(
        assets,
        versions,
        PackedStamps.of(
            assets.size(),
            i -> {
              AssetsPath file = assets.get(i).place().file();
              return spoken.contains(file) ? Optional.empty() : stamps.find(file);
            }),
        stamps.of(files),
        declared.tree().seen(),
        declared.diagnostics(),
        others);
  }

  /** The file of an asset's declaration, with its stamp if it has one. */
  DeclaredIn declaredIn(int index) {
    return new DeclaredIn(versions.get(index), declarations.get(index));
  }

  /** The same workspace another time, when something else was found in the rest of it. */
  Outcome<DeclaredAssets> again(TreeLook now, List<Diagnostic> others) {
    return new DeclaredAssets(
            assets, versions, declarations, now.stamps(), now.tree().files(), ofDocuments, others)
        .gated();
  }

  /** The same assets with nothing to say of them. */
  DeclaredAssets silent() {
    return new DeclaredAssets(assets, versions, declarations, stamps, seen, List.of(), List.of());
  }

  /** The same workspace, where documents that are not up to date are accepted or refused. */
  static DeclaredWorkspace judged(DeclaredWorkspace declared, Drift drift) {
    return switch (drift) {
      case TOLERATED -> declared;
      case REFUSED -> declared.frozen();
    };
  }
}
