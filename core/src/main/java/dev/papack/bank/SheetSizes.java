package dev.papack.bank;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.media.Picture;

/** Says of a sheet that has not all of its cells what is missing, and what would fit. */
final class SheetSizes {
  private SheetSizes() {}

  static Diagnostic fault(SheetGrid grid, TilesSettings settings) {
    return settings
        .frame()
        .map(frame -> frames(grid, frame, settings.gutters()))
        .orElseGet(() ->
            settings.gutters().equals(Gutters.NONE)
                ? touching(grid)
                : apart(grid, settings.gutters(), settings.fit()));
  }

  private static Diagnostic frames(SheetGrid grid, Frame frame, Gutters gutters) {
    long whole = grid.cells().available();
    String has =
        "the sheet is "
            + sides(grid)
            + " pixels and has "
            + (whole == 0 ? "no whole frame" : counted(whole, "whole frame"))
            + " of "
            + frame
            + inWords(gutters);
    return error(grid, has + (whole == 0 ? "" : ", but " + grid.cells().wanted() + " are declared"))
        .supported(whole == 0 ? "at least one whole frame" : "at most " + whole)
        .advice(
            whole == 0
                ? "correct \"frame\", \"margin\" or \"spacing\""
                : "correct \"count\" of \"frame\", or leave it out to take all whole frames");
  }

  private static Diagnostic apart(SheetGrid grid, Gutters gutters, Fit fit) {
    Cells cells = grid.cells();
    String tiles = "tiles of " + grid.tileSizePixels() + inWords(gutters);
    if (cells.wanted() == 0) {
      return error(grid, "the sheet is " + sides(grid) + " pixels: too small for " + tiles)
          .advice("correct \"margin\" and \"spacing\"");
    }
    Diagnostic fault =
        error(
                grid,
                "the sheet is "
                    + sides(grid)
                    + " pixels; with "
                    + tiles
                    + ", the last ones are not whole")
            .supported("whole tiles, with the margin or less after the last");
    return fit == Fit.PAD
        ? fault
        : fault.advice(
            "correct \"margin\" and \"spacing\", or use \"fit\": \"pad\", which fills the last"
                + " tiles with transparent pixels");
  }

  private static Diagnostic touching(SheetGrid grid) {
    Picture picture = grid.sheet().picture();
    int tileSize = grid.tileSizePixels();
    int wide = picture.widthPixels();
    int high = picture.heightPixels();
    long padColumns = Math.ceilDiv(wide, tileSize);
    long padRows = Math.ceilDiv(high, tileSize);
    long columns = wide / tileSize;
    long rows = high / tileSize;
    String pad =
        "\"fit\": \"pad\" makes it "
            + times(padColumns * tileSize, padRows * tileSize)
            + " ("
            + times(padColumns, padRows)
            + " tiles)";
    String crop =
        columns * rows == 0
            ? "it is too small to be cropped"
            : "cropping it to "
                + times(columns * tileSize, rows * tileSize)
                + " leaves "
                + times(columns, rows)
                + " tiles";
    return error(
            grid,
            "the sheet is "
                + times(wide, high)
                + " pixels; with tiles of "
                + tileSize
                + ", "
                + (wide - columns * tileSize)
                + " pixels remain in width and "
                + (high - rows * tileSize)
                + " in height")
        .supported("multiples of " + tileSize)
        .advice(pad + "; " + crop);
  }

  private static Diagnostic error(SheetGrid grid, String message) {
    return Diagnostic.error(DiagnosticCode.SHEET_SIZE, grid.sheet().location(), message)
        .found(sides(grid));
  }

  /** {@code with margin 1 and spacing 2}, or nothing. */
  static String inWords(Gutters gutters) {
    String margin = gutters.marginPixels() > 0 ? "margin " + gutters.marginPixels() : "";
    String spacing = gutters.spacingPixels() > 0 ? "spacing " + gutters.spacingPixels() : "";
    if (margin.isEmpty() && spacing.isEmpty()) {
      return "";
    }
    return " with " + margin + (margin.isEmpty() || spacing.isEmpty() ? "" : " and ") + spacing;
  }

  private static String sides(SheetGrid grid) {
    Picture picture = grid.sheet().picture();
    return times(picture.widthPixels(), picture.heightPixels());
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String times(long columns, long rows) {
    return columns + "x" + rows;
  }
}
