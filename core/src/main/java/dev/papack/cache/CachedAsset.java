package dev.papack.cache;

import dev.papack.bank.Bank;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.convert.RecordedKey;
import dev.papack.disk.FileStamp;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An asset as the last build packed it.
 *
 * @param id its id
 * @param name its name
 * @param root where it was declared
 * @param preloadSlot the slot that it is loaded into at boot
 * @param key what its bank depends on
 * @param keyDigest the digest of the key
 * @param metadata the numbers of its bank
 * @param slice the digest of its slice
 * @param startBytes where the slice begins in the pack
 * @param frames the frames of its bank, if it has frames
 * @param files those of the key's sources, in the same order
 * @param sourceCount how many of the files are sources; the rest are those that the settings name
 * @param findings the warnings and notes that converting it gave
 */
public record CachedAsset(
    int id,
    String name,
    String root,
    OptionalInt preloadSlot,
    RecordedKey key,
    Sha256 keyDigest,
    BankMetadata metadata,
    Sha256 slice,
    long startBytes,
    Optional<Bank.Frames> frames,
    List<CachedFile> files,
    int sourceCount,
    Findings findings) {
  /**
   * A file that a bank was made from. Its digest and format are in the key.
   *
   * @param path below {@code assets/}
   * @param sizeBytes its length
   * @param stamp what the file system said of it, if every later change would show
   */
  public record CachedFile(String path, long sizeBytes, Optional<FileStamp> stamp) {}

  /** Copies the list. */
  public CachedAsset {
    files = List.copyOf(files);
  }
}
