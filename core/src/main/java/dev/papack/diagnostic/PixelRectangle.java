package dev.papack.diagnostic;

/**
 * A part of a picture.
 *
 * @param x pixels from the left, from 0
 * @param y pixels from the top, from 0
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record PixelRectangle(int x, int y, int width, int height) {
  /**
   * Refuses an empty rectangle.
   *
   * @throws IllegalArgumentException naming the numbers
   */
  public PixelRectangle {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          width + "x" + height + " at " + x + "," + y + " is not a part of a picture");
    }
  }

  @Override
  public String toString() {
    return width + "x" + height + " at " + x + "," + y;
  }
}
