package dev.papack.packing;

import dev.papack.cache.BuildCache;
import dev.papack.cache.CacheDocument;
import dev.papack.cache.CachedAsset;
import dev.papack.cache.LastResult;
import dev.papack.cache.Memory;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.publish.CacheFile;
import dev.papack.publish.OutputFolder;
import dev.papack.registry.IgnoreList;
import dev.papack.registry.SettledWorkspace;
import dev.papack.result.Drift;
import dev.papack.source.AssetTree;
import dev.papack.source.TreeStamp;
import java.io.IOException;
import java.util.Optional;

/** What the last build remembered. */
public final class LastBuild {
  private LastBuild() {}

  /**
   * Reads it, for operations that only look.
   *
   * @param drift whether anything may be taken from it
   * @return empty also if its version is not supported: that stops only who would write
   */
  public static Optional<BuildCache> read(OutputFolder output, Drift drift) throws IOException {
    return switch (drift) {
      case REFUSED -> Optional.empty();
      case TOLERATED ->
          CacheDocument.read(CacheFile.read(output))
                  instanceof Outcome.Accepted<Memory>(Memory.OfBuild(BuildCache cache), var _)
              ? Optional.of(cache)
              : Optional.empty();
    };
  }

  /**
   * What the last build said and published, if every file is still what it was.
   *
   * @param output where it was published
   * @param assets the folder {@code assets/}
   * @param drift whether anything may be taken from it
   */
  static Optional<LastResult> findSame(OutputFolder output, ReadableDirectory assets, Drift drift)
      throws IOException {
    Optional<LastResult> last =
        switch (drift) {
          case REFUSED -> Optional.empty();
          case TOLERATED -> CacheDocument.readResult(CacheFile.read(output));
        };
    return last.isEmpty() ? last : same(last, TreeStamp.of(assets));
  }

  /**
   * The workspace as the last build found it, if it had nothing to say of documents and files and
   * every file is still what it was.
   *
   * @param output where it was published
   * @param assets the folder {@code assets/}
   */
  public static Optional<SettledWorkspace> findSettled(
      OutputFolder output, ReadableDirectory assets) throws IOException {
    if (findSame(output, assets, Drift.TOLERATED)
        .filter(same -> same.declared().isEmpty())
        .isEmpty()) {
      return Optional.empty();
    }
    Optional<BuildCache> cache = read(output, Drift.TOLERATED);
    if (cache.isEmpty()
        || !(IgnoreList.read(assets)
            instanceof Outcome.Accepted<IgnoreList>(IgnoreList ignores, var _))) {
      return Optional.empty();
    }
    // A file that came after the look above is in the tree and of no asset, as any new file is.
    return Optional.of(
        new SettledWorkspace(
            AssetTree.scan(assets, ignores::covers),
            cache.get().assets().stream().map(CachedAsset::asset).toList()));
  }

  /** The result, if these are the files that it was made from. */
  static Optional<LastResult> same(Optional<LastResult> last, Optional<TreeStamp> tree) {
    return last.filter(
        result -> tree.filter(now -> now.digest().equals(result.tree())).isPresent());
  }
}
