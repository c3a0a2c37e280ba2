package dev.papack.bank.reduction;

import java.util.Arrays;

/**
 * Colours in Oklab, each coordinate in units of 1/{@value #UNITS} and rounded to the nearest. With
 * whole numbers, distances are exact and ties are ties on every machine.
 *
 * <p>A colour is one number, so that many fit in an array: 16 bits each of {@code L}, {@code a} and
 * {@code b}. The squared distance of any two colours fits an int.
 */
final class Oklab {
  /** How many units are 1. */
  static final int UNITS = 1 << 15;

  private static final int VALUES = 256;
  private static final int REMEMBERED = 1 << 14;

  private final double[] linear = new double[VALUES];

  // What was asked for lately: most pixels have a colour that others have.
  private final int[] rememberedRgb = new int[REMEMBERED];
  private final long[] remembered = new long[REMEMBERED];

  Oklab() {
    Arrays.fill(rememberedRgb, -1);
    for (int value = 0; value < VALUES; value++) {
      double c = value / 255.0;
      linear[value] = c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }
  }

  /**
   * Converts.
   *
   * @param rgb 8 bits each of sRGB, {@code 0xRRGGBB}; higher bits are not looked at
   */
  long of(int rgb) {
    int color = rgb & 0xFFFFFF;
    int place = (color * 0x9E3779B1) >>> 18;
    if (rememberedRgb[place] != color) {
      rememberedRgb[place] = color;
      remembered[place] = converted(color);
    }
    return remembered[place];
  }

  private long converted(int rgb) {
    double red = linear[rgb >>> 16 & 0xFF];
    double green = linear[rgb >>> 8 & 0xFF];
    double blue = linear[rgb & 0xFF];
    double l = StrictMath.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = StrictMath.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = StrictMath.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return pack(
        rounded(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s),
        rounded(1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s),
        rounded(0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s));
  }

  private static int rounded(double coordinate) {
    return (int) StrictMath.floor(coordinate * UNITS + 0.5);
  }

  static long pack(int l, int a, int b) {
    return ((long) l << 32) | ((a & 0xFFFFL) << 16) | (b & 0xFFFFL);
  }

  static int l(long color) {
    return (int) (color >>> 32);
  }

  static int a(long color) {
    return (short) (color >>> 16);
  }

  static int b(long color) {
    return (short) color;
  }

  /** The squared distance of two colours, in squared units. */
  static int distance(long one, long other) {
    int l = l(one) - l(other);
    int a = a(one) - a(other);
    int b = b(one) - b(other);
    return l * l + a * a + b * b;
  }
}
