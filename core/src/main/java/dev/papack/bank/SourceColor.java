package dev.papack.bank;

import java.util.HexFormat;

/** Colours of a source, as messages write and compare them. */
final class SourceColor {
  private SourceColor() {}

  /** {@code #rrggbb}, without the alpha. */
  static String text(int argb) {
    return "#" + HexFormat.of().toHexDigits(argb, 6);
  }

  /** How different two look: squares weighted 2, 4, 3 for red, green and blue. */
  static int distance(int one, int two) {
    int red = (one >>> 16 & 0xFF) - (two >>> 16 & 0xFF);
    int green = (one >>> 8 & 0xFF) - (two >>> 8 & 0xFF);
    int blue = (one & 0xFF) - (two & 0xFF);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
  }
}
