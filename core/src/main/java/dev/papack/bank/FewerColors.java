package dev.papack.bank;

import dev.papack.asset.ColorReduction;
import dev.papack.bank.reduction.Dither;
import dev.papack.bank.reduction.ReducedTiles;
import dev.papack.bank.reduction.ReductionLoss;
import dev.papack.bank.reduction.TilePixels;
import dev.papack.bank.reduction.TileReduction;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.Picture;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tiles whose colours become fewer where they do not fit in palettes, {@code "colors": "reduce"}.
 */
final class FewerColors {
  /** What {@link #neededBytes} computes, besides what any bank takes. */
  static final MemoryFormula MEMORY =
      new MemoryFormula(
          "TILES bank, colours reduced",
          TileReduction.NEEDED_IN_WORDS,
          neededBytes(
              TilesMetadata.MAX_TILES,
              32,
              new ColorReduction(ColorReduction.MAX_PALETTES, ColorReduction.Dither.ORDERED)));

  private FewerColors() {}

  /** How much memory a reduction takes at most, with its result. */
  static long neededBytes(int tileCount, int tileSizePixels, ColorReduction how) {
    return reduction(Math.max(1, tileCount), tileSizePixels, how).neededBytes();
  }

  private static TileReduction reduction(int tileCount, int tileSizePixels, ColorReduction how) {
    return new TileReduction(
        tileCount,
        tileSizePixels,
        how.maxPalettes(),
        switch (how.dither()) {
          case NONE -> Dither.NONE;
          case ORDERED -> Dither.ORDERED;
        });
  }

  /**
   * A bank of sheets without faults: as without the setting if their colours fit, and otherwise
   * with fewer colours and a note of what was lost.
   *
   * @throws IOException if a sheet has to be decoded again, and cannot be read
   */
  static Outcome<Bank> encode(List<SheetGrid> grids, ColorReduction how) throws IOException {
    Optional<Bank> whole = withoutLoss(grids, how);
    if (whole.isPresent()) {
      return Outcome.of(whole.get());
    }
    SheetGrid first = grids.getFirst();
    int tileCount = Math.toIntExact(grids.stream().mapToLong(SheetGrid::tileCount).sum());
    ReducedTiles reduced =
        reduction(tileCount, first.tileSizePixels(), how).reduce(pixelsOf(grids));
    TilesMetadata metadata =
        new TilesMetadata(
            first.columns(), reduced.palettes().size(), tileCount, first.tileSizePixels());
    return new Outcome.Accepted<>(
        new Bank(metadata, out -> write(reduced, new TilesWriter(metadata, out), metadata)),
        List.of(lossOf(reduced, grids)));
  }

  private static Optional<Bank> withoutLoss(List<SheetGrid> grids, ColorReduction how) {
    return grids.stream().allMatch(grid -> Crowding.of(grid).tiles() == 0)
        ? AutoTiles.within(grids, TileColors.of(grids), how.maxPalettes())
        : Optional.empty();
  }

  /** The opaque pixels of all sheets, with the colours of their files. */
  private static TilePixels pixelsOf(List<SheetGrid> grids) {
    return sink -> {
      int firstTile = 0;
      for (SheetGrid grid : grids) {
        each(grid, firstTile, sink);
        firstTile += Math.toIntExact(grid.tileCount());
      }
    };
  }

  private static void each(SheetGrid grid, int firstTile, TilePixels.Sink sink) throws IOException {
    Picture picture = grid.sheet().picture();
    picture.each((y, x, step, argb, count) -> {
      for (int i = 0; i < count; i++) {
        int column = x + i * step;
        long cell = grid.cells().cellAt(column, y);
        if (cell >= 0 && picture.color(column, y) != Picture.TRANSPARENT) {
          sink.accept(
              firstTile + grid.tileAt(cell, column, y), grid.placeAt(cell, column, y), argb[i]);
        }
      }
    });
  }

  private static void write(ReducedTiles reduced, TilesWriter writer, TilesMetadata metadata)
      throws IOException {
    for (int palette = 0; palette < reduced.palettes().size(); palette++) {
      for (int place = 0; place < reduced.palettes().get(palette).size(); place++) {
        writer.color(palette, place + 1, reduced.palettes().get(palette).get(place));
      }
    }
    int size = metadata.tileSize();
    for (int tile = 0; tile < metadata.tileCount(); tile++) {
      writer.palette(reduced.paletteOfTile(tile));
      for (int place = 0; place < size * size; place++) {
        writer.pixel(place % size, place / size, reduced.entry(tile, place));
      }
      writer.endTile();
    }
    writer.finish();
  }

  private static Diagnostic lossOf(ReducedTiles reduced, List<SheetGrid> grids) {
    ReductionLoss loss = reduced.loss();
    int palettes = reduced.palettes().size();
    return Diagnostic.note(
        DiagnosticCode.COLORS_REDUCED,
        grids.getFirst().sheet().location(),
        String.format(
            Locale.ROOT,
            "colours were reduced to %s: %d of %d opaque pixels%s changed (%.1f %%); the mean error"
                + " is %.4f, the worst %.4f (in Oklab; from black to white is 1)",
            palettes == 1 ? "1 palette" : palettes + " palettes",
            loss.changedPixels(),
            loss.opaquePixels(),
            grids.size() == 1 ? "" : " of " + grids.size() + " sheets",
            loss.opaquePixels() == 0 ? 0 : 100.0 * loss.changedPixels() / loss.opaquePixels(),
            loss.meanError(),
            loss.worstError()));
  }
}
