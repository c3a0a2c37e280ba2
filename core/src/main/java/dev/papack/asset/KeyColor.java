package dev.papack.asset;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour that stands for transparency in a picture.
 *
 * @param rgb {@code 0xRRGGBB}, 8 bits a channel, before any rounding
 */
public record KeyColor(int rgb) {
  /** How it is written. */
  public static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

  private static final int MAX_RGB = 0xFFFFFF;

  /**
   * Refuses what is no colour.
   *
   * @throws IllegalArgumentException naming the value
   */
  public KeyColor {
    if (rgb < 0 || rgb > MAX_RGB) {
      throw new IllegalArgumentException("colour " + rgb);
    }
  }

  /**
   * The colour that a text names.
   *
   * @param text such as {@code #ff00ff}, in upper or lower case
   * @return empty if it is none
   */
  public static Optional<KeyColor> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new KeyColor(HexFormat.fromHexDigits(text, 1, text.length())))
        : Optional.empty();
  }

  /** As it is written, in lower case. */
  @Override
  public String toString() {
    return "#" + HexFormat.of().toHexDigits(rgb, 6);
  }
}
