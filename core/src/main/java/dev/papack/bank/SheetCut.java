package dev.papack.bank;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.TilesSettings.Fit;
import java.util.List;
import java.util.Optional;

/**
 * One way to cut a sheet whose author did not say how.
 *
 * @param tileSizePixels the side of a tile
 * @param fit what happens to tiles that are not whole
 * @param gutters around and between cells
 * @param frame the frames, if the cells are frames
 * @param reasons what the sheet is taken for, and why
 */
record SheetCut(
    int tileSizePixels, Fit fit, Gutters gutters, Optional<Frame> frame, List<String> reasons) {
  /** Copies the list. */
  SheetCut {
    reasons = List.copyOf(reasons);
  }
}
