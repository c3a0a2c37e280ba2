package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.asset.Declaration;
import dev.papack.bank.Bank;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.convert.FileContents;
import dev.papack.convert.Recipe;
import dev.papack.convert.RecordedKey;
import dev.papack.convert.SourceFile;
import dev.papack.disk.FileStamp;
import dev.papack.registry.KnownFiles.Declared;
import java.util.List;
import java.util.Optional;

/**
 * An asset as the last build packed it.
 *
 * @param asset as it was declared
 * @param declaration the file that did so
 * @param recipe how its files became its bank
 * @param keyDigest the digest of the key
 * @param metadata the numbers of its bank
 * @param slice the digest of its slice
 * @param startBytes where the slice begins in the pack
 * @param frames the frames of its bank, if it has frames
 * @param contents those of its files
 * @param stamps what the file system said of each file, if every later change would show
 * @param findings the warnings and notes that converting it gave
 */
public record CachedAsset(
    Asset asset,
    DeclaredIn declaration,
    Recipe recipe,
    Sha256 keyDigest,
    BankMetadata metadata,
    Sha256 slice,
    long startBytes,
    Optional<Bank.Frames> frames,
    FileContents contents,
    List<Optional<FileStamp>> stamps,
    Findings findings) {
  /**
   * The file of a declaration.
   *
   * @param version the version that it has
   * @param stamp what the file system said of it, if every later change would show
   */
  public record DeclaredIn(int version, Optional<FileStamp> stamp) {}

  /** Copies the list. */
  public CachedAsset {
    stamps = List.copyOf(stamps);
  }

  /** The files that it was made from: sources, then those that its settings name. */
  public List<SourceFile> sourceFiles() {
    return contents.at(asset.files());
  }

  /** What its bank depends on. */
  public RecordedKey key() {
    return new RecordedKey(recipe, contents.digests());
  }

  /**
   * The same in another pack.
   *
   * @param same an equal asset, of which only one object need be kept
   * @param bytes where its slice begins
   */
  public CachedAsset startingAt(Asset same, long bytes) {
    return new CachedAsset(
        same,
        declaration,
        recipe,
        keyDigest,
        metadata,
        slice,
        bytes,
        frames,
        contents,
        stamps,
        findings);
  }

  /** What its declaration said. */
  Declared declared() {
    return new Declared(
        new Declaration(
            Optional.of(asset.id()),
            asset.name(),
            asset.sources().stream()
                .map(source -> asset.place().relativize(source).orElseThrow())
                .toList(),
            asset.settings(),
            asset.preloadSlot()),
        declaration.version());
  }
}
