package dev.papack.result;

import dev.papack.container.AssetName;
import java.util.List;

/**
 * What a build did with an asset.
 *
 * @param id its id
 * @param name its name
 * @param reasons why it was converted; empty if its bank was taken from the last build
 */
public record BuiltAsset(int id, AssetName name, List<BuildReason> reasons) {
  /** Copies the list. */
  public BuiltAsset {
    reasons = List.copyOf(reasons);
  }

  /**
   * Whether its bank was taken from the last build.
   *
   * @return false if it was converted
   */
  public boolean isReused() {
    return reasons.isEmpty();
  }
}
