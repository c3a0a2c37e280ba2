package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which assets exist, under which ids, and which ids are used up.
 *
 * @param assets the root of each registered asset, no root twice
 * @param retired the ids of removed assets, never to be used again; none is registered
 */
public record Registry(SortedMap<AssetId, AssetRoot> assets, SortedSet<AssetId> retired) {
  public Registry {
    assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
    retired = Collections.unmodifiableSortedSet(new TreeSet<>(retired));
  }

  /** A registry without assets. */
  public static Registry empty() {
    return new Registry(new TreeMap<>(), new TreeSet<>());
  }

  /** The id under which a root is registered. */
  public Optional<AssetId> find(AssetRoot root) {
    return assets.entrySet().stream()
        .filter(entry -> entry.getValue().equals(root))
        .map(entry -> entry.getKey())
        .findFirst();
  }

  /** Whether an id has ever meant an asset here. */
  public boolean knows(AssetId id) {
    return assets.containsKey(id) || retired.contains(id);
  }

  /** With an asset at a root, in place of the root it had. */
  public Registry with(AssetId id, AssetRoot root) {
    SortedMap<AssetId, AssetRoot> changed = new TreeMap<>(assets);
    changed.put(id, root);
    return new Registry(changed, retired);
  }

  /** With an id that no asset has any more. */
  public Registry retire(AssetId id) {
    SortedMap<AssetId, AssetRoot> changed = new TreeMap<>(assets);
    changed.remove(id);
    SortedSet<AssetId> gone = new TreeSet<>(retired);
    gone.add(id);
    return new Registry(changed, gone);
  }
}
