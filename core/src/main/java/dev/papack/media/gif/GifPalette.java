package dev.papack.media.gif;

import dev.papack.media.DecodingRefusal;
import dev.papack.media.SourceBytes;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where the colours of a palette are.
 *
 * @param positionBytes of the first of them
 * @param size 2 to 256, a power of two
 */
record GifPalette(long positionBytes, int size) {
  private static final int ENTRY_BYTES = 3;
  private static final int OPAQUE = 0xFF;

  /** The palette that begins here, of a size as flags say it; goes on behind it. */
  static GifPalette next(SourceBytes bytes, int flags) throws DecodingRefusal {
    GifPalette palette = new GifPalette(bytes.position(), 2 << (flags & 7));
    bytes.skip((long) palette.size * ENTRY_BYTES, "a palette");
    return palette;
  }

  /** Its colours, opaque, as {@code 0xFFRRGGBB}. */
  int[] argb(SourceBytes bytes) throws DecodingRefusal, IOException {
    long position = bytes.position();
    bytes.seek(positionBytes);
    byte[] rgb = new byte[size * ENTRY_BYTES];
    bytes.read(rgb, rgb.length, "a palette");
    bytes.seek(position);
    int[] argb = new int[size];
    Arrays.setAll(argb, entry -> color(rgb, entry * ENTRY_BYTES));
    return argb;
  }

  private static int color(byte[] rgb, int at) {
    return (OPAQUE << 24)
        | ((rgb[at] & 0xFF) << 16)
        | ((rgb[at + 1] & 0xFF) << 8)
        | (rgb[at + 2] & 0xFF);
  }
}
