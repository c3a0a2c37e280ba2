package dev.papack.cache;

import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the last build published and said, and of which files. While no file changes, everything
 * would be the same again, and nothing has to be read to know it.
 *
 * @param tree the digest of a {@link dev.papack.source.TreeStamp} of these files
 * @param packId the pack
 * @param outputs pack and companions, in the order of their slots
 * @param assetCount how many assets the pack holds
 * @param declared the warnings and notes of documents and files
 * @param converted the warnings and notes of banks, in the order of their assets
 */
public record LastResult(
    Sha256 tree,
    PackId packId,
    List<CachedOutput> outputs,
    int assetCount,
    List<Diagnostic> declared,
    List<Diagnostic> converted) {
  /** Copies the lists. */
  public LastResult {
    outputs = List.copyOf(outputs);
    declared = List.copyOf(declared);
    converted = List.copyOf(converted);
  }

  /** Everything that the build said, in its order. */
  public List<Diagnostic> said() {
    return Stream.concat(declared.stream(), converted.stream()).toList();
  }
}
