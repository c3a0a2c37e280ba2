package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.diagnostic.PixelRectangle;

/**
 * How a sheet is cut: row by row, left to right. Pixels of a tile beyond the picture are padding.
 *
 * @param sheet what is cut
 * @param tileSizePixels the side of a tile
 * @param columns tiles side by side; 0 if an exact sheet is narrower than a tile
 * @param rows tiles one below the other; 0 if an exact sheet is lower than a tile
 */
record SheetGrid(Sheet sheet, int tileSizePixels, int columns, int rows) {

  static SheetGrid of(Sheet sheet, TilesSettings settings) {
    int size = settings.tileSizePixels();
    int width = sheet.picture().widthPixels();
    int height = sheet.picture().heightPixels();
    return switch (settings.fit()) {
      case EXACT -> new SheetGrid(sheet, size, width / size, height / size);
      case PAD -> new SheetGrid(sheet, size, Math.ceilDiv(width, size), Math.ceilDiv(height, size));
    };
  }

  long tileCount() {
    return (long) columns * rows;
  }

  /** Pixels at the right of the picture that no tile holds. */
  int widthLeftOverPixels() {
    return Math.max(0, sheet.picture().widthPixels() - columns * tileSizePixels);
  }

  /** Pixels at the bottom of the picture that no tile holds. */
  int heightLeftOverPixels() {
    return Math.max(0, sheet.picture().heightPixels() - rows * tileSizePixels);
  }

  /** Whether every pixel of the picture is in a tile. */
  boolean coversPicture() {
    return widthLeftOverPixels() == 0 && heightLeftOverPixels() == 0;
  }

  boolean hasPadding() {
    return (long) columns * tileSizePixels > sheet.picture().widthPixels()
        || (long) rows * tileSizePixels > sheet.picture().heightPixels();
  }

  /**
   * The part of a tile that is not padding.
   *
   * @param tile counted in this sheet, from 0
   */
  PixelRectangle pixelsOf(int tile) {
    int x = tile % columns * tileSizePixels;
    int y = tile / columns * tileSizePixels;
    return new PixelRectangle(
        x,
        y,
        Math.min(tileSizePixels, sheet.picture().widthPixels() - x),
        Math.min(tileSizePixels, sheet.picture().heightPixels() - y));
  }
}
