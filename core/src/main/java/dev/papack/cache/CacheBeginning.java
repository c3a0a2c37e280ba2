package dev.papack.cache;

import dev.papack.cache.BuildCache.CachedOutput;
import dev.papack.cache.BuildCache.KnownTree;
import dev.papack.container.PackId;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.FolderId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the file of the cache says before its assets. If no file has changed, the rest is not read.
 *
 * @param folder as of {@link BuildCache}
 * @param packId as of {@link BuildCache}
 * @param outputVersions as of {@link BuildCache}
 * @param outputs as of {@link BuildCache}
 * @param tree as of {@link BuildCache}
 * @param assetCount how many assets follow
 * @param said the findings of those assets that have any, by their numbers from 0
 */
record CacheBeginning(
    FolderId folder,
    PackId packId,
    String outputVersions,
    List<CachedOutput> outputs,
    Optional<KnownTree> tree,
    int assetCount,
    SortedMap<Integer, Findings> said) {
  /** Copies the collections. */
  CacheBeginning {
    outputs = List.copyOf(outputs);
    said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
  }

  BuildCache with(List<CachedAsset> assets) {
    return new BuildCache(folder, packId, outputVersions, outputs, tree, assets);
  }

  /** Empty if not everything is remembered that the build said. */
  Optional<LastResult> result() {
    List<Diagnostic> converted = new ArrayList<>();
    for (Findings findings : said.values()) {
      if (!(findings instanceof Findings.Kept(List<Diagnostic> all))) {
        return Optional.empty();
      }
      converted.addAll(all);
    }
    return tree.map(known ->
        new LastResult(
            known.digest(), packId, outputs, assetCount, known.declared().all(), converted));
  }
}
