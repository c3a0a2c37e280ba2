package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import java.util.Collections;
import java.util.HashSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which assets exist, under which ids, and which ids are used up.
 *
 * @param assets the root of each registered asset, no root twice
 * @param retired the removed assets, whose ids are never used again; none is registered
 */
public record Registry(
    SortedMap<AssetId, AssetRoot> assets, SortedMap<AssetId, RetiredAsset> retired) {
  /**
   * Refuses what could not be read back.
   *
   * @throws IllegalArgumentException if two ids share a root, or a retired id is registered
   */
  public Registry {
    if (new HashSet<>(assets.values()).size() < assets.size()) {
      throw new IllegalArgumentException("two ids share a root");
    }
    if (!Collections.disjoint(assets.keySet(), retired.keySet())) {
      throw new IllegalArgumentException("a retired id is registered");
    }
    assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
    retired = Collections.unmodifiableSortedMap(new TreeMap<>(retired));
  }

  /** A registry without assets. */
  public static Registry empty() {
    return new Registry(new TreeMap<>(), new TreeMap<>());
  }

  /** Whether an id has ever meant an asset here. */
  public boolean knows(AssetId id) {
    return assets.containsKey(id) || retired.containsKey(id);
  }

  /** With an id that no asset has any more. */
  public Registry retire(AssetId id, RetiredAsset asset) {
    SortedMap<AssetId, AssetRoot> changed = new TreeMap<>(assets);
    changed.remove(id);
    SortedMap<AssetId, RetiredAsset> gone = new TreeMap<>(retired);
    gone.put(id, asset);
    return new Registry(changed, gone);
  }
}
