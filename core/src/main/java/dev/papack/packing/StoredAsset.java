package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.bank.Bank;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.Findings;
import dev.papack.container.BankMetadata;
import dev.papack.container.PreloadItem;
import dev.papack.container.Sha256;
import dev.papack.container.UnplacedEntry;
import dev.papack.convert.ConvertedAsset;
import dev.papack.convert.FileContents;
import dev.papack.convert.Recipe;
import dev.papack.convert.Recipes;
import dev.papack.convert.RecordedKey;
import dev.papack.convert.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An asset whose bank is there to be packed. A build keeps one for each: what follows from its
 * parts is worked out when it is wanted.
 *
 * @param asset the asset
 * @param contents those of its files, as they were read
 * @param recipe how they became its bank
 * @param frames the frames of its bank, if it has frames
 * @param metadata the numbers of its bank
 * @param digest of its slice
 * @param findings the warnings and notes that converting it gave
 * @param sliceFile which file has its slice
 * @param startBytes where the slice begins in it
 * @param known how its files are known to be those
 */
record StoredAsset(
    Asset asset,
    FileContents contents,
    Recipe recipe,
    Optional<Bank.Frames> frames,
    BankMetadata metadata,
    Sha256 digest,
    Findings findings,
    SliceFile sliceFile,
    long startBytes,
    Known known) {
  /** How files are known to be what a bank was made from. */
  enum Known {
    /** By what the file system says of them, as the last build recorded it. */
    BY_STAMP,
    /** They were read. */
    BY_CONTENT
  }

  /**
   * One that was converted, so far without findings.
   *
   * @param startBytes where its slice begins in the spool
   */
  static StoredAsset converted(
      ConvertedAsset converted, Recipes recipes, Sha256 digest, long startBytes) {
    return new StoredAsset(
        converted.asset(),
        FileContents.of(
            Stream.concat(converted.sources().stream(), converted.references().stream()).toList()),
        recipes.of(converted.key()),
        converted.bank().frames(),
        converted.bank().metadata(),
        digest,
        Findings.Kept.NONE,
        SliceFile.SPOOL,
        startBytes,
        Known.BY_CONTENT);
  }

  /** One whose bank is that of the last build. */
  static StoredAsset reused(Asset asset, CachedAsset before, Known known) {
    return new StoredAsset(
        asset,
        before.contents(),
        before.recipe(),
        before.frames(),
        before.metadata(),
        before.slice(),
        before.findings(),
        SliceFile.PUBLISHED_PACK,
        before.startBytes(),
        known);
  }

  StoredAsset with(Findings found) {
    return new StoredAsset(
        asset, contents, recipe, frames, metadata, digest, found, sliceFile, startBytes, known);
  }

  /** What its bank depends on. */
  RecordedKey key() {
    return new RecordedKey(recipe, contents.digests());
  }

  /** Everything that it was made from: sources, then references. */
  List<SourceFile> files() {
    return contents.at(asset.files());
  }

  /** What it was made from, in the declaration's order. */
  List<SourceFile> sources() {
    return files().subList(0, asset.sources().size());
  }

  /** The files that its settings name, in their order. */
  List<SourceFile> references() {
    return files().subList(asset.sources().size(), contents.count());
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
