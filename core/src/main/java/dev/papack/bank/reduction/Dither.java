package dev.papack.bank.reduction;

/** By which law a pixel gets an entry of its tile's palette. */
public enum Dither {
  /** The nearest entry. */
  NONE {
    @Override
    boolean looksAtHiddenEntries() {
      return false;
    }

    @Override
    int entry(long[] palette, long color, int x, int y) {
      return nearest(palette, color);
    }
  },

  /**
   * The nearest entry, or one that mixes with it to the pixel's colour, by the pixel's place in a
   * matrix of 8 x 8.
   */
  ORDERED {
    @Override
    boolean looksAtHiddenEntries() {
      return true;
    }

    @Override
    int entry(long[] palette, long color, int x, int y) {
      int nearest = nearest(palette, color);
      long least = 4 * PARTS * PARTS * Oklab.distance(palette[nearest], color);
      int other = nearest;
      int parts = 0;
      for (int entry = 0; entry < palette.length; entry++) {
        long apart = Oklab.distance(palette[nearest], palette[entry]);
        if (apart == 0) {
          continue;
        }
        long along = along(palette[nearest], palette[entry], color);
        long share = Math.floorDiv(2 * (256 * along - 32 * apart) + 3 * apart, 6 * apart);
        if (share > 0) {
          long found = mixture(palette[nearest], palette[entry], color, share, apart);
          if (found < least) {
            least = found;
            other = entry;
            parts = (int) share;
          }
        }
      }
      int threshold = threshold(x, y);
      boolean isOther = other > nearest ? threshold < parts : threshold >= PARTS - parts;
      return isOther ? other : nearest;
    }
  };

  /** How many parts a mixture of two colours has: the places of the matrix. */
  private static final long PARTS = 64;

  /**
   * Chooses.
   *
   * @param palette at least one colour
   * @param color what the pixel shows in the source
   * @param x its column in the tile
   * @param y its row in the tile
   * @return a place in the palette
   */
  abstract int entry(long[] palette, long color, int x, int y);

  /** Whether the choice may change if an entry is taken away that was not chosen. */
  abstract boolean looksAtHiddenEntries();

  /** Of several that are equally near the first. */
  private static int nearest(long[] palette, long color) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int entry = 0; entry < palette.length; entry++) {
      int found = Oklab.distance(palette[entry], color);
      if (found < least) {
        least = found;
        nearest = entry;
      }
    }
    return nearest;
  }

  /** How far a colour lies in the direction from one to another, times their distance. */
  private static long along(long from, long to, long color) {
    return (long) (Oklab.l(color) - Oklab.l(from)) * (Oklab.l(to) - Oklab.l(from))
        + (long) (Oklab.a(color) - Oklab.a(from)) * (Oklab.a(to) - Oklab.a(from))
        + (long) (Oklab.b(color) - Oklab.b(from)) * (Oklab.b(to) - Oklab.b(from));
  }

  /** Four times the squared error of a mixture, and how restless it looks. */
  private static long mixture(long one, long other, long color, long parts, long apart) {
    long l = PARTS * (Oklab.l(color) - Oklab.l(one)) - parts * (Oklab.l(other) - Oklab.l(one));
    long a = PARTS * (Oklab.a(color) - Oklab.a(one)) - parts * (Oklab.a(other) - Oklab.a(one));
    long b = PARTS * (Oklab.b(color) - Oklab.b(one)) - parts * (Oklab.b(other) - Oklab.b(one));
    return 4 * (l * l + a * a + b * b) + parts * (PARTS - parts) * apart;
  }

  /** The matrix of Bayer, 0 to 63: bits of x xor y and of y, the lowest of each first. */
  private static int threshold(int x, int y) {
    int threshold = 0;
    for (int bit = 0; bit < 3; bit++) {
      threshold = 4 * threshold + 2 * ((x ^ y) >>> bit & 1) + (y >>> bit & 1);
    }
    return threshold;
  }
}
