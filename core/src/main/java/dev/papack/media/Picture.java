package dev.papack.media;

import dev.papack.diagnostic.PixelRectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A decoded picture, as a console can show it: of each pixel whether it is opaque, and its colour
 * in 16 bits. Rows run from the top, pixels from the left. A picture needs at most 2.2 bytes a
 * pixel; whoever needs the exact colours of a few pixels asks for them.
 */
public sealed interface Picture permits IndexedPicture, TruecolorPicture {
  /** What {@link #color} gives for pixels that are not opaque. */
  int TRANSPARENT = -1;

  /** At least 1. */
  int widthPixels();

  /** At least 1. */
  int heightPixels();

  /** Both sides. */
  default PictureSize size() {
    return new PictureSize(widthPixels(), heightPixels());
  }

  /** By which rule its pixels are opaque. */
  PixelRule rule();

  /** The {@link Rgb565#bits} at a place inside the picture, or {@link #TRANSPARENT}. */
  int color(int x, int y);

  /** The pixels that are neither opaque nor transparent by the rule, if there are any. */
  Optional<UndecidedPixels> undecided();

  /** How many pixels are transparent for no reason but that they have the key's colour. */
  int keyPixels();

  /**
   * The exact colours of some parts, 8 bits each, not premultiplied, as {@code 0xAARRGGBB}.
   *
   * @param places inside the picture; may be none
   * @return for each its pixels, row by row
   * @throws IOException if the picture has to be decoded again, and its file cannot be read
   */
  List<int[]> argb(List<PixelRectangle> places) throws IOException;

  /**
   * Gives the exact colour of every pixel once, as {@link #argb} does; the same every time.
   *
   * @throws IOException if the picture has to be decoded again, and its file cannot be read
   */
  void each(PixelSink sink) throws IOException;
}
