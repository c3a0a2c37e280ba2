package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.cache.CachedAsset.DeclaredIn;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.KnownFiles;
import dev.papack.registry.LocatedDeclaration;
import dev.papack.result.Drift;
import dev.papack.source.FileStamps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is declared, and of supported versions: all that is kept of the documents while assets are
 * converted.
 *
 * @param assets those on which registry and declarations agree
 * @param declaredIn the file of each asset's declaration, with its stamp if it has one
 * @param stamps of the files that the assets are made from, as far as they were taken
 * @param diagnostics what was found so far
 */
record DeclaredAssets(
    List<Asset> assets,
    List<DeclaredIn> declaredIn,
    FileStamps stamps,
    List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  DeclaredAssets {
    assets = List.copyOf(assets);
    declaredIn = List.copyOf(declaredIn);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads and reconciles.
   *
   * @param known what need not be read
   * @param obstacle one more fault, if there is one
   * @return refused if a version is not supported, or if nothing can be concluded
   */
  static Outcome<DeclaredAssets> read(
      ReadableDirectory assets, KnownFiles known, Drift drift, Optional<Diagnostic> obstacle)
      throws IOException {
    return DeclaredWorkspace.read(assets, known)
        .map(declared -> judged(declared, drift))
        .flatMap(declared -> {
          List<Diagnostic> diagnostics = new ArrayList<>(declared.diagnostics());
          obstacle.ifPresent(diagnostics::add);
          return declared.hasVersionFault()
              ? new Outcome.Refused<>(diagnostics)
              : Outcome.of(of(declared, diagnostics));
        });
  }

  private static DeclaredAssets of(DeclaredWorkspace declared, List<Diagnostic> diagnostics) {
    List<Asset> assets = declared.assets();
    FileStamps stamps = declared.tree().stamps();
    List<DeclaredIn> declaredIn = new ArrayList<>(assets.size());
    List<AssetsPath> files = new ArrayList<>(assets.size());
    for (Asset asset : assets) {
      LocatedDeclaration declaration = declared.declaration(asset);
      declaredIn.add(
          new DeclaredIn(
              declaration.document().declaredVersion(), stamps.find(asset.place().file())));
      files.addAll(asset.files());
    }
    return new DeclaredAssets(assets, declaredIn, stamps.of(files), diagnostics);
  }

  /** The same assets with nothing to say of them. */
  DeclaredAssets silent() {
    return new DeclaredAssets(assets, declaredIn, stamps, List.of());
  }

  /** The same workspace where documents may lag behind, or must not. */
  static DeclaredWorkspace judged(DeclaredWorkspace declared, Drift drift) {
    return switch (drift) {
      case TOLERATED -> declared;
      case REFUSED -> declared.frozen();
    };
  }
}
