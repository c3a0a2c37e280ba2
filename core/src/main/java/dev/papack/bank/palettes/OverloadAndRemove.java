package dev.papack.bank.palettes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * The heuristic of that name for the pagination problem (bin packing whose items share symbols):
 * Grange, Kacem, Martin, "Algorithms for the Pagination Problem, a Bin Packing with Overlapping
 * Items", arXiv:1605.00558. Each set goes where it shares most, even if that overloads the page; an
 * overloaded page throws out its least efficient sets, which may not come back to it, until it fits
 * or all its sets are equally efficient. Pages that are overloaded at the end are dissolved, their
 * sets placed by first fit.
 */
final class OverloadAndRemove {
  private final int rankCount;
  private final WorkBudget budget;
  private final List<Page> pages = new ArrayList<>();
  // Which pages threw a set out. Only ever asked, never walked, so its order reaches nothing.
  private final Map<ColorSet, BitSet> bans = new HashMap<>();

  private OverloadAndRemove(int rankCount, WorkBudget budget) {
    this.rankCount = rankCount;
    this.budget = budget;
  }

  /**
   * Pages that hold all sets, none overloaded.
   *
   * @param sets all different; equal choices fall to the earlier one
   * @param rankCount ranks in the sets are below it
   * @param budget one step for every colour of a set that is looked at
   * @return empty if the budget is exhausted
   */
  static Optional<List<Page>> paginate(List<ColorSet> sets, int rankCount, WorkBudget budget) {
    OverloadAndRemove run = new OverloadAndRemove(rankCount, budget);
    Queue<ColorSet> waiting = new ArrayDeque<>(sets);
    while (!waiting.isEmpty()) {
      if (budget.isExhausted()) {
        return Optional.empty();
      }
      run.place(waiting.remove(), waiting);
    }
    return run.dissolveOverloaded();
  }

  private void place(ColorSet set, Queue<ColorSet> waiting) {
    int number = cheapestPage(set);
    if (number == pages.size()) {
      budget.spend(rankCount);
      pages.add(new Page(rankCount));
    }
    Page page = pages.get(number);
    page.add(set);
    while (page.isOverloaded() && !budget.isExhausted()) {
      OptionalInt worst = leastEfficient(page);
      if (worst.isEmpty()) {
        return;
      }
      ColorSet out = page.set(worst.getAsInt());
      page.remove(out);
      bans.computeIfAbsent(out, unseen -> new BitSet()).set(number);
      waiting.add(out);
    }
  }

  /** The page where a set shares most; the number of a new one if it shares nothing anywhere. */
  private int cheapestPage(ColorSet set) {
    budget.spend((long) pages.size() * set.size());
    BitSet banned = bans.getOrDefault(set, new BitSet());
    int cheapest = pages.size();
    long least = Page.relativeSizeAlone(set);
    for (int number = 0; number < pages.size(); number++) {
      if (!banned.get(number)) {
        long cost = pages.get(number).relativeSizeOfGuest(set);
        if (cost < least) {
          least = cost;
          cheapest = number;
        }
      }
    }
    return cheapest;
  }

  /** The set that gains least by being in a page; empty if all gain the same. */
  private OptionalInt leastEfficient(Page page) {
    int least = 0;
    boolean allEqual = true;
    for (int place = 1; place < page.setCount(); place++) {
      budget.spend(2L * Page.CAPACITY);
      int order = compareEfficiency(page, place, least);
      allEqual &= order == 0;
      least = order < 0 ? place : least;
    }
    return allEqual ? OptionalInt.empty() : OptionalInt.of(least);
  }

  /** Compares size / relative size without dividing. */
  private static int compareEfficiency(Page page, int left, int right) {
    ColorSet one = page.set(left);
    ColorSet other = page.set(right);
    return Long.compare(
        one.size() * page.relativeSizeOfMember(other),
        other.size() * page.relativeSizeOfMember(one));
  }

  private Optional<List<Page>> dissolveOverloaded() {
    List<ColorSet> homeless = new ArrayList<>();
    for (Page page : pages) {
      if (page.isOverloaded()) {
        homeless.addAll(page.sets());
      }
    }
    pages.removeIf(Page::isOverloaded);
    pages.removeIf(Page::isEmpty);
    homeless.sort(Comparator.comparingInt(ColorSet::size).reversed());
    for (ColorSet set : homeless) {
      budget.spend((long) pages.size() * set.size());
      if (budget.isExhausted()) {
        return Optional.empty();
      }
      FirstFit.place(set, pages, rankCount);
    }
    return Optional.of(pages);
  }
}
