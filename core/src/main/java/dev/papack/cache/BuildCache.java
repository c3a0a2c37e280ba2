package dev.papack.cache;

import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FolderId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a build remembers for the next one. It holds for the folder that it was written in and for
 * the pack that was published then, and for nothing else.
 *
 * @param folder the folder {@code .papack} that it was written in
 * @param packId the pack that it describes
 * @param outputVersions the versions of all that a build writes, as {@link OutputVersions} has them
 * @param outputs pack and companions, in the order of their slots
 * @param tree the files under {@code assets/}, if all that the build said of them is remembered
 * @param assets in the order of the pack
 */
public record BuildCache(
    FolderId folder,
    PackId packId,
    String outputVersions,
    List<CachedOutput> outputs,
    Optional<KnownTree> tree,
    List<CachedAsset> assets) {
  /**
   * The files of a build, every change of which would show.
   *
   * @param digest that of their {@link dev.papack.source.TreeStamp}
   * @param declared the warnings and notes of documents and files
   */
  public record KnownTree(Sha256 digest, Findings.Kept declared) {
    /**
     * What the cache can keep of these.
     *
     * @return empty if a finding has a form that the cache does not have
     */
    public static Optional<KnownTree> of(Sha256 digest, List<Diagnostic> declared) {
      return Findings.of(declared) instanceof Findings.Kept kept
          ? Optional.of(new KnownTree(digest, kept))
          : Optional.empty();
    }
  }

  /**
   * A published file.
   *
   * @param sizeBytes its length
   * @param digest of all its bytes
   * @param stamp what the file system said of it, if every later change would show
   */
  public record CachedOutput(long sizeBytes, Sha256 digest, Optional<FileStamp> stamp) {}

  /** Copies the lists. */
  public BuildCache {
    outputs = List.copyOf(outputs);
    assets = List.copyOf(assets);
  }

  /** The assets by their ids. */
  public Map<Integer, CachedAsset> byId() {
    Map<Integer, CachedAsset> byId = HashMap.newHashMap(assets.size());
    assets.forEach(asset -> byId.put(asset.asset().id().value(), asset));
    return byId;
  }
}
