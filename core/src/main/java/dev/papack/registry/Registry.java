package dev.papack.registry;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which assets exist, under which ids, and which ids are used up.
 *
 * @param assets what each registered id means, no root twice
 * @param retired the removed assets, whose ids are never used again; none is registered
 */
public record Registry(
    SortedMap<AssetId, RegisteredAsset> assets, SortedMap<AssetId, RetiredAsset> retired) {
  /**
   * Refuses what could not be read back.
   *
   * @throws IllegalArgumentException if two ids share a root, or a retired id is registered
   */
  public Registry {
    Set<AssetRoot> roots = new HashSet<>();
    if (!assets.values().stream().map(RegisteredAsset::root).allMatch(roots::add)) {
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

  /** What a registered id means. */
  public Optional<RegisteredAsset> find(AssetId id) {
    return Optional.ofNullable(assets.get(id));
  }

  /** Where a registered asset is. */
  public Optional<AssetRoot> rootOf(AssetId id) {
    return find(id).map(RegisteredAsset::root);
  }

  /** The root of each registered asset. */
  public SortedMap<AssetId, AssetRoot> roots() {
    SortedMap<AssetId, AssetRoot> roots = new TreeMap<>();
    assets.forEach((id, asset) -> roots.put(id, asset.root()));
    return roots;
  }

  /**
   * With the names and banks that are absent, and only those, as far as declarations say them. An
   * id that several declarations claim, or one elsewhere, may not mean what is declared.
   *
   * @param claims of all declarations that could be read
   */
  public Registry completed(Claims claims) {
    SortedMap<AssetId, RegisteredAsset> completed = new TreeMap<>(assets);
    completed.replaceAll((id, asset) ->
        claims.of(id).size() == 1
            ? claims
                .at(asset.root(), id)
                .map(claim -> asset.completed(claim.declaration()))
                .orElse(asset)
            : asset);
    return new Registry(completed, retired);
  }

  /** With an id that no asset has any more. */
  public Registry retire(AssetId id, RetiredAsset asset) {
    SortedMap<AssetId, RegisteredAsset> changed = new TreeMap<>(assets);
    changed.remove(id);
    SortedMap<AssetId, RetiredAsset> gone = new TreeMap<>(retired);
    gone.put(id, asset);
    return new Registry(changed, gone);
  }
}
