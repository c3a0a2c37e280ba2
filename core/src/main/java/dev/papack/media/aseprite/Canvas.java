package dev.papack.media.aseprite;

import dev.papack.media.PictureSize;
import java.util.Arrays;

/**
 * One frame as its cels are drawn: colours, {@code 0xAARRGGBB}, or indices. Memory: 4 bytes a
 * pixel.
 */
final class Canvas {
  private final PictureSize size;
  private final int[][] rows;
  private final int clear;

  /**
   * A clear frame.
   *
   * @param clear the value of a pixel where nothing is drawn
   */
  Canvas(PictureSize size, int clear) {
    this.size = size;
    this.clear = clear;
    rows = new int[size.heightPixels()][size.widthPixels()];
  }

  void clear() {
    for (int[] row : rows) {
      Arrays.fill(row, clear);
    }
  }

  PictureSize size() {
    return size;
  }

  /** The values of a row, which the next frame changes. */
  int[] row(int y) {
    return rows[y];
  }

  boolean hasRow(int y) {
    return y >= 0 && y < rows.length;
  }
}
