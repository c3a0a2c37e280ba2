package dev.papack.bank;

import dev.papack.bank.palettes.ColorRanks;
import dev.papack.bank.palettes.ColorSet;
import dev.papack.bank.palettes.Pagination;
import dev.papack.bank.palettes.PaletteAssignment;
import dev.papack.bank.palettes.PaletteBounds;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.Picture;
import java.util.List;
import java.util.Optional;

/** Tiles whose palettes are computed, {@code "palettes": "auto"}. */
final class AutoTiles {
  private static final int MAX_COLORS = TilesMetadata.MAX_PALETTES * Pagination.PALETTE_COLORS;

  private AutoTiles() {}

  /**
   * A bank of sheets without faults, unless their colours need more palettes than it has.
   *
   * @param colors what {@link TileColors} found in these sheets; no tile is crowded
   */
  static Outcome<Bank> encode(List<SheetGrid> grids, TileColors colors) {
    ColorRanks ranks = ColorRanks.of(colors.sets());
    if (ranks.count() > MAX_COLORS) {
      return Outcome.refused(
          tooMany(
                  grids,
                  "the tiles use "
                      + ranks.count()
                      + " colours; "
                      + TilesMetadata.MAX_PALETTES
                      + " palettes can contain "
                      + MAX_COLORS)
              .found(ranks.count() + " colours")
              .limit(MAX_COLORS + " colours"));
    }
    List<ColorSet> sets = colors.sets().stream().map(ranks::ranked).toList();
    return switch (Pagination.of(sets, ranks.count())) {
      case Pagination.Found(List<ColorSet> found) ->
          Outcome.of(bank(grids, colors, ranks, PaletteAssignment.of(sets, found)));
      case Pagination.Impossible(int atLeast) ->
          Outcome.refused(
              tooMany(grids, "the colours of the tiles need at least " + atLeast + " palettes")
                  .found("at least " + atLeast));
      case Pagination.NotFound() ->
          Outcome.refused(
              tooMany(
                      grids,
                      "papack found no way to arrange the colours of the tiles in "
                          + TilesMetadata.MAX_PALETTES
                          + " palettes")
                  .found("more than " + TilesMetadata.MAX_PALETTES));
    };
  }

  /**
   * The same bank, if it has no more than so many palettes.
   *
   * @param colors what {@link TileColors} found in these sheets; no tile is crowded
   */
  static Optional<Bank> within(List<SheetGrid> grids, TileColors colors, int maxPalettes) {
    ColorRanks ranks = ColorRanks.of(colors.sets());
    List<ColorSet> sets = colors.sets().stream().map(ranks::ranked).toList();
    // A proof that it is impossible saves the search.
    return PaletteBounds.atLeast(sets, ranks.count(), maxPalettes + 1) <= maxPalettes
            && Pagination.of(sets, ranks.count()) instanceof Pagination.Found(List<ColorSet> found)
            && found.size() <= maxPalettes
        ? Optional.of(bank(grids, colors, ranks, PaletteAssignment.of(sets, found)))
        : Optional.empty();
  }

  private static Diagnostic tooMany(List<SheetGrid> grids, String message) {
    Diagnostic fault =
        Diagnostic.error(
                DiagnosticCode.PALETTES_TOO_MANY, grids.getFirst().sheet().location(), message)
            .limit(String.valueOf(TilesMetadata.MAX_PALETTES))
            .advice(
                "let more tiles share their colours, use fewer colours, or split the sheet into"
                    + " several assets");
    return SettingFix.add(fault, "or have papack reduce the colours", CrowdedTiles.REDUCED);
  }

  private static Bank bank(
      List<SheetGrid> grids, TileColors colors, ColorRanks ranks, PaletteAssignment assignment) {
    SheetGrid first = grids.getFirst();
    TilesMetadata metadata =
        new TilesMetadata(
            first.columns(),
            assignment.palettes().size(),
            colors.tileCount(),
            first.tileSizePixels());
    return new Bank(
        metadata,
        out -> {
          TilesWriter writer = new TilesWriter(metadata, out);
          byte[][] indices = writePalettes(assignment.palettes(), ranks, writer);
          int bankTile = 0;
          for (SheetGrid grid : grids) {
            for (int tile = 0; tile < grid.tileCount(); tile++) {
              int palette = assignment.paletteOfSet().get(colors.setOfTile(bankTile));
              writer.palette(palette);
              writePixels(grid, tile, ranks, indices[palette], writer);
              writer.endTile();
              bankTile++;
            }
          }
          writer.finish();
        });
  }

  private static void writePixels(
      SheetGrid grid, int tile, ColorRanks ranks, byte[] indexOfRank, TilesWriter writer) {
    Picture picture = grid.sheet().picture();
    PixelRectangle place = grid.pixelsOf(tile);
    for (int y = 0; y < place.height(); y++) {
      for (int x = 0; x < place.width(); x++) {
        int color = picture.color(place.x() + x, place.y() + y);
        if (color != Picture.TRANSPARENT) {
          writer.pixel(x, y, indexOfRank[ranks.rank(color)]);
        }
      }
    }
  }

  /** Writes the palettes and returns, for each, the index of every rank that it has. */
  private static byte[][] writePalettes(
      List<ColorSet> palettes, ColorRanks ranks, TilesWriter writer) {
    byte[][] indices = new byte[palettes.size()][ranks.count()];
    for (int palette = 0; palette < palettes.size(); palette++) {
      for (int place = 0; place < palettes.get(palette).size(); place++) {
        int rank = palettes.get(palette).get(place);
        writer.color(palette, place + 1, ranks.color(rank));
        indices[palette][rank] = (byte) (place + 1);
      }
    }
    return indices;
  }
}
