package dev.papack.bank;

import dev.papack.bank.palettes.ColorRanks;
import dev.papack.bank.palettes.ColorSet;
import dev.papack.bank.palettes.PaletteBounds;
import dev.papack.container.TilesMetadata;
import dev.papack.media.Rgb565;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How few palettes could show the tiles of a bank. */
public final class PaletteNeed {
  private PaletteNeed() {}

  /**
   * A lower bound: no arrangement of the colours of these tiles takes fewer palettes. The fewest
   * that are possible may be more.
   *
   * @param payload a slice whose contents the pack's reader has checked
   * @param metadata its numbers
   * @return 1 to the number of palettes that the bank has
   * @throws IllegalArgumentException if the slice does not follow from the numbers
   */
  public static int atLeast(ByteBuffer payload, TilesMetadata metadata) {
    TilesView view = new TilesView(payload, metadata);
    Set<ColorSet> distinct = new LinkedHashSet<>();
    for (int tile = 0; tile < metadata.tileCount(); tile++) {
      int[] bits =
          Arrays.stream(view.tile(tile))
              .filter(argb -> argb != 0)
              .map(argb -> Rgb565.nearest(argb).bits())
              .distinct()
              .toArray();
      distinct.add(ColorSet.of(bits));
    }
    List<ColorSet> sets = new ArrayList<>(distinct);
    ColorRanks ranks = ColorRanks.of(sets);
    sets.replaceAll(ranks::ranked);
    int bound = PaletteBounds.atLeast(sets, ranks.count(), metadata.paletteCount());
    return Math.clamp(bound, 1, metadata.paletteCount());
  }
}
