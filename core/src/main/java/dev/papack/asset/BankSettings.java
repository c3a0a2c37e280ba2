package dev.papack.asset;

import dev.papack.container.BankType;
import dev.papack.diagnostic.AssetsPath;
import java.util.List;

/** What a declaration asks of its sources, per bank type. */
public sealed interface BankSettings permits TilesSettings, SoundsSettings {
  /**
   * The bank type these settings belong to.
   *
   * @return what the sources become
   */
  BankType bankType();

  /**
   * The files that the settings name: read like sources, but no sheet and no sound of the asset.
   *
   * @return where they are, in the order of the settings
   */
  default List<AssetsPath> references() {
    return List.of();
  }
}
