package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.result.Drift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is declared, and of supported versions: all that is kept of the documents while assets are
 * converted.
 *
 * @param assets those on which registry and declarations agree
 * @param diagnostics what was found so far
 */
record DeclaredAssets(List<Asset> assets, List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  DeclaredAssets {
    assets = List.copyOf(assets);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads and reconciles.
   *
   * @param others more faults, if there are any
   * @return refused if a version is not supported, or if nothing can be concluded
   */
  static Outcome<DeclaredAssets> read(
      ReadableDirectory assets, Drift drift, List<Diagnostic> others) throws IOException {
    return DeclaredWorkspace.read(assets)
        .map(declared -> judged(declared, drift))
        .flatMap(declared -> {
          List<Diagnostic> diagnostics = new ArrayList<>(declared.diagnostics());
          diagnostics.addAll(others);
          return diagnostics.stream().anyMatch(DeclaredWorkspace::isVersionFault)
              ? new Outcome.Refused<>(diagnostics)
              : Outcome.of(new DeclaredAssets(declared.assets(), diagnostics));
        });
  }

  /** The same workspace where documents may lag behind, or must not. */
  static DeclaredWorkspace judged(DeclaredWorkspace declared, Drift drift) {
    return switch (drift) {
      case TOLERATED -> declared;
      case REFUSED -> declared.frozen();
    };
  }
}
