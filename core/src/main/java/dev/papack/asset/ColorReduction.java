package dev.papack.asset;

/**
 * How pictures whose colours do not fit in palettes get fewer.
 *
 * @param maxPalettes how many palettes the bank may have: 1 to {@value #MAX_PALETTES}
 * @param dither what becomes of colours that no palette has
 */
public record ColorReduction(int maxPalettes, Dither dither) {
  /** The most palettes that may be asked for, and those that are allowed if nothing is said. */
  public static final int MAX_PALETTES = 64;

  /** What becomes of colours that no palette has. */
  public enum Dither {
    /** Their pixels show the nearest one. */
    NONE,
    /** Their pixels show two that mix to it, in a pattern of 8 x 8 pixels. */
    ORDERED
  }

  /**
   * Refuses a number out of range.
   *
   * @throws IllegalArgumentException naming the number
   */
  public ColorReduction {
    if (maxPalettes < 1 || maxPalettes > MAX_PALETTES) {
      throw new IllegalArgumentException("palettes " + maxPalettes);
    }
  }
}
