package dev.papack.bank;

import dev.papack.asset.KeyColor;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import dev.papack.media.Rgb565;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A colour that artists use for transparency, at the border of a picture that has no transparent
 * pixel: it would be visible in the game.
 */
final class BorderKey {
  /** Magenta, GB Studio's green, and the screens of film and television. */
  static final List<KeyColor> KNOWN =
      List.of(
          new KeyColor(0xFF00FF),
          new KeyColor(0x65FF00),
          new KeyColor(0x00FF00),
          new KeyColor(0x00FFFF));

  /** Of the pixels at the border, so many in a hundred have to be of the key. */
  static final int PERCENT = 50;

  private BorderKey() {}

  /** The note, if there is reason for one. */
  static Optional<Diagnostic> of(Sheet sheet) throws IOException {
    return find(sheet.picture())
        .map(key ->
            SettingFix.add(
                Diagnostic.note(
                        DiagnosticCode.KEY_LIKELY,
                        sheet.location(),
                        "the picture has no transparent pixel, and most of its border is "
                            + key
                            + ", a colour that often stands for transparency: the console will show it")
                    .found(key.toString()),
                "make it transparent",
                new Argument.OfSetting("transparent_color", key.toString())));
  }

  /** The known key that fills the border of an opaque picture. */
  static Optional<KeyColor> find(Picture picture) throws IOException {
    Optional<KeyColor> likely =
        KNOWN.stream()
            .filter(key -> isMost(picture, Rgb565.nearestBits(key.rgb())))
            .findFirst()
            .filter(_ -> isOpaquePictureOfMoreColors(picture));
    // The colours of a decoded picture are rounded; the key is not.
    return likely.isPresent() && isExact(picture, likely.get()) ? likely : Optional.empty();
  }

  private static boolean isMost(Picture picture, int bits) {
    int width = picture.widthPixels();
    int height = picture.heightPixels();
    long border = 0;
    long equal = 0;
    for (int y = 0; y < height; y++) {
      boolean isEdge = y == 0 || y == height - 1;
      int step = isEdge ? 1 : Math.max(1, width - 1);
      for (int x = 0; x < width; x += step) {
        border++;
        equal += picture.color(x, y) == bits ? 1 : 0;
      }
    }
    return equal * 100 >= border * PERCENT;
  }

  private static boolean isOpaquePictureOfMoreColors(Picture picture) {
    int first = picture.color(0, 0);
    boolean isOfMore = false;
    for (int y = 0; y < picture.heightPixels(); y++) {
      for (int x = 0; x < picture.widthPixels(); x++) {
        int color = picture.color(x, y);
        if (color == Picture.TRANSPARENT) {
          return false;
        }
        isOfMore |= color != first;
      }
    }
    return isOfMore;
  }

  private static boolean isExact(Picture picture, KeyColor key) throws IOException {
    PixelRectangle top = new PixelRectangle(0, 0, picture.widthPixels(), 1);
    PixelRectangle left = new PixelRectangle(0, 0, 1, picture.heightPixels());
    return picture.argb(List.of(top, left)).stream()
        .flatMapToInt(Arrays::stream)
        .anyMatch(argb -> (argb & 0xFFFFFF) == key.rgb());
  }
}
