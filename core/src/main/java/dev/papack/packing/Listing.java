package dev.papack.packing;

import dev.papack.cache.CachedFiles;
import dev.papack.diagnostic.Outcome;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.result.Drift;
import dev.papack.result.Inventory;
import dev.papack.workspace.AssetsFolder;
import java.io.IOException;

/** The assets of a workspace, and the faults of what is none. Opens no source. */
public final class Listing {
  private Listing() {}

  /** Refused if the registry cannot be read. */
  public static Outcome<Inventory> of(WorkspaceFolders folders) throws IOException {
    CachedFiles known = CachedFiles.of(LastBuild.read(folders.output(), Drift.TOLERATED));
    return AssetsFolder.within(
        folders.workspace(),
        assets ->
            DeclaredWorkspace.read(assets, known)
                .map(declared ->
                    new Inventory(declared.reconciliation().assets(), declared.diagnostics())));
  }
}
