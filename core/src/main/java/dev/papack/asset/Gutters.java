package dev.papack.asset;

/**
 * The pixels of a sheet that belong to no cell. A cell is a frame if the sheet has frames, and
 * otherwise a tile.
 *
 * @param marginPixels around all cells, 0 to {@value #MAX_PIXELS}
 * @param spacingPixels between two cells, 0 to {@value #MAX_PIXELS}
 */
public record Gutters(int marginPixels, int spacingPixels) {
  /** The largest margin and the largest spacing. */
  public static final int MAX_PIXELS = 1_024;

  /** Cells that touch each other and the edge of the sheet. */
  public static final Gutters NONE = new Gutters(0, 0);

  /**
   * Refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the values
   */
  public Gutters {
    if (marginPixels < 0
        || spacingPixels < 0
        || marginPixels > MAX_PIXELS
        || spacingPixels > MAX_PIXELS) {
      throw new IllegalArgumentException("margin " + marginPixels + ", spacing " + spacingPixels);
    }
  }
}
