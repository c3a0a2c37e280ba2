package dev.papack.bank.palettes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each set goes to the first page that has room for it. */
final class FirstFit {
  private FirstFit() {}

  /** Places one set, on a new page if need be. */
  static void place(ColorSet set, List<Page> pages, int rankCount) {
    for (Page page : pages) {
      if (page.hasRoomFor(set)) {
        page.add(set);
        return;
      }
    }
    Page page = new Page(rankCount);
    page.add(set);
    pages.add(page);
  }

  /**
   * Places all sets in their order; at most {@code sets * pagesMax} looks at a page.
   *
   * @return empty if that takes more than {@code pagesMax}
   */
  static Optional<List<Page>> paginate(List<ColorSet> sets, int rankCount, int pagesMax) {
    List<Page> pages = new ArrayList<>();
    for (ColorSet set : sets) {
      place(set, pages, rankCount);
      if (pages.size() > pagesMax) {
        return Optional.empty();
      }
    }
    return Optional.of(pages);
  }
}
