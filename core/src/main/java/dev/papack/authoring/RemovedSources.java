package dev.papack.authoring;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.registry.DeclaredWorkspace;
import dev.papack.registry.RetiredAsset;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files of assets that were removed. {@code remove} keeps them, so a scan finds them again: it must
 * not make of each a new asset that nobody asked for.
 */
final class RemovedSources {
  private final Map<AssetId, RetiredAsset> retired;
  private final Evidence evidence;
  private final Map<AssetRoot, AssetId> byRoot = new HashMap<>();

  RemovedSources(DeclaredWorkspace workspace, Evidence evidence) {
    this.retired = workspace.registry().registry().retired();
    this.evidence = evidence;
    retired.forEach((id, asset) ->
        asset
            .root()
            .filter(root -> !workspace.scan().declarations().containsKey(root))
            .ifPresent(root -> byRoot.put(root, id)));
  }

  /**
   * The removed asset that a file belonged to: by its root, or because it was last built from the
   * file.
   *
   * @param naturalRoot the root that the file has by its name
   */
  Optional<AssetId> find(AssetsPath file, Optional<AssetRoot> naturalRoot) throws IOException {
    if (retired.isEmpty()) {
      return Optional.empty();
    }
    Optional<AssetId> known = naturalRoot.map(byRoot::get);
    for (Optional<AssetsPath> folder = file.parent();
        known.isEmpty() && folder.isPresent();
        folder = folder.get().parent()) {
      known = Optional.ofNullable(byRoot.get(new AssetRoot(folder.get())));
    }
    return known.isPresent() ? known : evidence.idOf(file).filter(retired::containsKey);
  }
}
