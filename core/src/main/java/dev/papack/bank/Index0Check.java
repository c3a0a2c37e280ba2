package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.media.IndexedPicture;
import dev.papack.media.PixelRule;
import java.util.List;
import java.util.Optional;

/**
 * Whether a sheet may use index 0 as it does: the console shows it as transparent. Padding uses it.
 */
final class Index0Check {
  private Index0Check() {}

  static List<Diagnostic> faults(SheetGrid grid, IndexedPicture picture, TilesSettings settings) {
    PixelRule alpha = picture.rule();
    int argb = picture.paletteArgb(0);
    if (alpha.isOpaque(argb)) {
      return switch (settings.index0()) {
        case AS_DECLARED -> opaque(grid, picture).stream().toList();
        case TRANSPARENT -> List.of();
      };
    }
    // Its pixels are counted with all others of partial alpha.
    return alpha.isUndecided(argb) && grid.hasPadding()
        ? List.of(undecidedPadding(grid, argb))
        : List.of();
  }

  private static Optional<Diagnostic> opaque(SheetGrid grid, IndexedPicture picture) {
    PixelCount users = PixelCount.of(picture, (x, y) -> picture.index(x, y) == 0);
    int count = users.count();
    if (count == 0 && !grid.hasPadding()) {
      return Optional.empty();
    }
    Location location = grid.sheet().location();
    String pixels = count == 1 ? "1 pixel uses" : count + " pixels use";
    return Optional.of(
        Diagnostic.error(
                DiagnosticCode.INDEX_0_OPAQUE,
                users.first().map(location::at).orElse(location),
                "index 0, "
                    + SourceColor.text(picture.paletteArgb(0))
                    + ", is opaque and "
                    + (count == 0 ? "padding uses" : pixels)
                    + " it; the console shows index 0 as transparent")
            .found(count == 0 ? "padding" : String.valueOf(count))
            .supported("an index 0 that is transparent or not used")
            .advice(
                "to let it disappear, use \"index_0\": \"transparent\"; to keep the colour, move it"
                    + " to another index or use \"palettes\": \"auto\""));
  }

  private static Diagnostic undecidedPadding(SheetGrid grid, int argb) {
    return Diagnostic.error(
            DiagnosticCode.PARTIAL_ALPHA,
            grid.sheet().location(),
            "index 0 has partial alpha, " + (argb >>> 24) + " of 255, and padding uses it")
        .found(String.valueOf(argb >>> 24))
        .supported("alpha 0 and 255")
        .advice(SheetChecks.ALPHA_HELP);
  }
}
