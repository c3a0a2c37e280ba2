package dev.papack.cache;

import dev.papack.asset.Asset;
import dev.papack.asset.BankSettings;
import dev.papack.container.Sha256;
import dev.papack.convert.FileContents;
import dev.papack.convert.Recipes;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileStamp;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.FileReader;
import dev.papack.source.FileStamps;
import dev.papack.source.Limits;
import dev.papack.source.SourceDigest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells which assets still have the key of the last build. A file whose stamp is the recorded one
 * is not opened; any other is read to its end, unless its length says enough. Several threads may
 * ask at once.
 */
public final class Unchanged {
  private final ReadableDirectory assets;
  private final FileStamps stamps;

  private final Recipes recipes = new Recipes();

  /** The last settings that were asked for: mostly those of the next asset, too. */
  private volatile Optional<Form> last = Optional.empty();

  private record Form(BankSettings settings, String text) {}

  public Unchanged(ReadableDirectory assets, FileStamps stamps) {
    this.assets = assets;
    this.stamps = stamps;
  }

  /**
   * Whether a conversion of an asset would have the same key and find the same to report.
   *
   * @param before the asset as the last build packed it
   */
  public boolean hasKey(Asset asset, CachedAsset before) throws IOException {
    if (!mayHaveKey(asset, before)) {
      return false;
    }
    List<AssetsPath> paths = asset.files();
    List<AssetsPath> pathsBefore = before.asset().files();
    for (int i = 0; i < paths.size(); i++) {
      boolean isInItsPlace = paths.get(i).equals(pathsBefore.get(i));
      if (!(isInItsPlace && isSameByStamp(paths.get(i), before.stamps().get(i)))
          && !hasContent(paths.get(i), before.contents(), i)) {
        return false;
      }
    }
    return true;
  }

  /** The same for an asset whose files are all known by their stamps; opens none. */
  public boolean hasKeyByStamp(Asset asset, CachedAsset before) {
    return hasFilesByStamp(asset, before) && mayHaveKey(asset, before);
  }

  /** What of the key, and of what there was to report, files have no part in. */
  private boolean mayHaveKey(Asset asset, CachedAsset before) {
    return !(before.findings() instanceof Findings.NotKept)
        && (before.findings().count() == 0 || isInItsPlace(asset, before))
        && before.recipe().isCurrent()
        && before.recipe().bankType() == asset.settings().bankType()
        && before.asset().sources().size() == asset.sources().size()
        && before.stamps().size() == asset.files().size()
        && hasSettings(before, asset.settings());
  }

  /** Whether an asset has the settings, defaults included, that it was packed with. */
  public boolean hasSettings(CachedAsset before, BankSettings settings) {
    Optional<Form> known = last.filter(form -> form.settings().equals(settings));
    Form form = known.orElseGet(() -> new Form(settings, recipes.formOf(settings)));
    if (known.isEmpty()) {
      last = Optional.of(form);
    }
    return before.recipe().settings().equals(form.text());
  }

  /** Whether an asset has the files that it was packed from, none of which need be read. */
  public boolean hasFilesByStamp(Asset asset, CachedAsset before) {
    List<AssetsPath> paths = asset.files();
    if (asset.sources().size() != before.asset().sources().size()
        || before.stamps().size() != paths.size()
        || !paths.equals(before.asset().files())) {
      return false;
    }
    for (int i = 0; i < paths.size(); i++) {
      if (!isSameByStamp(paths.get(i), before.stamps().get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Findings name files: those of an asset that moved would name the old ones. */
  private static boolean isInItsPlace(Asset asset, CachedAsset before) {
    return before.asset().place().root().equals(asset.place().root())
        && before.asset().files().equals(asset.files());
  }

  /** Whether a file need not be read. */
  private boolean isSameByStamp(AssetsPath path, Optional<FileStamp> before) {
    Optional<FileStamp> now = stamps.find(path);
    return now.isPresent() && now.equals(before);
  }

  private boolean hasContent(AssetsPath path, FileContents before, int index) throws IOException {
    Optional<FileStamp> now = stamps.find(path);
    return (now.isEmpty() || now.get().sizeBytes() == before.sizeBytes(index))
        && digestOf(path).equals(Optional.of(before.digest(index)));
  }

  /** Empty for a file that has a fault: whoever converts it reports that. */
  private Optional<Sha256> digestOf(AssetsPath path) throws IOException {
    return switch (FileReader.digest(assets, path, Limits.SOURCE_BYTES)) {
      case Outcome.Accepted<SourceDigest>(SourceDigest read, var _) -> Optional.of(read.digest());
      case Outcome.Refused<SourceDigest> _ -> Optional.empty();
    };
  }
}
