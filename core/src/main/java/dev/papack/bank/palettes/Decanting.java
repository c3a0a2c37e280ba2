package dev.papack.bank.palettes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pours pages into earlier ones that have room, to be rid of them: first whole pages, then the
 * groups of sets that hang together by shared colours, then single sets. The second pass of rgbds'
 * {@code rgbgfx}; overload-and-remove by itself never joins sets that share nothing.
 */
final class Decanting {
  /** What moves as one: its sets and all their colours. */
  private record Portion(List<ColorSet> sets, ColorSet colors) {
    /** Copies the list. */
    private Portion {
      sets = List.copyOf(sets);
    }
  }

  private enum Grain {
    PAGES,
    GROUPS,
    SETS
  }

  private final List<Page> pages;
  private final WorkBudget budget;

  private Decanting(List<Page> pages, WorkBudget budget) {
    this.pages = pages;
    this.budget = budget;
  }

  /**
   * Removes the pages that can be emptied. Stops early, every set still in a page, when the budget
   * is exhausted.
   *
   * @param pages none overloaded; changed
   * @param budget one step for every page that is looked at for a set
   */
  static void decant(List<Page> pages, WorkBudget budget) {
    pages.sort(Comparator.comparingInt(Page::colorCount).reversed());
    Decanting run = new Decanting(pages, budget);
    for (Grain grain : Grain.values()) {
      run.pour(grain);
    }
  }

  private void pour(Grain grain) {
    for (int from = pages.size() - 1; from > 0; from--) {
      Page source = pages.get(from);
      for (Portion portion : portions(source, grain)) {
        if (budget.isExhausted()) {
          return;
        }
        pour(portion, source, pages.subList(0, from));
      }
      if (source.isEmpty()) {
        pages.remove(from);
      }
    }
  }

  private void pour(Portion portion, Page source, List<Page> targets) {
    for (Page target : targets) {
      budget.spend(Page.CAPACITY);
      if (target.hasRoomFor(portion.colors)) {
        budget.spend((long) portion.sets.size() * source.setCount());
        portion.sets.forEach(target::add);
        portion.sets.forEach(source::remove);
        return;
      }
    }
  }

  private static List<Portion> portions(Page page, Grain grain) {
    List<ColorSet> sets = page.sets();
    return switch (grain) {
      case PAGES -> List.of(new Portion(sets, page.colors()));
      case GROUPS -> groups(sets);
      case SETS -> sets.stream().map(set -> new Portion(List.of(set), set)).toList();
    };
  }

  private static List<Portion> groups(List<ColorSet> sets) {
    List<ColorSet> unions = new ArrayList<>();
    for (ColorSet set : sets) {
      ColorSet grown = set;
      for (int i = unions.size() - 1; i >= 0; i--) {
        if (unions.get(i).intersects(grown)) {
          grown = unions.remove(i).union(grown);
        }
      }
      unions.add(grown);
    }
    return unions.stream()
        .map(union ->
            new Portion(sets.stream().filter(set -> set.isSubsetOf(union)).toList(), union))
        .toList();
  }
}
