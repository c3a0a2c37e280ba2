package dev.papack.cache;

import dev.papack.asset.DeclarationPlace;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.disk.FileStamp;
import dev.papack.registry.KnownFiles;
import dev.papack.source.FileStamps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the files of the last build were, for whoever would read them again, and the wish to
 * remember them as they are now.
 */
public final class CachedFiles implements KnownFiles {
  private final Map<DeclarationPlace, CachedAsset> assets;
  private final Map<AssetsPath, FileStamp> sources;

  private CachedFiles(
      Map<DeclarationPlace, CachedAsset> assets, Map<AssetsPath, FileStamp> sources) {
    this.assets = assets;
    this.sources = sources;
  }

  /**
   * Those of the assets of a cache.
   *
   * @param cache empty if nothing may be taken from one
   */
  public static CachedFiles of(Optional<BuildCache> cache) {
    Map<DeclarationPlace, CachedAsset> assets = new HashMap<>();
    Map<AssetsPath, FileStamp> sources = new HashMap<>();
    for (CachedAsset cached : cache.map(BuildCache::assets).orElse(List.of())) {
      assets.put(cached.asset().place(), cached);
      List<AssetsPath> files = cached.asset().files();
      for (int i = 0; i < files.size(); i++) {
        AssetsPath file = files.get(i);
        cached.stamps().get(i).ifPresent(stamp -> sources.put(file, stamp));
      }
    }
    return new CachedFiles(assets, sources);
  }

  @Override
  public FileStamps.Taking stamps(int registeredCount) {
    return switch (CacheRoom.of(registeredCount, Runtime.getRuntime().maxMemory())) {
      case ENOUGH -> FileStamps.Taking.OF_EACH_FILE;
      case TOO_LITTLE -> FileStamps.Taking.NONE;
    };
  }

  @Override
  public Optional<Declared> find(DeclarationPlace place, FileStamp stamp) {
    return Optional.ofNullable(assets.get(place))
        .filter(asset -> asset.declaration().stamp().equals(Optional.of(stamp)))
        .map(CachedAsset::declared);
  }

  @Override
  public boolean isSource(AssetsPath file, FileStamp stamp) {
    return stamp.equals(sources.get(file));
  }
}
