package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.bank.Bank;
import dev.papack.container.BankMetadata;
import dev.papack.container.PreloadItem;
import dev.papack.container.Sha256;
import dev.papack.container.UnplacedEntry;
import dev.papack.convert.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * An asset whose bank is in the spool.
 *
 * @param asset the asset
 * @param sources what it was made from, in the declaration's order
 * @param references the files that its settings name, in their order
 * @param frames the frames of its bank, if it has frames
 * @param metadata the numbers of its bank
 * @param digest of its slice
 * @param spoolBytes where in the spool its slice begins
 */
record StoredAsset(
    Asset asset,
    List<SourceFile> sources,
    List<SourceFile> references,
    Optional<Bank.Frames> frames,
    BankMetadata metadata,
    Sha256 digest,
    long spoolBytes) {
  /** Copies the lists. */
  StoredAsset {
    sources = List.copyOf(sources);
    references = List.copyOf(references);
  }

  /** Its line in the asset table, before it has a place in the pack. */
  UnplacedEntry entry() {
    return new UnplacedEntry(asset.id().value(), asset.name(), metadata, digest);
  }

  /** Its line in the boot list, if it has one. */
  Optional<PreloadItem> preload() {
    return asset.preloadSlot().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PreloadItem(
                asset.id().value(), asset.settings().bankType(), asset.preloadSlot().getAsInt()));
  }
}
