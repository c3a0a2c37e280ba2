package dev.papack.bank.palettes;

import dev.papack.media.Rgb565;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The colours of a bank, numbered from dark to bright. Palettes keep that order, so that an artist
 * sees ramps, and it does not depend on where in the picture a colour is.
 */
public final class ColorRanks {
  private final List<Rgb565> colors;
  private final int[] rankOf = new int[Rgb565.MAX_BITS + 1];

  private ColorRanks(List<Rgb565> colors) {
    this.colors = colors;
    for (int rank = 0; rank < colors.size(); rank++) {
      rankOf[colors.get(rank).bits()] = rank;
    }
  }

  /** The colours in these sets of {@link Rgb565#bits}. */
  public static ColorRanks of(List<ColorSet> sets) {
    BitSet bits = new BitSet();
    for (ColorSet set : sets) {
      for (int i = 0; i < set.size(); i++) {
        bits.set(set.get(i));
      }
    }
    return new ColorRanks(
        bits.stream().mapToObj(Rgb565::new).sorted(Rgb565.BY_BRIGHTNESS).toList());
  }

  public int count() {
    return colors.size();
  }

  public Rgb565 color(int rank) {
    return colors.get(rank);
  }

  /** The rank of a colour that is one of these, by its bits. */
  public int rank(int bits) {
    return rankOf[bits];
  }

  /** The same set in ranks. */
  public ColorSet ranked(ColorSet bits) {
    int[] ranks = new int[bits.size()];
    Arrays.setAll(ranks, i -> rankOf[bits.get(i)]);
    return ColorSet.of(ranks);
  }
}
