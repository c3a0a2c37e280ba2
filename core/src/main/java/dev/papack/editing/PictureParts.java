package dev.papack.editing;

import dev.papack.asset.Asset;
import dev.papack.asset.TilesSettings;
import dev.papack.convert.Conversion;
import dev.papack.convert.MemoryBudget;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.disk.OutOfMemoryException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.media.DecodedPicture;
import dev.papack.media.Picture;
import dev.papack.media.PictureChoice;
import dev.papack.media.PictureFormat;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import dev.papack.media.formats.MediaFormats;
import dev.papack.result.PicturePart;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.OpenSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Parts of source pictures, for whoever shows what is wrong in them. */
public final class PictureParts {
  private static final long BYTES_PER_PIXEL = 8;

  private final ReadableDirectory assets;
  private final MemoryBudget memory;

  /**
   * Looks into source pictures.
   *
   * @param assets the open folder
   * @param memory what decoding may take
   */
  public PictureParts(ReadableDirectory assets, MemoryBudget memory) {
    this.assets = assets;
    this.memory = memory;
  }

  /**
   * Decodes each picture once, as the first asset that has it does.
   *
   * @param places of each source, as diagnostics name them
   * @param declared the assets of the workspace
   * @return for each place its part, cut where the picture ends; empty where the place is outside
   *     of it, and for a file that cannot be decoded
   */
  public Map<AssetsPath, List<Optional<PicturePart>>> of(
      Map<AssetsPath, List<PixelRectangle>> places, List<Asset> declared) throws IOException {
    Map<AssetsPath, PictureChoice> choices = new HashMap<>();
    for (Asset asset : declared) {
      if (asset.settings() instanceof TilesSettings settings) {
        PictureChoice choice = new PictureChoice(settings.layers(), settings.tag());
        asset.sources().forEach(source -> choices.putIfAbsent(source, choice));
      }
    }
    Map<AssetsPath, List<Optional<PicturePart>>> parts = new TreeMap<>();
    for (Map.Entry<AssetsPath, List<PixelRectangle>> picture : places.entrySet()) {
      PictureChoice choice = choices.getOrDefault(picture.getKey(), PictureChoice.EVERYTHING);
      parts.put(picture.getKey(), parts(picture.getKey(), choice, picture.getValue()));
    }
    return parts;
  }

  private List<Optional<PicturePart>> parts(
      AssetsPath file, PictureChoice choice, List<PixelRectangle> places) throws IOException {
    Outcome<List<Optional<PicturePart>>> parts =
        FileReader.open(assets, file, Limits.SOURCE_BYTES)
            .then(source -> {
              try (source) {
                return MediaFormats.SUPPORTED
                    .pictureFormat(source.head())
                    .then(format -> decode(file, source, format, choice, places));
              }
            });
    return parts instanceof Outcome.Accepted<List<Optional<PicturePart>>>(var found, var _)
        ? found
        : places.stream().map(_ -> Optional.<PicturePart>empty()).toList();
  }

  private Outcome<List<Optional<PicturePart>>> decode(
      AssetsPath file,
      OpenSource source,
      PictureFormat format,
      PictureChoice choice,
      List<PixelRectangle> places)
      throws IOException {
    var extent = format.extentOf(source.reader());
    long pixels = extent.pictures().stream().mapToLong(PictureSize::pixels).sum();
    long needed = extent.neededBytes() + BYTES_PER_PIXEL * pixels + Conversion.MAX_KEPT_BYTES;
    return memory.within(
        new OutOfMemoryException.Need(file.inWorkspace().text(), needed),
        () ->
            format
                .decode(source.read(Conversion.MAX_KEPT_BYTES), PixelRule.STRICT, choice)
                .then(decoded -> Outcome.of(cut(decoded, places))));
  }

  private static List<Optional<PicturePart>> cut(
      DecodedPicture decoded, List<PixelRectangle> places) throws IOException {
    Picture picture = decoded.picture();
    List<Optional<PicturePart>> parts = new ArrayList<>();
    for (PixelRectangle place : places) {
      Optional<PixelRectangle> inside = inside(place, picture.size());
      parts.add(inside.isEmpty() ? Optional.empty() : Optional.of(part(picture, inside.get())));
    }
    return parts;
  }

  private static PicturePart part(Picture picture, PixelRectangle place) throws IOException {
    int[] argb = picture.argb(List.of(place)).getFirst();
    return new PicturePart(place, Arrays.stream(argb).boxed().toList());
  }

  private static Optional<PixelRectangle> inside(PixelRectangle place, PictureSize size) {
    int width =
        Math.min(
            PicturePart.MAX_SIDE_PIXELS, Math.min(place.width(), size.widthPixels() - place.x()));
    int height =
        Math.min(
            PicturePart.MAX_SIDE_PIXELS, Math.min(place.height(), size.heightPixels() - place.y()));
    return width > 0 && height > 0
        ? Optional.of(new PixelRectangle(place.x(), place.y(), width, height))
        : Optional.empty();
  }
}
