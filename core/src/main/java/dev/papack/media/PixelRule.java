package dev.papack.media;

/**
 * Which pixels of a picture are opaque. It is given to the decoder, since a decoded picture keeps
 * no alpha.
 *
 * @param lowestOpaqueAlpha 1 to 255
 * @param highestTransparentAlpha 0 to 254, below the other; alphas between the two are neither,
 *     which is a fault of the picture
 */
public record PixelRule(int lowestOpaqueAlpha, int highestTransparentAlpha) {
  /** Alpha 0 is transparent, 255 is opaque, and all others are undecided. */
  public static final PixelRule STRICT = new PixelRule(255, 0);

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
    return new PixelRule(alpha, alpha - 1);
  }

  /** Whether a colour, {@code 0xAARRGGBB}, is opaque. */
  public boolean isOpaque(int argb) {
    return argb >>> 24 >= lowestOpaqueAlpha;
  }

  /** Whether the rule does not say what becomes of this alpha. */
  public boolean isUndecided(int argb) {
    return argb >>> 24 > highestTransparentAlpha && argb >>> 24 < lowestOpaqueAlpha;
  }
}
