package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.bank.Bank;
import dev.papack.cache.CachedAsset;
import dev.papack.container.BankMetadata;
import dev.papack.container.SoundsMetadata;
import dev.papack.container.TilesMetadata;
import dev.papack.convert.ConvertedAsset;
import dev.papack.registry.Budget;
import java.util.Optional;

/**
 * What an asset adds to a pack.
 *
 * @param asset the asset
 * @param metadata the numbers of its bank
 * @param frameCount of its bank, 0 without frames
 */
record BankLoad(Asset asset, BankMetadata metadata, long frameCount) {
  static BankLoad of(StoredAsset stored) {
    return of(stored.asset(), stored.metadata(), stored.frames());
  }

  static BankLoad of(ConvertedAsset converted) {
    return of(converted.asset(), converted.bank().metadata(), converted.bank().frames());
  }

  /** That of an asset which the last build has converted as it is. */
  static BankLoad of(Asset asset, CachedAsset before) {
    return of(asset, before.metadata(), before.frames());
  }

  private static BankLoad of(Asset asset, BankMetadata metadata, Optional<Bank.Frames> frames) {
    return new BankLoad(asset, metadata, frames.map(Bank.Frames::count).orElse(0L));
  }

  /** Whether it counts for a budget. */
  boolean isIn(Budget budget) {
    return budget.covers(
        asset.name(),
        metadata.bankType(),
        asset.preloadSlot().isPresent() ? Budget.AssetSet.PRELOAD : Budget.AssetSet.ALL);
  }

  /** How much it has of something. */
  long amount(Budget.Measure measure) {
    return measure == Budget.Measure.FRAMES ? frameCount : amount(metadata, measure);
  }

  /** The same of a bank that only its entry in a pack tells of: no frames. */
  static long amount(BankMetadata metadata, Budget.Measure measure) {
    return switch (measure) {
      case BYTES -> metadata.sliceBytes();
      case TILES ->
          switch (metadata) {
            case TilesMetadata tiles -> tiles.tileCount();
            case SoundsMetadata _ -> 0;
          };
      case PALETTES ->
          switch (metadata) {
            case TilesMetadata tiles -> tiles.paletteCount();
            case SoundsMetadata _ -> 0;
          };
      case FRAMES -> 0;
    };
  }
}
