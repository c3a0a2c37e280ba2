package dev.papack.result;

import dev.papack.container.PackId;
import java.util.List;

/**
 * What the code of a game may want to know of its pack by name.
 *
 * @param packId of the published pack
 * @param assets by name
 * @param retired names that no asset of the pack has any more, by name, then id
 */
public record AssetConstants(PackId packId, List<NamedAsset> assets, List<RetiredName> retired) {
  /** Copies the lists. */
  public AssetConstants {
    assets = List.copyOf(assets);
    retired = List.copyOf(retired);
  }

  /**
   * An asset that was retired.
   *
   * @param name as it last was
   * @param assetId which is never used again
   */
  public record RetiredName(String name, int assetId) {}
}
