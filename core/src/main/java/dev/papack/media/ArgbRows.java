package dev.papack.media;

/** A picture that is shown row by row, from the top. */
public interface ArgbRows {
  /** At least 1. */
  int widthPixels();

  /** At least 1. */
  int heightPixels();

  /**
   * Copies a row.
   *
   * @param y from 0
   * @param into takes {@link #widthPixels} colours, not premultiplied, as {@code 0xAARRGGBB}
   */
  void copyRow(int y, int[] into);
}
