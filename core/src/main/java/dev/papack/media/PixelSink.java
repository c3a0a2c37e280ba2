package dev.papack.media;

/** Takes the pixels of a picture, in whatever order its file has them. */
@FunctionalInterface
public interface PixelSink {
  /**
   * Takes some pixels of one row.
   *
   * @param y the row
   * @param x the column of the first
   * @param step from the column of one to that of the next
   * @param argb their colours, as {@code 0xAARRGGBB}; the caller's own
   * @param count how many there are
   */
  void accept(int y, int x, int step, int[] argb, int count);
}
