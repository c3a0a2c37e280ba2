package dev.papack.comparison;

import dev.papack.container.AssetName;
import dev.papack.container.PreloadItem;

/** The preload lists differ in an asset. */
public sealed interface SlotChange {
  /**
   * Which asset.
   *
   * @return its id
   */
  int assetId();

  /**
   * What it is called.
   *
   * @return its name in the newer pack, or in the older one where it is gone
   */
  AssetName assetName();

  /**
   * It had no slot.
   *
   * @param assetName in the newer pack
   * @param to where it is loaded now
   */
  record Gained(AssetName assetName, PreloadItem to) implements SlotChange {
    @Override
    public int assetId() {
      return to.assetId();
    }
  }

  /**
   * It has no slot any more.
   *
   * @param assetName in the newer pack, or in the older one where it is gone
   * @param from where it was loaded
   */
  record Lost(AssetName assetName, PreloadItem from) implements SlotChange {
    @Override
    public int assetId() {
      return from.assetId();
    }
  }

  /**
   * It has another slot.
   *
   * @param assetName in the newer pack
   * @param from where it was loaded
   * @param to where it is loaded now
   */
  record Moved(AssetName assetName, PreloadItem from, PreloadItem to) implements SlotChange {
    @Override
    public int assetId() {
      return to.assetId();
    }
  }
}
