package dev.papack.bank.reduction;

import dev.papack.media.Rgb565;
import java.util.Arrays;
import java.util.List;

/**
 * The laws of pixels as {@code workspace.md} has them, written from there and not from the product.
 */
public final class LawOfPixels {
  private static final int[][] BAYER = {
    {0, 32, 8, 40, 2, 34, 10, 42},
    {48, 16, 56, 24, 50, 18, 58, 26},
    {12, 44, 4, 36, 14, 46, 6, 38},
    {60, 28, 52, 20, 62, 30, 54, 22},
    {3, 35, 11, 43, 1, 33, 9, 41},
    {51, 19, 59, 27, 49, 17, 57, 25},
    {15, 47, 7, 39, 13, 45, 5, 37},
    {63, 31, 55, 23, 61, 29, 53, 21}
  };

  private LawOfPixels() {}

  /** The coordinates of a colour in units of 1/32768. */
  public static long[] units(int rgb) {
    double[] exact = exact(rgb);
    return new long[] {
      Math.round(exact[0] * 32768), Math.round(exact[1] * 32768), Math.round(exact[2] * 32768)
    };
  }

  static double[] exact(int rgb) {
    double red = linear((rgb >> 16 & 0xFF) / 255.0);
    double green = linear((rgb >> 8 & 0xFF) / 255.0);
    double blue = linear((rgb & 0xFF) / 255.0);
    double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /**
   * The coordinates of the colours of a palette.
   *
   * @param bits as the console has them
   */
  public static long[][] units(int[] bits) {
    return Arrays.stream(bits).mapToObj(color -> units(widened(color))).toArray(long[][]::new);
  }

  private static int widened(int bits) {
    int red = (int) Math.round((bits >> 11) * 255 / 31.0);
    int green = (int) Math.round((bits >> 5 & 63) * 255 / 63.0);
    int blue = (int) Math.round((bits & 31) * 255 / 31.0);
    return red << 16 | green << 8 | blue;
  }

  private static long[][] units(List<Rgb565> palette) {
    return units(palette.stream().mapToInt(Rgb565::bits).toArray());
  }

  static long squared(long[] one, long[] other) {
    return dot(one, other, one, other);
  }

  /** (b - a) . (d - c). */
  private static long dot(long[] a, long[] b, long[] c, long[] d) {
    long sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (b[i] - a[i]) * (d[i] - c[i]);
    }
    return sum;
  }

  /** The entry that a pixel shows without dithering, from 1. */
  static int nearest(List<Rgb565> palette, int rgb) {
    return nearest(units(palette), units(rgb));
  }

  /** The same of coordinates. */
  public static int nearest(long[][] palette, long[] color) {
    int nearest = 1;
    for (int entry = 2; entry <= palette.length; entry++) {
      if (squared(palette[entry - 1], color) < squared(palette[nearest - 1], color)) {
        nearest = entry;
      }
    }
    return nearest;
  }

  /** The entry that a pixel shows with ordered dithering, from 1. */
  static int ordered(List<Rgb565> palette, int rgb, int x, int y) {
    return ordered(units(palette), units(rgb), x, y);
  }

  /** The same of coordinates. */
  public static int ordered(long[][] palette, long[] color, int x, int y) {
    int first = nearest(palette, color);
    long[] from = palette[first - 1];
    long least = 4 * 64 * 64 * squared(from, color);
    int second = first;
    long parts = 0;
    for (int entry = 1; entry <= palette.length; entry++) {
      long[] to = palette[entry - 1];
      long apart = squared(from, to);
      if (apart == 0) {
        continue;
      }
      long along = dot(from, to, from, color);
      long share = Math.round(Math.floor((512.0 * along - 61 * apart) / (6.0 * apart)));
      if (share < 1) {
        continue;
      }
      long error = 0;
      for (int i = 0; i < 3; i++) {
        long difference = 64 * (color[i] - from[i]) - share * (to[i] - from[i]);
        error += 4 * difference * difference;
      }
      error += share * (64 - share) * apart;
      if (error < least) {
        least = error;
        second = entry;
        parts = share;
      }
    }
    int threshold = BAYER[y % 8][x % 8];
    boolean isSecond = second > first ? threshold < parts : threshold >= 64 - parts;
    return isSecond ? second : first;
  }
}
