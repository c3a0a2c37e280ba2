package dev.papack.bank;

import dev.papack.asset.ColorReduction;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.bank.palettes.Pagination;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.PictureSize;
import dev.papack.media.PixelRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** What {@link #neededBytes} computes besides, if colours may be reduced. */
  public static final MemoryFormula MEMORY_OF_REDUCTION = FewerColors.MEMORY;

  private TilesEncoder() {}

  /** Which pixels are opaque under these settings. */
  public static PixelRule ruleOf(TilesSettings settings) {
    PixelRule alpha =
        settings.alphaThreshold().isPresent()
            ? PixelRule.threshold(settings.alphaThreshold().getAsInt())
            : PixelRule.STRICT;
    return settings.transparentColor().map(key -> alpha.withKey(key.rgb())).orElse(alpha);
  }

  /**
   * How much memory encoding takes at most, besides the pictures: a constant, and so much for each
   * tile, of which a bank has {@value TilesMetadata#MAX_TILES} at most; and what it takes to reduce
   * colours, where the settings allow that.
   *
   * @param sheets how large they are
   */
  public static long neededBytes(List<PictureSize> sheets, TilesSettings settings) {
    return neededBytes(
        sheets.stream().mapToLong(sheet -> SheetGrid.tilesAtMost(sheet, settings)).sum(),
        settings.tileSizePixels(),
        settings.reduction());
  }

  /** The same of so many tiles. */
  static long neededBytes(
      long wantedTiles, int tileSizePixels, Optional<ColorReduction> reduction) {
    int tiles = (int) Math.min(wantedTiles, TilesMetadata.MAX_TILES);
    return FIXED_BYTES
        + TILE_BYTES * tiles
        + reduction.map(how -> FewerColors.neededBytes(tiles, tileSizePixels, how)).orElse(0L);
  }

  /**
   * Encodes sheets in their order, each cut on its own. Memory, besides the pictures: {@link
   * #neededBytes}.
   *
   * <p>Refused, all at once where one does not follow from another: {@code SHEET_SIZE}, {@code
   * PARTIAL_ALPHA}, {@code TILES_TOO_MANY}; with the sheets' own palettes {@code NOT_INDEXED},
   * {@code INDEX_0_OPAQUE}, {@code TILE_PALETTES}; with imposed ones {@code COLOR_NOT_IN_PALETTE};
   * with computed ones {@code TILE_COLORS} (for sheets whose tiles are certain; pixels of undecided
   * alpha do not count), {@code PALETTES_TOO_MANY} (only if nothing else; the search is bounded by
   * {@link Pagination#BUDGET_STEPS} and says whether more than 64 are proven). Neither of the two
   * if colours are reduced.
   *
   * @param sheets at least one, decoded by {@link #ruleOf} these settings
   * @param palettes the palettes that the settings take from another picture, if they do
   * @param settings for all sheets
   * @return a bank that writes its slice from the sheets, with warnings and notes; or every fault
   * @throws IllegalArgumentException if there are no sheets, or they were decoded by another rule,
   *     or the palettes are not there that the settings ask for
   * @throws IOException if a sheet has to be decoded again for a message, and cannot be read
   */
  public static Outcome<Bank> encode(
      List<Sheet> sheets, Optional<ImposedPalettes> palettes, TilesSettings settings)
      throws IOException {
    return attempt(sheets, palettes, settings).outcome();
  }

  /** The same, and what is in the way. */
  static EncodingAttempt attempt(
      List<Sheet> sheets, Optional<ImposedPalettes> palettes, TilesSettings settings)
      throws IOException {
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("no sheets");
    }
    PixelRule rule = ruleOf(settings);
    if (sheets.stream().anyMatch(sheet -> !sheet.picture().rule().equals(rule))) {
      throw new IllegalArgumentException("not decoded by " + rule);
    }
    return switch (OwnFrames.applied(sheets, settings)) {
      case Outcome.Accepted<TilesSettings>(TilesSettings applied, var _) ->
          encodeCells(sheets, palettes, applied);
      case Outcome.Refused<TilesSettings>(List<Diagnostic> faults) ->
          EncodingAttempt.of(new Outcome.Refused<>(faults));
    };
  }

  private static EncodingAttempt encodeCells(
      List<Sheet> sheets, Optional<ImposedPalettes> palettes, TilesSettings settings)
      throws IOException {
    List<SheetGrid> grids =
        sheets.stream()
            .map(sheet -> SheetGrid.of(Index0Setting.applied(sheet, settings), settings))
            .toList();
    List<Diagnostic> faults = new ArrayList<>(SheetChecks.faults(grids, settings));
    faults.addAll(Index0Setting.faults(sheets, settings));
    EncodingAttempt attempt = encode(grids, palettes, settings, faults);
    return new EncodingAttempt(
        attempt
            .outcome()
            .then(bank ->
                new Outcome.Accepted<>(
                    settings.frame().isPresent() ? bank.with(OwnFrames.of(grids)) : bank,
                    SheetFindings.of(sheets, grids, settings))),
        attempt.obstacle());
  }

  private static EncodingAttempt encode(
      List<SheetGrid> grids,
      Optional<ImposedPalettes> palettes,
      TilesSettings settings,
      List<Diagnostic> faults)
      throws IOException {
    List<SheetGrid> complete = grids.stream().filter(SheetGrid::isComplete).toList();
    long tileCount = grids.stream().mapToLong(SheetGrid::tileCount).sum();
    if (tileCount > TilesMetadata.MAX_TILES) {
      return EncodingAttempt.of(new Outcome.Refused<>(faults));
    }
    return switch (settings.palettes()) {
      case Palettes.Indexed _ -> IndexedTiles.encode(grids, faults);
      case Palettes.From _ -> {
        ImposedPalettes imposed =
            palettes.orElseThrow(() -> new IllegalArgumentException("no palettes"));
        faults.addAll(ImposedTiles.faults(complete, imposed));
        yield EncodingAttempt.of(
            faults.isEmpty()
                ? Outcome.of(ImposedTiles.encode(grids, imposed))
                : new Outcome.Refused<>(faults));
      }
      case Palettes.Auto _ when settings.reduction().isPresent() ->
          EncodingAttempt.of(
              faults.isEmpty()
                  ? FewerColors.encode(grids, settings.reduction().get())
                  : new Outcome.Refused<>(faults));
      case Palettes.Auto _ -> {
        faults.addAll(CrowdedTiles.faults(complete, settings));
        yield EncodingAttempt.of(
            faults.isEmpty()
                ? AutoTiles.encode(grids, TileColors.of(grids))
                : new Outcome.Refused<>(faults));
      }
    };
  }
}
