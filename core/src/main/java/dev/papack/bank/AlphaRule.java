package dev.papack.bank;

import dev.papack.asset.TilesSettings;

/**
 * Which pixels are opaque, by {@code alpha_threshold}.
 *
 * @param lowestOpaqueAlpha 1 to 255
 * @param highestTransparentAlpha below it; alphas between the two are neither, which is a fault
 */
record AlphaRule(int lowestOpaqueAlpha, int highestTransparentAlpha) {

  static AlphaRule of(TilesSettings settings) {
    if (settings.alphaThreshold().isEmpty()) {
      return new AlphaRule(255, 0);
    }
    int threshold = settings.alphaThreshold().getAsInt();
    return new AlphaRule(threshold, threshold - 1);
  }

  boolean isOpaque(int argb) {
    return argb >>> 24 >= lowestOpaqueAlpha;
  }

  /** Whether the settings do not say what becomes of this alpha. */
  boolean isUndecided(int argb) {
    return argb >>> 24 > highestTransparentAlpha && argb >>> 24 < lowestOpaqueAlpha;
  }
}
