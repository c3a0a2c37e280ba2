package dev.papack.bank;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.TilesSettings;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import dev.papack.media.PictureSize;
import java.util.OptionalInt;

/**
 * Where the cells of a sheet are: its frames, or its tiles if it has no frames. Along each side,
 * cell i begins at margin + i * (side of a cell + spacing), as long as that is before the margin at
 * the other end.
 *
 * @param marginPixels around all cells
 * @param spacingPixels between two cells
 * @param widthPixels of a cell
 * @param heightPixels of a cell
 * @param columns cells side by side
 * @param rows cells one below the other
 * @param count how many of them are taken, row by row
 * @param wanted how many there should be: the declared count, or all that begin in the sheet
 */
record Cells(
    int marginPixels,
    int spacingPixels,
    int widthPixels,
    int heightPixels,
    int columns,
    int rows,
    long count,
    long wanted) {

  static Cells of(PictureSize sheet, TilesSettings settings) {
    int width = settings.frame().map(Frame::widthPixels).orElse(settings.tileSizePixels());
    int height = settings.frame().map(Frame::heightPixels).orElse(settings.tileSizePixels());
    Cells whole = of(sheet, width, height, settings.gutters());
    return switch (settings.fit()) {
      case EXACT ->
          settings.frame().map(Frame::count).filter(OptionalInt::isPresent).isPresent()
              ? whole.first(settings.frame().orElseThrow().count().getAsInt())
              : settings.frame().isPresent() ? whole.first(whole.available()) : whole;
      case PAD -> whole.withPartial(sheet);
    };
  }

  private Cells first(long declared) {
    return new Cells(
        marginPixels,
        spacingPixels,
        widthPixels,
        heightPixels,
        columns,
        rows,
        Math.min(declared, available()),
        declared);
  }

  private Cells withPartial(PictureSize sheet) {
    int across = begun(sheet.widthPixels(), widthPixels, marginPixels, spacingPixels);
    int down = begun(sheet.heightPixels(), heightPixels, marginPixels, spacingPixels);
    return new Cells(
        marginPixels, spacingPixels, widthPixels, heightPixels, across, down, wanted, wanted);
  }

  /** All whole cells of a size. */
  static Cells of(PictureSize sheet, int width, int height, Gutters gutters) {
    int margin = gutters.marginPixels();
    int spacing = gutters.spacingPixels();
    int begunColumns = begun(sheet.widthPixels(), width, margin, spacing);
    int begunRows = begun(sheet.heightPixels(), height, margin, spacing);
    int columns = Math.min(begunColumns, whole(sheet.widthPixels(), width, margin, spacing));
    int rows = Math.min(begunRows, whole(sheet.heightPixels(), height, margin, spacing));
    return new Cells(
        margin,
        spacing,
        width,
        height,
        columns,
        rows,
        (long) columns * rows,
        (long) begunColumns * begunRows);
  }

  /** How many cells begin before the margin at the other end. */
  private static int begun(int sidePixels, int cellPixels, int margin, int spacing) {
    return Math.max(0, Math.ceilDiv(sidePixels - 2 * margin, cellPixels + spacing));
  }

  /** How many cells end in the sheet. */
  private static int whole(int sidePixels, int cellPixels, int margin, int spacing) {
    return Math.max(0, Math.floorDiv(sidePixels - margin + spacing, cellPixels + spacing));
  }

  /** How many there are to be taken. */
  long available() {
    return (long) columns * rows;
  }

  int left(long cell) {
    return marginPixels + (int) (cell % columns) * (widthPixels + spacingPixels);
  }

  int top(long cell) {
    return marginPixels + (int) (cell / columns) * (heightPixels + spacingPixels);
  }

  /** Whether a pixel of the sheet is in a cell that is taken. */
  boolean contains(int x, int y) {
    return cellAt(x, y) >= 0;
  }

  /** The cell that a pixel of the sheet is in, or -1 if it is in none that is taken. */
  long cellAt(int x, int y) {
    int column = place(x, widthPixels, columns);
    int row = place(y, heightPixels, rows);
    long cell = (long) row * columns + column;
    return column >= 0 && row >= 0 && cell < count ? cell : -1;
  }

  private int place(int pixel, int cellPixels, int cells) {
    int fromMargin = pixel - marginPixels;
    int step = cellPixels + spacingPixels;
    return fromMargin >= 0 && fromMargin % step < cellPixels && fromMargin / step < cells
        ? fromMargin / step
        : -1;
  }

  /** The part of a cell that the picture has. */
  PixelRectangle pixelsOf(long cell, Picture picture) {
    int x = left(cell);
    int y = top(cell);
    return new PixelRectangle(
        x,
        y,
        Math.min(widthPixels, picture.widthPixels() - x),
        Math.min(heightPixels, picture.heightPixels() - y));
  }
}
