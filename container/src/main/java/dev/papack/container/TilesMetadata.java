package dev.papack.container;

/**
 * The numbers of a TILES bank, version 1.
 *
 * @param columns how many tiles stood side by side in the picture, 1 to {@code tileCount}
 * @param paletteCount 1 to {@value #MAX_PALETTES}
 * @param tileCount 1 to {@value #MAX_TILES}
 * @param tileSize the side of a tile in pixels: 8, 16 or 32
 */
public record TilesMetadata(int columns, int paletteCount, int tileCount, int tileSize)
    implements BankMetadata {
  /** The most tiles of one bank. */
  public static final int MAX_TILES = 65_536;

  /** The most palettes of one bank. */
  public static final int MAX_PALETTES = 64;

  /** The entries of a palette; entry 0 is always transparent. */
  public static final int PALETTE_ENTRIES = 16;

  /**
   * Refuses numbers outside their ranges.
   *
   * @throws MeaningException naming the number
   */
  public TilesMetadata {
    if (tileSize != 8 && tileSize != 16 && tileSize != 32) {
      throw MeaningException.outside("tile_size", tileSize, "8, 16 or 32");
    }
    if (tileCount < 1 || tileCount > MAX_TILES) {
      throw MeaningException.outside("tile_count", tileCount, "1.." + MAX_TILES);
    }
    if (paletteCount < 1 || paletteCount > MAX_PALETTES) {
      throw MeaningException.outside("palette_count", paletteCount, "1.." + MAX_PALETTES);
    }
    if (columns < 1 || columns > tileCount) {
      throw MeaningException.outside("columns", columns, "1.." + tileCount);
    }
  }

  @Override
  public int bankVersion() {
    return 1;
  }

  @Override
  public BankType bankType() {
    return BankType.TILES;
  }

  /**
   * The length of the first part of the slice, the pixels.
   *
   * @return bytes
   */
  public int pixelBytes() {
    return tileCount * (tileSize * tileSize / 2);
  }

  /**
   * The length of the second part of the slice, the palettes.
   *
   * @return bytes
   */
  public int paletteBytes() {
    return paletteCount * PALETTE_ENTRIES * Short.BYTES;
  }

  @Override
  public long sliceBytes() {
    return (long) pixelBytes() + paletteBytes() + tileCount;
  }
}
