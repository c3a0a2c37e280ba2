package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.cache.CachedAsset.CachedFile;
import dev.papack.container.Sha256;
import dev.papack.convert.ConversionKey.KeyedSource;
import dev.papack.convert.RecordedKey;
import dev.papack.convert.SettingsForms;
import dev.papack.convert.SourceFile;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.SourceDigest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells which assets still have the key of the last build. A file whose stamp is the recorded one
 * is not opened; any other is read to its end, unless its length says enough. Several threads may
 * ask at once.
 */
public final class Unchanged {
  private final ReadableDirectory assets;
  private final SourceStamps stamps;

  private final SettingsForms forms = new SettingsForms();

  public Unchanged(ReadableDirectory assets, SourceStamps stamps) {
    this.assets = assets;
    this.stamps = stamps;
  }

  /**
   * The files of an asset, if a conversion would have the same key and found nothing to report.
   *
   * @param before the asset as the last build packed it
   * @return empty if it has to be converted; then nothing is said of why
   */
  public Optional<List<SourceFile>> find(Asset asset, CachedAsset before) throws IOException {
    RecordedKey key = before.key();
    List<AssetsPath> paths = asset.files();
    if (before.findings() instanceof Findings.NotKept
        || (before.findings().count() > 0 && !isInItsPlace(asset, before))
        || !key.isCurrent()
        || key.bankType() != asset.settings().bankType()
        || before.sourceCount() != asset.sources().size()
        || before.files().size() != paths.size()
        || !key.settings().equals(forms.of(asset.settings()))) {
      return Optional.empty();
    }
    List<SourceFile> files = new ArrayList<>(paths.size());
    for (int i = 0; i < paths.size(); i++) {
      if (!has(paths.get(i), before.files().get(i), key.sources().get(i))) {
        return Optional.empty();
      }
      files.add(
          new SourceFile(
              paths.get(i), before.files().get(i).sizeBytes(), key.sources().get(i).digest()));
    }
    return Optional.of(files);
  }

  /** Findings name files: those of an asset that moved would name the old ones. */
  private static boolean isInItsPlace(Asset asset, CachedAsset before) {
    return before.root().equals(asset.place().root().toString())
        && before.files().stream()
            .map(CachedFile::path)
            .toList()
            .equals(asset.files().stream().map(AssetsPath::text).toList());
  }

  private boolean has(AssetsPath path, CachedFile before, KeyedSource source) throws IOException {
    Optional<FileStamp> stamp = stamps.find(path);
    if (isSameByStamp(path, stamp, before)) {
      return true;
    }
    if (stamp.isPresent() && stamp.get().sizeBytes() != before.sizeBytes()) {
      return false;
    }
    return digestOf(path).equals(Optional.of(source.digest()));
  }

  /** Whether a file need not be read. */
  static boolean isSameByStamp(AssetsPath path, Optional<FileStamp> now, CachedFile before) {
    return now.isPresent() && now.equals(before.stamp()) && before.path().equals(path.text());
  }

  /** Empty for a file that has a fault: whoever converts it reports that. */
  private Optional<Sha256> digestOf(AssetsPath path) throws IOException {
    return switch (FileReader.digest(assets, path, Limits.SOURCE_BYTES)) {
      case Outcome.Accepted<SourceDigest>(SourceDigest read, var _) -> Optional.of(read.digest());
      case Outcome.Refused<SourceDigest> _ -> Optional.empty();
    };
  }
}
