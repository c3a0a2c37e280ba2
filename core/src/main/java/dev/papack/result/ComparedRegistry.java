package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a registry differs from an older one in which every id meant what it means now.
 *
 * @param added the assets that are new, by id
 * @param moved the assets that are elsewhere, ascending by id
 * @param retired the assets that were removed, with the roots they had, by id
 */
public record ComparedRegistry(
    SortedMap<AssetId, AssetRoot> added, List<Move> moved, SortedMap<AssetId, AssetRoot> retired) {
  /** Copies the collections. */
  public ComparedRegistry {
    added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
    moved = List.copyOf(moved);
    retired = Collections.unmodifiableSortedMap(new TreeMap<>(retired));
  }

  /**
   * An asset that is elsewhere.
   *
   * @param id its id
   * @param from its root before
   * @param to its root now
   */
  public record Move(AssetId id, AssetRoot from, AssetRoot to) {}
}
