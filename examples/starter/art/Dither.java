/** Bayer's order of the dots in a cell of 4 x 4: any number of them lies evenly. */
final class Dither {
  static final int[][] ORDER = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};

  private Dither() {}
}
