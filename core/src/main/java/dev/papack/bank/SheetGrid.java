package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.PictureSize;

/**
 * How a sheet is cut: cell by cell, each into whole tiles, row by row, left to right. Pixels of a
 * tile beyond its cell are padding.
 *
 * @param sheet what is cut
 * @param tileSizePixels the side of a tile
 * @param cells its frames, or its tiles
 * @param tilesAcross tiles side by side in each cell
 * @param tilesDown tiles one below the other in each cell
 * @param columns tiles side by side in the bank
 */
record SheetGrid(
    Sheet sheet, int tileSizePixels, Cells cells, int tilesAcross, int tilesDown, int columns) {

  static SheetGrid of(Sheet sheet, TilesSettings settings) {
    int size = settings.tileSizePixels();
    Cells cells = Cells.of(sheet.picture().size(), settings);
    int across = Math.ceilDiv(cells.widthPixels(), size);
    return new SheetGrid(
        sheet,
        size,
        cells,
        across,
        Math.ceilDiv(cells.heightPixels(), size),
        settings.frame().isPresent() ? across : cells.columns());
  }

  /** A sheet cut so that no pixel is left over, whatever the fit. */
  static SheetGrid covering(Sheet sheet, TilesSettings settings) {
    return of(sheet, covering(settings));
  }

  private static TilesSettings covering(TilesSettings settings) {
    return settings.frame().isPresent() ? settings : settings.with(Fit.PAD);
  }

  /** How many tiles a sheet has at most that is cut so, whatever the fit. */
  static long tilesAtMost(PictureSize sheet, TilesSettings settings) {
    Cells cells = Cells.of(sheet, covering(settings));
    long across = Math.ceilDiv(cells.widthPixels(), settings.tileSizePixels());
    long down = Math.ceilDiv(cells.heightPixels(), settings.tileSizePixels());
    return cells.count() * across * down;
  }

  /** Another picture of the same size, cut in the same way. */
  SheetGrid with(Sheet other) {
    return new SheetGrid(other, tileSizePixels, cells, tilesAcross, tilesDown, columns);
  }

  int tilesPerCell() {
    return tilesAcross * tilesDown;
  }

  long tileCount() {
    return cells.count() * tilesPerCell();
  }

  /** Whether it has at least one cell and all that it should have. */
  boolean isComplete() {
    return cells.count() > 0 && cells.count() == cells.wanted();
  }

  /**
   * The part of a tile that is not padding.
   *
   * @param tile counted in this sheet, from 0
   */
  PixelRectangle pixelsOf(int tile) {
    PixelRectangle cell = cells.pixelsOf(tile / tilesPerCell(), sheet.picture());
    int inCell = tile % tilesPerCell();
    int x = inCell % tilesAcross * tileSizePixels;
    int y = inCell / tilesAcross * tileSizePixels;
    return new PixelRectangle(
        cell.x() + x,
        cell.y() + y,
        Math.min(tileSizePixels, cell.width() - x),
        Math.min(tileSizePixels, cell.height() - y));
  }

  /**
   * The tile that a pixel of the sheet is in.
   *
   * @param cell the cell that it is in
   */
  int tileAt(long cell, int x, int y) {
    int column = (x - cells.left(cell)) / tileSizePixels;
    int row = (y - cells.top(cell)) / tileSizePixels;
    return Math.toIntExact(cell * tilesPerCell() + (long) row * tilesAcross + column);
  }

  /** Where the pixel is in that tile: row by row. */
  int placeAt(long cell, int x, int y) {
    int column = (x - cells.left(cell)) % tileSizePixels;
    int row = (y - cells.top(cell)) % tileSizePixels;
    return row * tileSizePixels + column;
  }

  /** What messages call a tile: where it is in the bank's own order. */
  String nameOf(int tile) {
    String number = "tile " + tile;
    if (tilesPerCell() > 1) {
      return number + " (in frame " + tile / tilesPerCell() + ")";
    }
    return number + " (column " + tile % cells.columns() + ", row " + tile / cells.columns() + ")";
  }
}
