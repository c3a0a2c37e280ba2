package dev.papack.registry;

import dev.papack.asset.Asset;
import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.source.AssetTree;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * A workspace whose registry and declarations agree on every asset, and of whose documents and
 * files there is nothing to say. So nothing in it can be fixed, and only files that are of no asset
 * can be added.
 *
 * @param tree its files
 * @param assets all that it declares, ascending by id
 */
public record SettledWorkspace(AssetTree tree, List<Asset> assets) {
  /** Copies the list. */
  public SettledWorkspace {
    assets = List.copyOf(assets);
  }

  /** The files that are no documents, and of no asset. */
  public NavigableSet<AssetsPath> filesOfNoAsset() {
    Set<AssetsPath> used = HashSet.newHashSet(assets.size());
    assets.forEach(asset -> used.addAll(asset.files()));
    NavigableSet<AssetsPath> others = new TreeSet<>();
    for (AssetsPath file : tree.files()) {
      if (!file.isOfWorkspace() && DeclarationPlace.of(file).isEmpty() && !used.contains(file)) {
        others.add(file);
      }
    }
    return others;
  }
}
