package dev.papack.bank.palettes;

import java.util.ArrayList;
import java.util.List;

/** A palette in the making: the colour sets that are to share it. */
final class Page {
  /** The colours of a palette: index 0 is transparent. */
  static final int CAPACITY = Pagination.PALETTE_COLORS;

  // The whole that relative sizes are fractions of: lcm(1..40), so that they are exact while no
  // colour is in more than 40 sets of a page. Beyond, they are rounded down, equally everywhere.
  // 15 wholes times 15 fit a long, which is what a comparison of efficiencies multiplies.
  private static final long WHOLE = 5_342_931_457_063_200L;

  private final List<ColorSet> sets = new ArrayList<>();
  private final int[] setsWithColor;
  private int colorCount;

  /**
   * An empty page.
   *
   * @param rankCount how many colours the bank has: ranks are below it
   */
  Page(int rankCount) {
    setsWithColor = new int[rankCount];
  }

  List<ColorSet> sets() {
    return List.copyOf(sets);
  }

  /** All colours that are here. */
  ColorSet colors() {
    return sets.stream().reduce(ColorSet.EMPTY, ColorSet::union);
  }

  int setCount() {
    return sets.size();
  }

  ColorSet set(int place) {
    return sets.get(place);
  }

  int colorCount() {
    return colorCount;
  }

  boolean isEmpty() {
    return sets.isEmpty();
  }

  boolean isOverloaded() {
    return colorCount > CAPACITY;
  }

  boolean hasRoomFor(ColorSet set) {
    int needed = colorCount;
    for (int i = 0; i < set.size(); i++) {
      needed += setsWithColor[set.get(i)] == 0 ? 1 : 0;
    }
    return needed <= CAPACITY;
  }

  void add(ColorSet set) {
    sets.add(set);
    for (int i = 0; i < set.size(); i++) {
      colorCount += setsWithColor[set.get(i)]++ == 0 ? 1 : 0;
    }
  }

  /** Removes a set that is here. */
  void remove(ColorSet set) {
    sets.remove(set);
    for (int i = 0; i < set.size(); i++) {
      colorCount -= --setsWithColor[set.get(i)] == 0 ? 1 : 0;
    }
  }

  /** The colours of a set, each divided by how many sets here would share it: what it costs. */
  long relativeSizeOfGuest(ColorSet set) {
    return relativeSize(set, 1);
  }

  /** The same for a set that is here. */
  long relativeSizeOfMember(ColorSet set) {
    return relativeSize(set, 0);
  }

  /** What a set costs that shares nothing. */
  static long relativeSizeAlone(ColorSet set) {
    return WHOLE * set.size();
  }

  private long relativeSize(ColorSet set, int more) {
    long sum = 0;
    for (int i = 0; i < set.size(); i++) {
      sum += WHOLE / (setsWithColor[set.get(i)] + more);
    }
    return sum;
  }
}
