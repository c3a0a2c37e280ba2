import java.util.Arrays;

/**
 * A picture in memory: one 0xAARRGGBB per pixel, row by row. What is painted outside of it is lost.
 */
final class Raster {
  final int width;
  final int height;
  private final int[] argb;

  Raster(int width, int height) {
    this.width = width;
    this.height = height;
    this.argb = new int[width * height];
  }

  /**
   * A picture from a grid of {@link Colour} letters, one line a row. Spaces only part tiles for the
   * eye.
   */
  static Raster of(String grid) {
    String[] rows = grid.replace(" ", "").stripTrailing().split("\n");
    Raster raster = new Raster(rows[0].length(), rows.length);
    for (int y = 0; y < rows.length; y++) {
      if (rows[y].length() != raster.width) {
        throw new IllegalArgumentException("row " + y + " has another width: " + rows[y]);
      }
      for (int x = 0; x < raster.width; x++) {
        raster.set(x, y, Colour.of(rows[y].charAt(x)).argb());
      }
    }
    return raster;
  }

  boolean contains(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height;
  }

  /** The pixel, or transparent outside of the picture. */
  int get(int x, int y) {
    return contains(x, y) ? argb[y * width + x] : 0;
  }

  boolean isClear(int x, int y) {
    return get(x, y) >>> 24 == 0;
  }

  void set(int x, int y, int colour) {
    if (contains(x, y)) {
      argb[y * width + x] = colour;
    }
  }

  void set(int x, int y, Colour colour) {
    set(x, y, colour.argb());
  }

  Raster fill(Colour colour) {
    Arrays.fill(argb, colour.argb());
    return this;
  }

  void rect(int left, int top, int rectWidth, int rectHeight, Colour colour) {
    for (int y = top; y < top + rectHeight; y++) {
      for (int x = left; x < left + rectWidth; x++) {
        set(x, y, colour);
      }
    }
  }

  /** Lays the visible pixels of {@code over} upon this picture. */
  Raster draw(Raster over, int left, int top) {
    for (int y = 0; y < over.height; y++) {
      for (int x = 0; x < over.width; x++) {
        if (!over.isClear(x, y)) {
          set(left + x, top + y, over.get(x, y));
        }
      }
    }
    return this;
  }

  Raster draw(String grid, int left, int top) {
    return draw(of(grid), left, top);
  }

  Raster copy() {
    return new Raster(width, height).draw(this, 0, 0);
  }

  Raster mirrored() {
    Raster mirror = new Raster(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        mirror.set(width - 1 - x, y, get(x, y));
      }
    }
    return mirror;
  }

  /** Paints the clear pixels that touch a visible one by a side. */
  Raster outlined(Colour colour) {
    Raster result = copy();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (isClear(x, y)
            && !(isClear(x - 1, y)
                && isClear(x + 1, y)
                && isClear(x, y - 1)
                && isClear(x, y + 1))) {
          result.set(x, y, colour);
        }
      }
    }
    return result;
  }
}
