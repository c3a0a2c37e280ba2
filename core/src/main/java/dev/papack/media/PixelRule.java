package dev.papack.media;

import java.util.OptionalInt;

/**
 * Which pixels of a picture are opaque. It is given to the decoder, since a decoded picture keeps
 * no alpha.
 *
 * @param lowestOpaqueAlpha 1 to 255
 * @param highestTransparentAlpha 0 to 254, below the other; alphas between the two are neither,
 *     which is a fault of the picture
 * @param keyRgb {@code 0xRRGGBB}: pixels of exactly this colour are transparent where they would be
 *     opaque by their alpha
 */
public record PixelRule(int lowestOpaqueAlpha, int highestTransparentAlpha, OptionalInt keyRgb) {
  /** Alpha 0 is transparent, 255 is opaque, and all others are undecided. */
  public static final PixelRule STRICT = new PixelRule(255, 0, OptionalInt.empty());

  private static final int RGB = 0xFFFFFF;

  /**
   * Refuses what is no rule.
   *
   * @throws IllegalArgumentException naming the values
   */
  public PixelRule {
    if (highestTransparentAlpha < 0
        || lowestOpaqueAlpha > 255
        || highestTransparentAlpha >= lowestOpaqueAlpha) {
      throw new IllegalArgumentException(highestTransparentAlpha + " and " + lowestOpaqueAlpha);
    }
  }

  /** Alphas from this one on, 1 to 255, are opaque, and all others transparent. */
  public static PixelRule threshold(int alpha) {
    return new PixelRule(alpha, alpha - 1, OptionalInt.empty());
  }

  /** The same with a colour that is transparent, {@code 0xRRGGBB}. */
  public PixelRule withKey(int rgb) {
    return new PixelRule(lowestOpaqueAlpha, highestTransparentAlpha, OptionalInt.of(rgb));
  }

  /** Whether a colour, {@code 0xAARRGGBB}, is opaque. */
  public boolean isOpaque(int argb) {
    return argb >>> 24 >= lowestOpaqueAlpha && !hasKey(argb);
  }

  /** Whether a colour is transparent for no reason but that it is the key. */
  public boolean isKey(int argb) {
    return argb >>> 24 >= lowestOpaqueAlpha && hasKey(argb);
  }

  private boolean hasKey(int argb) {
    return keyRgb.isPresent() && keyRgb.getAsInt() == (argb & RGB);
  }

  /** Whether the rule does not say what becomes of this alpha. */
  public boolean isUndecided(int argb) {
    return argb >>> 24 > highestTransparentAlpha && argb >>> 24 < lowestOpaqueAlpha;
  }
}
