package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.bank.Bank;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.Findings;
import dev.papack.container.BankMetadata;
import dev.papack.container.BankType;
import dev.papack.container.PreloadItem;
import dev.papack.container.Sha256;
import dev.papack.container.UnplacedEntry;
import dev.papack.convert.ConvertedAsset;
import dev.papack.convert.RecordedKey;
import dev.papack.convert.SettingsForms;
import dev.papack.convert.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * An asset whose bank is there to be packed.
 *
 * @param asset the asset
 * @param sources what it was made from, in the declaration's order
 * @param references the files that its settings name, in their order
 * @param key what its bank depends on
 * @param frames the frames of its bank, if it has frames
 * @param metadata the numbers of its bank
 * @param digest of its slice
 * @param findings the warnings and notes that converting it gave
 * @param place where its slice is
 */
record StoredAsset(
    Asset asset,
    List<SourceFile> sources,
    List<SourceFile> references,
    RecordedKey key,
    Optional<Bank.Frames> frames,
    BankMetadata metadata,
    Sha256 digest,
    Findings findings,
    SlicePlace place) {
  private static final RecordedKey FORGOTTEN =
      new RecordedKey(BankType.TILES, 0, RecordedKey.CODEC, 0, 0, "", List.of());

  /** Copies the lists. */
  StoredAsset {
    sources = List.copyOf(sources);
    references = List.copyOf(references);
  }

  /** One that was converted, so far without findings. */
  static StoredAsset converted(
      ConvertedAsset converted, SettingsForms forms, Sha256 digest, SlicePlace place) {
    return new StoredAsset(
        converted.asset(),
        converted.sources(),
        converted.references(),
        RecordedKey.of(converted.key(), forms),
        converted.bank().frames(),
        converted.bank().metadata(),
        digest,
        Findings.Kept.NONE,
        place);
  }

  /**
   * One whose bank is that of the last build.
   *
   * @param files sources, then references, as they are now
   */
  static StoredAsset reused(Asset asset, List<SourceFile> files, CachedAsset before) {
    int sourceCount = asset.sources().size();
    return new StoredAsset(
        asset,
        files.subList(0, sourceCount),
        files.subList(sourceCount, files.size()),
        before.key(),
        before.frames(),
        before.metadata(),
        before.slice(),
        before.findings(),
        new SlicePlace.Published(before.startBytes()));
  }

  /** The same without what only the next build would want to know. */
  StoredAsset forgotten() {
    return new StoredAsset(
        asset, sources, references, FORGOTTEN, frames, metadata, digest, findings, place);
  }

  StoredAsset with(Findings found) {
    return new StoredAsset(asset, sources, references, key, frames, metadata, digest, found, place);
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
