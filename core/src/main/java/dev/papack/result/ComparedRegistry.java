package dev.papack.result;

import dev.papack.asset.AssetId;
import dev.papack.asset.AssetRoot;
import dev.papack.container.AssetName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a workspace differs from an older registry, or from a pack, in which every id meant what it
 * means now.
 *
 * @param added the assets that are new, by id
 * @param moved the assets that are elsewhere, ascending by id; none where it is a pack, which knows
 *     no roots
 * @param renamed the assets that have another name, ascending by id
 * @param retired the assets that were removed, ascending by id
 */
public record ComparedRegistry(
    SortedMap<AssetId, AssetRoot> added,
    List<Move> moved,
    List<Rename> renamed,
    List<Retirement> retired) {
  /** Copies the collections. */
  public ComparedRegistry {
    added = Collections.unmodifiableSortedMap(new TreeMap<>(added));
    moved = List.copyOf(moved);
    renamed = List.copyOf(renamed);
    retired = List.copyOf(retired);
  }

  /**
   * An asset that is elsewhere.
   *
   * @param id its id
   * @param from its root before
   * @param to its root now
   */
  public record Move(AssetId id, AssetRoot from, AssetRoot to) {}

  /**
   * An asset that has another name.
   *
   * @param id its id
   * @param from its name before
   * @param to its name now
   */
  public record Rename(AssetId id, AssetName from, AssetName to) {}

  /**
   * An asset that was removed.
   *
   * @param id its id
   * @param name as it last was, where that is known
   * @param root as it last was, where that is known
   */
  public record Retirement(AssetId id, Optional<AssetName> name, Optional<AssetRoot> root) {}
}
