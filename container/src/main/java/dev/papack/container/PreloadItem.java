package dev.papack.container;

import java.util.Comparator;

/**
 * An asset that the runtime loads into a slot when it boots.
 *
 * @param assetId an asset of the table that has this bank type
 * @param bankType which slots are meant: each bank type has slots of its own
 * @param slot 0 to {@value PackLimits#MAX_SLOT}
 */
public record PreloadItem(int assetId, BankType bankType, int slot) {
  /** By the name of the bank type, as the header orders it, then by slot. */
  static final Comparator<PreloadItem> ORDER =
      Comparator.comparing((PreloadItem item) -> item.bankType().name())
          .thenComparingInt(PreloadItem::slot);

  /**
   * Refuses numbers outside their ranges.
   *
   * @throws MeaningException naming the number
   */
  public PreloadItem {
    if (assetId < 1) {
      throw MeaningException.outside("asset_id", assetId, "1.." + Integer.MAX_VALUE);
    }
    if (slot < 0 || slot > PackLimits.MAX_SLOT) {
      throw MeaningException.outside("slot", slot, "0.." + PackLimits.MAX_SLOT);
    }
  }
}
