package dev.papack.media;

/** A picture of palette entries that is shown row by row, from the top. */
public interface IndexedRows {
  /** At least 1. */
  int widthPixels();

  /** At least 1. */
  int heightPixels();

  /** The palette, 1 to 256 entries, as {@code 0xAARRGGBB}; the caller's own. */
  int[] palette();

  /**
   * Copies a row.
   *
   * @param y from 0
   * @param into takes {@link #widthPixels} indices, each below the length of the palette
   * @param offset the place of the first
   */
  void copyRow(int y, byte[] into, int offset);
}
