package dev.papack.bank.palettes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One page less than were found: the sets of a page are spread over the others, which overloads
 * some, and then sets move one by one from overloaded pages to where they do least harm, until no
 * page is overloaded. A set may not return to where it came from for a while, so that the search
 * leaves places where no move is good. After Glover, "Tabu Search", ORSA Journal on Computing 1
 * (1989) and 2 (1990).
 */
final class TabuSearch {
  /** What a colour beyond the capacity counts, as a multiple of a colour in several pages. */
  private static final int OVERLOAD_WEIGHT = 3;

  /** Moves without less overload before it gives up. */
  private static final int PATIENCE_MOVES = 500;

  private static final int NONE = -1;
  private static final int MIN_TENURE = 8;
  private static final int TENURE_SPREAD = 16;

  private final List<ColorSet> sets;
  private final long[][] setBits;
  private final int pageCount;
  private final int rankCount;
  private final int words;
  private final WorkBudget budget;
  // Seeded by a constant and specified to the bit: the same moves everywhere.
  private final Random random;

  private final int[] pageOfSet;
  private final int[][] setsWithColor;
  private final long[][] pageBits;
  private final int[] colorCounts;
  private final int[][] tabuUntil;
  private int overload;
  private int leastOverload;

  /**
   * Spreads the sets of one page.
   *
   * @param pages at least two, none overloaded; not changed
   * @param attempt tells the page, and the order in which equal moves are tried
   * @param rankCount ranks in the sets are below it
   * @param budget one step for every word of colours that is compared
   */
  TabuSearch(List<Page> pages, int attempt, int rankCount, WorkBudget budget) {
    sets = pages.stream().flatMap(page -> page.sets().stream()).toList();
    pageCount = pages.size() - 1;
    this.rankCount = rankCount;
    this.words = Math.ceilDiv(rankCount, Long.SIZE);
    this.budget = budget;
    random = new Random(attempt);
    setBits = new long[sets.size()][words];
    for (int set = 0; set < sets.size(); set++) {
      for (int i = 0; i < sets.get(set).size(); i++) {
        int rank = sets.get(set).get(i);
        setBits[set][rank / Long.SIZE] |= 1L << rank;
      }
    }
    pageOfSet = new int[sets.size()];
    setsWithColor = new int[pageCount][rankCount];
    pageBits = new long[pageCount][words];
    colorCounts = new int[pageCount];
    tabuUntil = new int[sets.size()][pageCount];
    begin(pages, attempt % pages.size());
  }

  private void begin(List<Page> pages, int dropped) {
    int set = 0;
    int kept = 0;
    List<Integer> homeless = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      for (int i = 0; i < pages.get(page).setCount(); i++) {
        if (page == dropped) {
          homeless.add(set);
        } else {
          add(set, kept);
        }
        set++;
      }
      kept += page == dropped ? 0 : 1;
    }
    for (int each : homeless) {
      int best = 0;
      int least = Integer.MAX_VALUE;
      for (int page = 0; page < pageCount; page++) {
        int harm = harmOfAdding(each, page);
        if (harm < least) {
          least = harm;
          best = page;
        }
      }
      add(each, best);
    }
  }

  /**
   * Searches.
   *
   * @return whether no page is overloaded any more
   */
  boolean succeeds() {
    leastOverload = overload;
    int lastProgress = 0;
    for (int move = 1; overload > 0 && move - lastProgress <= PATIENCE_MOVES; move++) {
      if (budget.isExhausted()) {
        return false;
      }
      moveOne(move);
      if (overload < leastOverload) {
        leastOverload = overload;
        lastProgress = move;
      }
    }
    return overload == 0;
  }

  /** How near it came: the fewest colours beyond the capacity, in all pages together. */
  int leastOverload() {
    return leastOverload;
  }

  /** Makes the move that does least harm, of equal ones a random one. */
  private void moveOne(int move) {
    int bestSet = NONE;
    int bestPage = NONE;
    int least = Integer.MAX_VALUE;
    int equal = 0;
    for (int set = 0; set < sets.size(); set++) {
      int from = pageOfSet[set];
      if (colorCounts[from] <= Page.CAPACITY) {
        continue;
      }
      int lost = lostByRemoving(set, from);
      int relief = Math.min(lost, colorCounts[from] - Page.CAPACITY);
      budget.spend((long) pageCount * words);
      for (int page = 0; page < pageCount; page++) {
        int harm = page == from ? Integer.MAX_VALUE : harmOfAdding(set, page);
        int change = harm - lost - OVERLOAD_WEIGHT * relief;
        if (page == from || change > least || isTabu(set, page, move, relief)) {
          continue;
        }
        equal = change < least ? 1 : equal + 1;
        if (equal == 1 || random.nextInt(equal) == 0) {
          least = change;
          bestSet = set;
          bestPage = page;
        }
      }
    }
    if (bestSet != NONE) {
      tabuUntil[bestSet][pageOfSet[bestSet]] = move + MIN_TENURE + random.nextInt(TENURE_SPREAD);
      remove(bestSet);
      add(bestSet, bestPage);
    }
  }

  /** A move that ends with less overload than there ever was may be made in any case. */
  private boolean isTabu(int set, int page, int move, int relief) {
    int more = overloadOf(colorCounts[page] + newColors(set, page)) - overloadOf(colorCounts[page]);
    return tabuUntil[set][page] >= move && overload - relief + more >= leastOverload;
  }

  private int harmOfAdding(int set, int page) {
    int more = newColors(set, page);
    int count = colorCounts[page];
    return more + OVERLOAD_WEIGHT * (overloadOf(count + more) - overloadOf(count));
  }

  private static int overloadOf(int colorCount) {
    return Math.max(0, colorCount - Page.CAPACITY);
  }

  private int newColors(int set, int page) {
    int count = 0;
    for (int word = 0; word < words; word++) {
      count += Long.bitCount(setBits[set][word] & ~pageBits[page][word]);
    }
    return count;
  }

  private int lostByRemoving(int set, int page) {
    int lost = 0;
    ColorSet colors = sets.get(set);
    for (int i = 0; i < colors.size(); i++) {
      lost += setsWithColor[page][colors.get(i)] == 1 ? 1 : 0;
    }
    return lost;
  }

  private void add(int set, int page) {
    overload -= overloadOf(colorCounts[page]);
    pageOfSet[set] = page;
    ColorSet colors = sets.get(set);
    for (int i = 0; i < colors.size(); i++) {
      int rank = colors.get(i);
      if (setsWithColor[page][rank]++ == 0) {
        colorCounts[page]++;
        pageBits[page][rank / Long.SIZE] |= 1L << rank;
      }
    }
    overload += overloadOf(colorCounts[page]);
  }

  private void remove(int set) {
    int page = pageOfSet[set];
    overload -= overloadOf(colorCounts[page]);
    ColorSet colors = sets.get(set);
    for (int i = 0; i < colors.size(); i++) {
      int rank = colors.get(i);
      if (--setsWithColor[page][rank] == 0) {
        colorCounts[page]--;
        pageBits[page][rank / Long.SIZE] &= ~(1L << rank);
      }
    }
    overload += overloadOf(colorCounts[page]);
  }

  /** The sets in their pages, none of which is empty. */
  List<Page> pages() {
    Page[] pages = new Page[pageCount];
    Arrays.setAll(pages, page -> new Page(rankCount));
    for (int set = 0; set < sets.size(); set++) {
      pages[pageOfSet[set]].add(sets.get(set));
    }
    return Arrays.stream(pages).filter(page -> !page.isEmpty()).toList();
  }
}
