package dev.papack.bank.palettes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * First fit again and again, each time page by page of what it found last, in another order of the
 * pages. That never takes more pages: what remains of a page when its turn comes fits into one.
 * After Culberson's iterated greedy for graph colouring.
 */
final class IteratedGreedy {
  /** Rounds without a page less before it gives up. */
  private static final int PATIENCE_ROUNDS = 100;

  private IteratedGreedy() {}

  /**
   * The same sets in as many pages or fewer.
   *
   * @param pages none overloaded; not changed
   * @param enough stops at so many
   * @param budget one step for every colour that is looked up in a page
   */
  static List<Page> improve(List<Page> pages, int rankCount, int enough, WorkBudget budget) {
    // Seeded by a constant and specified to the bit: the same order everywhere.
    Random order = new Random(0);
    List<Page> best = List.copyOf(pages);
    int patience = PATIENCE_ROUNDS;
    while (best.size() > enough && patience > 0) {
      List<ColorSet> sets = new ArrayList<>();
      for (Page page : reordered(best, patience, order)) {
        sets.addAll(page.sets());
      }
      budget.spend((long) sets.size() * best.size() * Page.CAPACITY);
      if (budget.isExhausted()) {
        return best;
      }
      List<Page> next = FirstFit.paginate(sets, rankCount, best.size()).orElseThrow();
      patience = next.size() < best.size() ? PATIENCE_ROUNDS : patience - 1;
      best = next;
    }
    return best;
  }

  private static List<Page> reordered(List<Page> pages, int round, Random order) {
    List<Page> reordered = new ArrayList<>(pages);
    switch (round % 3) {
      case 0 -> Collections.reverse(reordered);
      case 1 -> reordered.sort(Comparator.comparingInt(Page::colorCount).reversed());
      default -> Collections.shuffle(reordered, order);
    }
    return reordered;
  }
}
