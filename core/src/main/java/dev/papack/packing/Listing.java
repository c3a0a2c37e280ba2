package dev.papack.packing;

import dev.papack.cache.BuildCache;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.CachedFiles;
import dev.papack.cache.LastResult;
import dev.papack.diagnostic.Outcome;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.result.Drift;
import dev.papack.result.Inventory;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;
import java.util.Optional;

/** The assets of a workspace, and the faults of what is none. Opens no source. */
public final class Listing {
  private Listing() {}

  /** Refused if the registry cannot be read. */
  public static Outcome<Inventory> of(WorkspaceFolders folders) throws IOException {
    return AssetsFolder.within(
        folders.workspace(),
        assets -> {
          Optional<LastResult> same = LastBuild.findSame(folders.output(), assets, Drift.TOLERATED);
          Optional<BuildCache> cache = LastBuild.read(folders.output(), Drift.TOLERATED);
          return same.isPresent() && cache.isPresent()
              ? Outcome.of(inventory(cache.get(), same.get()))
              : DeclaredWorkspace.read(assets, CachedFiles.of(cache))
                  .map(declared ->
                      new Inventory(declared.reconciliation().assets(), declared.diagnostics()));
        });
  }

  private static Inventory inventory(BuildCache cache, LastResult same) {
    return new Inventory(cache.assets().stream().map(CachedAsset::asset).toList(), same.declared());
  }
}
