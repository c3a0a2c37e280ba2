package dev.papack.media.png;

import java.nio.ByteBuffer;

/** Whole PNG files of 8-bit truecolour with alpha, for tests of other packages. */
public final class PngFile {
  private PngFile() {}

  /**
   * A picture.
   *
   * @param argb row by row, {@code 0xAARRGGBB}
   */
  public static byte[] of(int widthPixels, int heightPixels, int... argb) {
    ByteBuffer rows = ByteBuffer.allocate(heightPixels * (1 + 4 * widthPixels));
    for (int y = 0; y < heightPixels; y++) {
      rows.put((byte) 0);
      for (int x = 0; x < widthPixels; x++) {
        int color = argb[y * widthPixels + x];
        rows.putInt(color << 8 | color >>> 24);
      }
    }
    return PngBytes.withHeader(widthPixels, heightPixels, 6)
        .chunk("IDAT", PngBytes.deflate(rows.array()))
        .end()
        .array();
  }

  /** A picture of one colour. */
  public static byte[] filled(int widthPixels, int heightPixels, int argb) {
    int[] colors = new int[widthPixels * heightPixels];
    java.util.Arrays.fill(colors, argb);
    return of(widthPixels, heightPixels, colors);
  }
}
