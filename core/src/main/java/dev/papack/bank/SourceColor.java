package dev.papack.bank;

import java.util.HexFormat;

/** How messages write a colour of a source. */
final class SourceColor {
  private SourceColor() {}

  /** {@code #rrggbb}, without the alpha. */
  static String text(int argb) {
    return "#" + HexFormat.of().toHexDigits(argb, 6);
  }
}
