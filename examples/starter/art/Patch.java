/**
 * A pool or a clearing of three by three tiles: corners, sides and a middle that repeat to any
 * size.
 */
final class Patch {
  private static final int SIDE = 48;

  private Patch() {}

  static Raster path() {
    Raster patch = new Raster(SIDE, SIDE);
    Raster grass = Ground.grass(1);
    Raster earth = Ground.earth();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double inside = depth(x, y);
        int colour = earth.get(x % 16, y % 16);
        if (inside < 0) {
          colour = grass.get(x % 16, y % 16);
          if (inside > -1.2) {
            colour = lit(x, y) ? Colour.LEAF_6.argb() : Colour.LEAF_3.argb();
          }
        } else if (inside < 1.2) {
          colour = Colour.WOOD_2.argb();
        } else if (inside < 2.6 && !lit(x, y)) {
          colour = Colour.WOOD_3.argb();
        }
        patch.set(x, y, colour);
      }
    }
    return patch;
  }

  static Raster pool() {
    Raster patch = new Raster(SIDE, SIDE);
    Raster grass = Ground.grass(1);
    Raster water = Ground.water(0);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double inside = depth(x, y);
        // The bank is seen only at the far side; there it is four pixels high.
        double below = Math.min(inside, depth(x, y - 4));
        int colour = water.get(x % 16, y % 16);
        if (inside < 0) {
          colour = inside > -1.2 ? Colour.LEAF_6.argb() : grass.get(x % 16, y % 16);
        } else if (inside < 1) {
          colour = Colour.WOOD_1.argb();
        } else if (below < 0) {
          colour = x * 5 % 7 < 2 ? Colour.WOOD_2.argb() : Colour.WOOD_3.argb();
        } else if (below < 1.2) {
          colour = Colour.WATER_5.argb();
        } else if (below < 2.6) {
          colour = Colour.WATER_2.argb();
        }
        patch.set(x, y, colour);
      }
    }
    return patch;
  }

  /** Beyond the lower right border the edge of the grass faces the light. */
  private static boolean lit(int x, int y) {
    return x + y > SIDE;
  }

  /** How many pixels a place lies inside of the border, which waves but joins every 16 pixels. */
  private static double depth(int x, int y) {
    double radius = 9;
    double half = SIDE / 2.0 - 4.5;
    double across = Math.abs(x + 0.5 - SIDE / 2.0) - half + radius;
    double down = Math.abs(y + 0.5 - SIDE / 2.0) - half + radius;
    double corner = StrictMath.hypot(Math.max(across, 0), Math.max(down, 0));
    double distance = corner + Math.min(Math.max(across, down), 0) - radius;
    return -distance + 1.3 * new Noise(9).wave(x, y);
  }
}
