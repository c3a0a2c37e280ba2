package dev.papack.bank;

import dev.papack.asset.Gutters;
import dev.papack.asset.KeyColor;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warnings and notes about sheets that became a bank. */
final class SheetFindings {
  private static final int ENTRIES = 16;

  private SheetFindings() {}

  /**
   * All of them.
   *
   * @param sheets as they were decoded
   * @param grids the same, cut
   */
  static List<Diagnostic> of(List<Sheet> sheets, List<SheetGrid> grids, TilesSettings settings)
      throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    if (settings.frame().isPresent() || !settings.gutters().equals(Gutters.NONE)) {
      String cells = settings.frame().isPresent() ? "frames" : "tiles";
      grids.forEach(grid -> outside(grid, cells).ifPresent(findings::add));
    }
    settings
        .transparentColor()
        .filter(_ -> sheets.stream().allMatch(sheet -> sheet.picture().keyPixels() == 0))
        .ifPresent(key -> findings.add(unusedKey(sheets.getFirst(), key)));
    if (settings.transparentColor().isEmpty()) {
      // As they are shown: a key at an index 0 that is transparent does no harm.
      for (SheetGrid grid : grids) {
        BorderKey.of(grid.sheet()).ifPresent(findings::add);
      }
    }
    if (settings.palettes() instanceof Palettes.Indexed) {
      settings.transparentColor().ifPresent(key -> findings.addAll(exchanges(grids, key)));
    }
    return findings;
  }

  private static Optional<Diagnostic> outside(SheetGrid grid, String cells) {
    Picture picture = grid.sheet().picture();
    int count = 0;
    Optional<PixelRectangle> first = Optional.empty();
    for (int y = 0; y < picture.heightPixels(); y++) {
      for (int x = 0; x < picture.widthPixels(); x++) {
        if (picture.color(x, y) != Picture.TRANSPARENT && !grid.cells().contains(x, y)) {
          count++;
          if (first.isEmpty()) {
            first = Optional.of(new PixelRectangle(x, y, 1, 1));
          }
        }
      }
    }
    int pixels = count;
    return first.map(place ->
        Diagnostic.warning(
                DiagnosticCode.PIXELS_OUTSIDE_CELLS,
                grid.sheet().at(place),
                (pixels == 1 ? "1 visible pixel is" : pixels + " visible pixels are")
                    + " outside of all "
                    + cells
                    + ", and not packed")
            .found(String.valueOf(pixels))
            .advice("check \"margin\", \"spacing\" and \"frame\""));
  }

  private static Diagnostic unusedKey(Sheet sheet, KeyColor key) {
    return Diagnostic.warning(
            DiagnosticCode.KEY_UNUSED,
            sheet.location(),
            "no opaque pixel has the colour " + key + " of \"transparent_color\"")
        .found(key.toString())
        .advice("check the colour in a picture editor, or remove \"transparent_color\"");
  }

  private static List<Diagnostic> exchanges(List<SheetGrid> grids, KeyColor key) {
    List<IndexedSheet> sheets = new ArrayList<>();
    for (SheetGrid grid : grids) {
      if (grid.sheet().picture() instanceof IndexedPicture picture) {
        sheets.add(IndexedSheet.of(grid, picture));
      }
    }
    return new OwnPalettes(sheets)
        .exchanges().stream()
            .map(exchange ->
                Diagnostic.note(
                    DiagnosticCode.KEY_EXCHANGED,
                    grids.getFirst().sheet().location(),
                    "entry 0 of palette "
                        + exchange.index0() / ENTRIES
                        + " and entry "
                        + exchange.key() % ENTRIES
                        + ", the colour key "
                        + key
                        + ", changed places: entry 0 is always transparent, and pixels used it"))
            .toList();
  }
}
