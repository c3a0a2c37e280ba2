package dev.papack.bank.reduction;

import dev.papack.media.Rgb565;

/**
 * All colours that a console can show, and which of them is nearest to any colour. They lie in a
 * grid of cubes: a search begins in the cube of the colour and goes outwards until no nearer one
 * can follow.
 */
final class ConsoleColors {
  private static final int COUNT = Rgb565.MAX_BITS + 1;

  /** A cube has about 20 colours. */
  private static final int CUBE_BITS = 10;

  private static final int CUBE = 1 << CUBE_BITS;

  /** Puts every a and b above 0: they lie between -0.32 and 0.28. */
  private static final int SHIFT = 11 * CUBE;

  private static final int SIDE_L = 33;
  private static final int SIDE = 22;

  private final long[] oklab = new long[COUNT];
  private final int[] cubeStart = new int[SIDE_L * SIDE * SIDE + 1];
  private final char[] byCube = new char[COUNT];

  ConsoleColors(Oklab conversion) {
    for (int bits = 0; bits < COUNT; bits++) {
      oklab[bits] = conversion.of(new Rgb565(bits).argb());
      cubeStart[cubeOf(oklab[bits]) + 1]++;
    }
    for (int cube = 1; cube < cubeStart.length; cube++) {
      cubeStart[cube] += cubeStart[cube - 1];
    }
    int[] next = cubeStart.clone();
    for (int bits = 0; bits < COUNT; bits++) {
      byCube[next[cubeOf(oklab[bits])]++] = (char) bits;
    }
  }

  private static int cubeOf(long color) {
    return cube(Oklab.l(color) >> CUBE_BITS, cubeOf(Oklab.a(color)), cubeOf(Oklab.b(color)));
  }

  private static int cubeOf(int coordinate) {
    return (coordinate + SHIFT) >> CUBE_BITS;
  }

  private static int cube(int l, int a, int b) {
    return (l * SIDE + a) * SIDE + b;
  }

  /** Where a colour is. */
  long oklab(int bits) {
    return oklab[bits];
  }

  /** Where the colours of palettes are. */
  long[][] oklab(char[][] palettes) {
    long[][] colors = new long[palettes.length][];
    for (int palette = 0; palette < palettes.length; palette++) {
      colors[palette] = new long[palettes[palette].length];
      for (int place = 0; place < colors[palette].length; place++) {
        colors[palette][place] = oklab[palettes[palette][place]];
      }
    }
    return colors;
  }

  /**
   * The nearest colour, of several the one with the lowest bits.
   *
   * @param color any mean of colours
   */
  int nearest(long color) {
    int l = Oklab.l(color) >> CUBE_BITS;
    int a = cubeOf(Oklab.a(color));
    int b = cubeOf(Oklab.b(color));
    int nearest = 0;
    int distance = Integer.MAX_VALUE;
    // Everything in ring r + 1 or further is at least r cubes away.
    for (int ring = 0; ; ring++) {
      for (int i = Math.max(0, l - ring); i <= Math.min(SIDE_L - 1, l + ring); i++) {
        for (int j = Math.max(0, a - ring); j <= Math.min(SIDE - 1, a + ring); j++) {
          boolean isShell = Math.abs(i - l) == ring || Math.abs(j - a) == ring;
          int step = isShell || ring == 0 ? 1 : 2 * ring;
          for (int k = b - ring; k <= b + ring; k += step) {
            if (k < 0 || k >= SIDE) {
              continue;
            }
            int cube = cube(i, j, k);
            for (int place = cubeStart[cube]; place < cubeStart[cube + 1]; place++) {
              int bits = byCube[place];
              int found = Oklab.distance(color, oklab[bits]);
              if (found < distance || (found == distance && bits < nearest)) {
                nearest = bits;
                distance = found;
              }
            }
          }
        }
      }
      long reached = (long) ring * CUBE;
      if (distance < reached * reached) {
        return nearest;
      }
    }
  }
}
