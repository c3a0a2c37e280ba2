package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Sheets to a TILES bank: cut into tiles, their colours rounded, sixteen to a palette. */
public final class TilesEncoder {
  private TilesEncoder() {}

  /**
   * Encodes sheets in their order, each cut on its own. Memory: the bank, and per tile a set of at
   * most 15 colours.
   *
   * <p>Refused, all at once where one does not follow from another: {@code SHEET_SIZE}, {@code
   * PARTIAL_ALPHA}, {@code TILES_TOO_MANY}; with indexed palettes {@code NOT_INDEXED}, {@code
   * INDEX_0_OPAQUE}; with computed ones {@code TILE_COLORS} (for sheets whose tiles are certain;
   * pixels of undecided alpha do not count), {@code PALETTES_TOO_MANY} (only if nothing else; the
   * search is bounded by {@link Pagination#BUDGET_STEPS} and says whether more than 64 are proven).
   *
   * @param sheets at least one; {@code columns} is that of the first; indexed sheets share one
   *     palette, computed palettes serve all
   * @param settings for all sheets
   * @throws IllegalArgumentException if there are no sheets
   */
  public static Outcome<Bank> encode(List<Sheet> sheets, TilesSettings settings) {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("no sheets");
    }
    AlphaRule alpha = AlphaRule.of(settings);
    List<SheetGrid> grids = sheets.stream().map(sheet -> SheetGrid.of(sheet, settings)).toList();
    List<Diagnostic> faults = new ArrayList<>(SheetChecks.faults(grids, alpha));
    long tileCount = grids.stream().mapToLong(SheetGrid::tileCount).sum();
    return switch (settings.palettes()) {
      case INDEXED -> {
        faults.addAll(IndexedTiles.faults(grids, settings));
        yield faults.isEmpty()
            ? Outcome.of(IndexedTiles.encode(grids, settings, Math.toIntExact(tileCount)))
            : new Outcome.Refused<>(faults);
      }
      case AUTO -> {
        if (tileCount > TilesMetadata.MAX_TILES) {
          yield new Outcome.Refused<>(faults);
        }
        TileColors colors =
            TileColors.of(grids.stream().filter(SheetGrid::coversPicture).toList(), alpha);
        faults.addAll(CrowdedTiles.faults(colors.crowded(), alpha));
        yield faults.isEmpty()
            ? AutoTiles.encode(grids, alpha, colors)
            : new Outcome.Refused<>(faults);
      }
    };
  }
}
