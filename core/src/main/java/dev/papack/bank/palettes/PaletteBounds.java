package dev.papack.bank.palettes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Proofs that fewer palettes cannot do, whatever the arrangement. */
public final class PaletteBounds {
  private PaletteBounds() {}

  /**
   * The best of three lower bounds. Walks the pairs of colours of each set once and compares each
   * set with at most {@code enough} others.
   *
   * @param sets what has to be shown together, none larger than a palette
   * @param rankCount how many different colours they have
   * @param enough a bound that reaches this is not improved
   */
  public static int atLeast(List<ColorSet> sets, int rankCount, int enough) {
    int byColors = Math.ceilDiv(rankCount, Page.CAPACITY);
    if (byColors >= enough) {
      return byColors;
    }
    int byPairs = Math.ceilDiv(pairCount(sets, rankCount), Page.CAPACITY * (Page.CAPACITY - 1) / 2);
    return Math.max(Math.max(byColors, byPairs), strangerCount(sets, enough));
  }

  /** Pairs of colours that some set shows together; a palette shows at most 105. */
  private static int pairCount(List<ColorSet> sets, int rankCount) {
    BitSet pairs = new BitSet();
    for (ColorSet set : sets) {
      for (int high = 1; high < set.size(); high++) {
        for (int low = 0; low < high; low++) {
          pairs.set(set.get(high) * rankCount + set.get(low));
        }
      }
    }
    return pairs.cardinality();
  }

  /** Sets of which no two fit into one palette, collected greedily. */
  private static int strangerCount(List<ColorSet> sets, int enough) {
    List<ColorSet> strangers = new ArrayList<>();
    for (ColorSet set : sets) {
      if (strangers.stream().allMatch(other -> set.unionSize(other) > Page.CAPACITY)) {
        strangers.add(set);
      }
      if (strangers.size() == enough) {
        break;
      }
    }
    return strangers.size();
  }
}
