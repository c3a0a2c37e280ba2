package dev.papack.inspect;

import dev.papack.comparison.BreakingRule;
import dev.papack.container.TilesMetadata;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What a shipped game relies on in a TILES bank. */
final class TilesRules {
  private TilesRules() {}

  /**
   * Every rule that a newer bank breaks, with what became of the bank.
   *
   * @param difference of these two banks
   */
  static Map<BreakingRule, String> breaches(
      TilesMetadata before, TilesMetadata after, TilesDifference difference) {
    Map<BreakingRule, String> breaches = new EnumMap<>(BreakingRule.class);
    if (before.tileSize() != after.tileSize()) {
      breaches.put(
          BreakingRule.TILE_SIZE_CHANGED,
          "has tiles of "
              + square(after.tileSize())
              + " pixels, not of "
              + square(before.tileSize()));
    }
    if (before.columns() != after.columns()) {
      breaches.put(
          BreakingRule.COLUMNS_CHANGED,
          "has " + counted(after.columns(), "column") + ", not " + before.columns());
    }
    if (before.tileCount() > after.tileCount()) {
      breaches.put(
          BreakingRule.TILES_REMOVED,
          "has " + counted(after.tileCount(), "tile") + ", not " + before.tileCount());
    }
    difference
        .shiftedTiles()
        .ifPresent(shift ->
            breaches.put(
                BreakingRule.TILES_MOVED,
                "has its old tile " + shift.from() + " as tile " + shift.to() + more(shift)));
    if (before.paletteCount() > after.paletteCount()) {
      breaches.put(
          BreakingRule.PALETTES_REMOVED,
          "has " + counted(after.paletteCount(), "palette") + ", not " + before.paletteCount());
    }
    difference
        .shiftedPalettes()
        .ifPresent(shift ->
            breaches.put(
                BreakingRule.PALETTES_MOVED,
                "has its old palette " + shift.from() + " as palette " + shift.to() + more(shift)));
    return Collections.unmodifiableMap(breaches);
  }

  private static String square(int side) {
    return side + "x" + side;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String more(NumberShift shift) {
    return shift.count() == 1 ? "" : ", and " + (shift.count() - 1) + " more moved";
  }
}
