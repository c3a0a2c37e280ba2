package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.UndecidedPixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked of every sheet, whatever its palettes: its size, its alpha, how many tiles. */
final class SheetChecks {
  static final String ALPHA_HELP =
      "\"alpha_threshold\": 128 makes alpha below 128 transparent and the rest opaque";

  private SheetChecks() {}

  /** Every fault of these kinds in the sheets of a bank; allocates nothing that grows with them. */
  static List<Diagnostic> faults(List<SheetGrid> grids, TilesSettings settings) {
    List<Diagnostic> faults = new ArrayList<>();
    for (SheetGrid grid : grids) {
      if (!grid.isComplete()) {
        faults.add(SheetSizes.fault(grid, settings));
      }
      partialAlpha(grid.sheet()).ifPresent(faults::add);
    }
    tileCount(grids).ifPresent(faults::add);
    return faults;
  }

  /** How many pixels are neither opaque nor transparent by the rule, if any are. */
  static Optional<Diagnostic> partialAlpha(Sheet sheet) {
    return sheet.picture().undecided().map(undecided -> partialAlpha(sheet, undecided));
  }

  private static Diagnostic partialAlpha(Sheet sheet, UndecidedPixels undecided) {
    PixelRectangle first = new PixelRectangle(undecided.x(), undecided.y(), 1, 1);
    return Diagnostic.error(
            DiagnosticCode.PARTIAL_ALPHA,
            sheet.at(first),
            undecided.count()
                + (undecided.count() == 1 ? " pixel has" : " pixels have")
                + " partial alpha, the first "
                + undecided.alpha()
                + " of 255"
                + sheet.inFrame(first))
        .found(String.valueOf(undecided.count()))
        .supported("alpha 0 and 255")
        .advice(ALPHA_HELP);
  }

  /** Counts whole tiles only, so that a sheet of a wrong size is not blamed for more. */
  private static Optional<Diagnostic> tileCount(List<SheetGrid> grids) {
    long count = 0;
    Optional<SheetGrid> passing = Optional.empty();
    for (SheetGrid grid : grids) {
      count += grid.tileCount();
      if (count > TilesMetadata.MAX_TILES && passing.isEmpty()) {
        passing = Optional.of(grid);
      }
    }
    String found = String.valueOf(count);
    return passing.map(grid ->
        Diagnostic.error(
                DiagnosticCode.TILES_TOO_MANY,
                grid.sheet().location(),
                found
                    + " tiles of "
                    + grid.tileSizePixels()
                    + " pixels; a bank can contain "
                    + TilesMetadata.MAX_TILES)
            .found(found)
            .limit(String.valueOf(TilesMetadata.MAX_TILES))
            .advice("use a larger \"tile_size\" or split the sheet into several assets"));
  }
}
