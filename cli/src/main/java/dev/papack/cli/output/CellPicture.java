package dev.papack.cli.output;

/** A picture for a terminal, which shows two pixels in each cell: one above the other. */
public interface CellPicture {
  /**
   * The width.
   *
   * @return pixels and cells, at least 1
   */
  int widthPixels();

  /**
   * The height.
   *
   * @return pixels, twice as many as rows of cells; at least 1
   */
  int heightPixels();

  /**
   * A pixel.
   *
   * @param x from the left, from 0
   * @param y from the top, from 0
   * @return {@code 0xAARRGGBB}; less than half opaque is shown as nothing
   */
  int argb(int x, int y);
}
