package dev.papack.media.aseprite;

/**
 * The four modes that take hue, saturation or luminosity from one colour and the rest from the
 * other, in double precision as Aseprite computes them; parts are truncated, not rounded.
 */
final class HslBlend {
  private HslBlend() {}

  static int hue(int backdrop, int source) {
    double[] rgb = parts(source);
    saturate(rgb, saturation(parts(backdrop)));
    return lit(rgb, luminosity(parts(backdrop)));
  }

  static int saturation(int backdrop, int source) {
    double[] rgb = parts(backdrop);
    double luminosity = luminosity(rgb);
    saturate(rgb, saturation(parts(source)));
    return lit(rgb, luminosity);
  }

  static int color(int backdrop, int source) {
    return lit(parts(source), luminosity(parts(backdrop)));
  }

  static int luminosity(int backdrop, int source) {
    return lit(parts(backdrop), luminosity(parts(source)));
  }

  private static double[] parts(int argb) {
    return new double[] {
      (argb >> 16 & 0xFF) / 255.0, (argb >> 8 & 0xFF) / 255.0, (argb & 0xFF) / 255.0
    };
  }

  private static double luminosity(double[] rgb) {
    return 0.3 * rgb[0] + 0.59 * rgb[1] + 0.11 * rgb[2];
  }

  private static double saturation(double[] rgb) {
    return highest(rgb) - lowest(rgb);
  }

  private static double highest(double[] rgb) {
    return Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
  }

  private static double lowest(double[] rgb) {
    return Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
  }

  /**
   * Stretches a colour from 0 to its saturation. Versions before 1.3.17 left one of the two lower
   * parts as it was if they were equal.
   */
  private static void saturate(double[] rgb, double saturation) {
    double lowest = lowest(rgb);
    double range = highest(rgb) - lowest;
    int highest = greater(rgb, 0, greater(rgb, 1, 2));
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = range > 0 ? (rgb[i] - lowest) * saturation / range : 0;
    }
    rgb[highest] = range > 0 ? saturation : 0;
  }

  private static int greater(double[] rgb, int one, int other) {
    return rgb[one] > rgb[other] ? one : other;
  }

  /** The colour with another luminosity, as far as 8 bits have it. */
  private static int lit(double[] rgb, double luminosity) {
    double change = luminosity - luminosity(rgb);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] += change;
    }
    clip(rgb);
    return part(rgb[0]) << 16 | part(rgb[1]) << 8 | part(rgb[2]);
  }

  private static void clip(double[] rgb) {
    double l = luminosity(rgb);
    double lowest = lowest(rgb);
    double highest = highest(rgb);
    if (lowest < 0) {
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] = l + (rgb[i] - l) * l / (l - lowest);
      }
    }
    if (highest > 1) {
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] = l + (rgb[i] - l) * (1 - l) / (highest - l);
      }
    }
  }

  private static int part(double part) {
    return (int) (255.0 * part) & 0xFF;
  }
}
