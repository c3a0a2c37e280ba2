package dev.papack.bank;

import dev.papack.asset.TilesSettings;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.PixelRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sheets to a TILES bank: cut into tiles, their colours rounded, sixteen to a palette. */
public final class TilesEncoder {
  /** Colours by rank, palettes and the like. */
  private static final long FIXED_BYTES = 1 << 20;

  /** A set of 15 colours, its rank set, and its place in the tables that find palettes. */
  private static final long TILE_BYTES = 600;

  /** What {@link #neededBytes} computes. */
  public static final MemoryFormula MEMORY =
      new MemoryFormula(
          "TILES bank",
          TILE_BYTES + " bytes for each tile, 1 MiB",
          TILE_BYTES * TilesMetadata.MAX_TILES + FIXED_BYTES);

  private TilesEncoder() {}

  /** Which pixels are opaque under these settings. */
  public static PixelRule ruleOf(TilesSettings settings) {
    return settings.alphaThreshold().isPresent()
        ? PixelRule.threshold(settings.alphaThreshold().getAsInt())
        : PixelRule.STRICT;
  }

  /**
   * How much memory encoding takes at most, besides the pictures: a constant, and so much for each
   * tile, of which a bank has {@value TilesMetadata#MAX_TILES} at most.
   *
   * @param pixels of all sheets
   * @param tileSizePixels 8, 16 or 32
   */
  public static long neededBytes(long pixels, int tileSizePixels) {
    long tiles = Math.ceilDiv(pixels, tileSizePixels * tileSizePixels);
    return FIXED_BYTES + TILE_BYTES * Math.min(tiles, TilesMetadata.MAX_TILES);
  }

  /**
   * Encodes sheets in their order, each cut on its own. Memory, besides the pictures: {@link
   * #neededBytes}.
   *
   * <p>Refused, all at once where one does not follow from another: {@code SHEET_SIZE}, {@code
   * PARTIAL_ALPHA}, {@code TILES_TOO_MANY}; with indexed palettes {@code NOT_INDEXED}, {@code
   * INDEX_0_OPAQUE}; with computed ones {@code TILE_COLORS} (for sheets whose tiles are certain;
   * pixels of undecided alpha do not count), {@code PALETTES_TOO_MANY} (only if nothing else; the
   * search is bounded by {@link Pagination#BUDGET_STEPS} and says whether more than 64 are proven).
   *
   * @param sheets at least one, decoded by {@link #ruleOf} these settings; {@code columns} is that
   *     of the first; indexed sheets share one palette, computed palettes serve all
   * @param settings for all sheets
   * @return a bank that writes its slice from the sheets, or every fault
   * @throws IllegalArgumentException if there are no sheets, or they were decoded by another rule
   * @throws IOException if a sheet has to be decoded again for a message, and cannot be read
   */
  public static Outcome<Bank> encode(List<Sheet> sheets, TilesSettings settings)
      throws IOException {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("no sheets");
    }
    PixelRule rule = ruleOf(settings);
    if (sheets.stream().anyMatch(sheet -> !sheet.picture().rule().equals(rule))) {
      throw new IllegalArgumentException("not decoded by " + rule);
    }
    List<SheetGrid> grids = sheets.stream().map(sheet -> SheetGrid.of(sheet, settings)).toList();
    List<Diagnostic> faults = new ArrayList<>(SheetChecks.faults(grids));
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
        TileColors colors = TileColors.of(grids.stream().filter(SheetGrid::coversPicture).toList());
        faults.addAll(CrowdedTiles.faults(colors.crowded()));
        yield faults.isEmpty() ? AutoTiles.encode(grids, colors) : new Outcome.Refused<>(faults);
      }
    };
  }
}
