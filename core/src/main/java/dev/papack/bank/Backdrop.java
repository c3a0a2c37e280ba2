package dev.papack.bank;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import dev.papack.media.TruecolorPicture;
import java.util.Optional;

/**
 * An opaque index 0 that fills the border of a picture: the background that console tools do not
 * show.
 *
 * @param argb its colour
 * @param pixels how many pixels of the border have it
 * @param border how many pixels the border has
 */
record Backdrop(int argb, int pixels, int border) {
  /** Of the pixels at the border, so many in a hundred have to be of index 0. */
  private static final int PERCENT = 60;

  private static final int GAME_BOY_COLORS = 4;
  private static final int GAME_BOY_WIDTH_PIXELS = 160;
  private static final int GAME_BOY_HEIGHT_PIXELS = 144;

  static Optional<Backdrop> of(Picture picture) {
    return switch (picture) {
      case TruecolorPicture _ -> Optional.empty();
      case IndexedPicture indexed when !indexed.isOpaque(0) || isGameBoyScreen(indexed) ->
          Optional.empty();
      case IndexedPicture indexed -> of(indexed);
    };
  }

  /**
   * Whether a picture is a background of the Game Boy: at least as large as its screen, and with a
   * palette of no more than its four shades. All of these are shown, index 0 as well: it is the
   * night sky or the wall of a cave that reaches the border. Sprites of four shades are smaller,
   * and pictures for consoles with more colours have longer palettes; a well-known key is none of
   * the shades.
   */
  private static boolean isGameBoyScreen(IndexedPicture picture) {
    return picture.paletteSize() <= GAME_BOY_COLORS
        && picture.widthPixels() >= GAME_BOY_WIDTH_PIXELS
        && picture.heightPixels() >= GAME_BOY_HEIGHT_PIXELS
        && BorderKey.KNOWN.stream()
            .noneMatch(key -> key.rgb() == (picture.paletteArgb(0) & 0xFFFFFF));
  }

  private static Optional<Backdrop> of(IndexedPicture picture) {
    int width = picture.widthPixels();
    int height = picture.heightPixels();
    int border = 0;
    int pixels = 0;
    for (int y = 0; y < height; y++) {
      boolean isEdge = y == 0 || y == height - 1;
      for (int x = 0; x < width; x += isEdge ? 1 : Math.max(1, width - 1)) {
        border++;
        pixels += picture.index(x, y) == 0 ? 1 : 0;
      }
    }
    return (long) pixels * 100 >= (long) border * PERCENT
        ? Optional.of(new Backdrop(picture.paletteArgb(0), pixels, border))
        : Optional.empty();
  }

  /** Says that it was made transparent. */
  Diagnostic note(Location location) {
    return Diagnostic.note(
            DiagnosticCode.BACKDROP_TRANSPARENT,
            location,
            inWords() + "; it was made transparent, as consoles show index 0")
        .found(SourceColor.text(argb))
        .advice("if it is a colour of the picture, use \"palettes\": \"auto\" without \"index_0\"");
  }

  String inWords() {
    return "index 0, "
        + SourceColor.text(argb)
        + ", is the background: it fills "
        + pixels
        + " of "
        + border
        + " pixels of the border";
  }
}
