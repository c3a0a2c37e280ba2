package dev.papack.packing;

import dev.papack.asset.Asset;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.convert.SourceFile;
import java.util.List;

/**
 * An asset whose bank is in the spool.
 *
 * @param asset the asset
 * @param sources what it was made from, in the declaration's order
 * @param metadata the numbers of its bank
 * @param digest of its slice
 * @param spoolBytes where in the spool its slice begins
 */
record StoredAsset(
    Asset asset, List<SourceFile> sources, BankMetadata metadata, Sha256 digest, long spoolBytes) {
  /** Copies the list. */
  StoredAsset {
    sources = List.copyOf(sources);
  }
}
