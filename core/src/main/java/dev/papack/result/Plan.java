package dev.papack.result;

import dev.papack.asset.Asset;
import dev.papack.asset.AssetId;
import dev.papack.container.AssetName;
import java.util.List;

/**
 * What a build would change in what is published, asset by asset. A build converts every asset
 * anew: nothing is kept between two builds that could be used again.
 *
 * @param assets ascending by id
 * @param removed what is published and a build would leave out, ascending by id
 */
public record Plan(List<PlannedAsset> assets, List<RemovedAsset> removed) {
  /** Copies the lists. */
  public Plan {
    assets = List.copyOf(assets);
    removed = List.copyOf(removed);
  }

  /** How an asset differs from what is published. */
  public enum Change {
    /** It is not in the published set, or there is none. */
    ADDED,
    /** The bytes, the path or the number of its sources changed. */
    SOURCES_CHANGED,
    /** Its settings changed. */
    SETTINGS_CHANGED,
    /** It is loaded into another slot at boot, or into one, or into none any more. */
    PRELOAD_CHANGED,
    /** It has another name. */
    RENAMED,
    /** It is declared elsewhere, which the pack does not show. */
    MOVED,
    /** It is what it was. */
    UNCHANGED
  }

  /**
   * An asset of the plan.
   *
   * @param asset the asset
   * @param change the first difference that applies
   */
  public record PlannedAsset(Asset asset, Change change) {}

  /**
   * An asset that a build would leave out.
   *
   * @param id what it was
   * @param name what the pack calls it
   */
  public record RemovedAsset(AssetId id, AssetName name) {}
}
