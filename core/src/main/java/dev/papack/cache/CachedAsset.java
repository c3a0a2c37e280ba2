package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.asset.Declaration;
import dev.papack.bank.Bank;
import dev.papack.container.BankMetadata;
import dev.papack.container.Sha256;
import dev.papack.convert.RecordedKey;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import dev.papack.registry.KnownFiles.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An asset as the last build packed it.
 *
 * @param asset as it was declared
 * @param declaration the file that did so
 * @param key what its bank depends on
 * @param keyDigest the digest of the key
 * @param metadata the numbers of its bank
 * @param slice the digest of its slice
 * @param startBytes where the slice begins in the pack
 * @param frames the frames of its bank, if it has frames
 * @param files those of the asset and of the key's sources, in the same order
 * @param findings the warnings and notes that converting it gave
 */
public record CachedAsset(
    Asset asset,
    DeclaredIn declaration,
    RecordedKey key,
    Sha256 keyDigest,
    BankMetadata metadata,
    Sha256 slice,
    long startBytes,
    Optional<Bank.Frames> frames,
    List<CachedFile> files,
    Findings findings) {
  /**
   * A file that a bank was made from. Its digest and format are in the key.
   *
   * @param sizeBytes its length
   * @param stamp what the file system said of it, if every later change would show
   */
  public record CachedFile(long sizeBytes, Optional<FileStamp> stamp) {}

  /**
   * The file of a declaration.
   *
   * @param version the version that it has
   * @param stamp what the file system said of it, if every later change would show
   */
  public record DeclaredIn(int version, Optional<FileStamp> stamp) {}

  /** Copies the list. */
  public CachedAsset {
    files = List.copyOf(files);
  }

  /** The files that it was made from: sources, then those that its settings name. */
  public List<SourceFile> sourceFiles() {
    List<AssetsPath> paths = asset.files();
    List<SourceFile> all = new ArrayList<>(paths.size());
    for (int i = 0; i < paths.size(); i++) {
      all.add(
          new SourceFile(paths.get(i), files.get(i).sizeBytes(), key.sources().get(i).digest()));
    }
    return all;
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
