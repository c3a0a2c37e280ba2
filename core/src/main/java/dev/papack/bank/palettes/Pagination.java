package dev.papack.bank.palettes;

import dev.papack.container.TilesMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Colour sets to as few palettes as can be found in bounded time; to find the fewest is NP-hard.
 * Sets inside others are left out; {@link OverloadAndRemove} and {@link Decanting} do the work, or
 * {@link FirstFit}, largest sets first, where they fail or exhaust the budget; {@link
 * IteratedGreedy} and {@link TabuSearch} look for better. No choice depends on anything but the
 * sets and their order.
 */
public sealed interface Pagination {
  /** How many colours a palette shows; its entry 0 is transparent. */
  int PALETTE_COLORS = TilesMetadata.PALETTE_ENTRIES - 1;

  /** Steps of all heuristics together, each a look at a colour: a second or so. */
  long BUDGET_STEPS = 1L << 28;

  /** How often one page less is tried before it is given up. */
  int ATTEMPTS = 5;

  /** An attempt that ends with more colours too many is not repeated. */
  int NEAR_OVERLOAD = 6;

  /** Keeps the search for subsets linear in the number of sets. */
  int SUPERSETS_TRIED = 4_096;

  /**
   * What was found.
   *
   * @param palettes each of at most 15 colours; every set is inside one of them
   */
  record Found(List<ColorSet> palettes) implements Pagination {
    /** Copies the list. */
    public Found {
      palettes = List.copyOf(palettes);
    }
  }

  /**
   * More palettes than a bank has.
   *
   * @param atLeast a proven lower bound, above the limit
   */
  record Impossible(int atLeast) implements Pagination {}

  /** Nothing proves that it is impossible, but no way was found. */
  record NotFound() implements Pagination {}

  /**
   * Finds palettes.
   *
   * @param sets all different, none above 15 colours, in the order of the tiles
   * @param rankCount how many colours there are; ranks in the sets are below it
   */
  static Pagination of(List<ColorSet> sets, int rankCount) {
    return of(sets, rankCount, new WorkBudget(BUDGET_STEPS));
  }

  /** The same with a budget that the caller can look at afterwards. */
  static Pagination of(List<ColorSet> sets, int rankCount, WorkBudget budget) {
    int atLeast = PaletteBounds.atLeast(sets, rankCount, TilesMetadata.MAX_PALETTES + 1);
    if (atLeast > TilesMetadata.MAX_PALETTES) {
      return new Impossible(atLeast);
    }
    List<ColorSet> largestFirst = withoutSubsets(sets, rankCount);
    Optional<List<Page>> packed = OverloadAndRemove.paginate(largestFirst, rankCount, budget);
    packed.ifPresent(pages -> Decanting.decant(pages, budget));
    return packed
        .filter(pages -> pages.size() <= TilesMetadata.MAX_PALETTES)
        .or(() -> FirstFit.paginate(largestFirst, rankCount, TilesMetadata.MAX_PALETTES))
        .map(pages -> IteratedGreedy.improve(pages, rankCount, atLeast, budget))
        .map(pages -> search(pages, rankCount, atLeast, budget))
        .<Pagination>map(pages -> new Found(pages.stream().map(Page::colors).toList()))
        .orElseGet(NotFound::new);
  }

  /** One page less and again one less, as long as {@link TabuSearch} finds a way. */
  private static List<Page> search(
      List<Page> found, int rankCount, int atLeast, WorkBudget budget) {
    List<Page> best = found;
    int attempt = 0;
    while (best.size() > atLeast && attempt < ATTEMPTS) {
      TabuSearch search = new TabuSearch(best, attempt, rankCount, budget);
      if (search.succeeds()) {
        best = search.pages();
        attempt = 0;
      } else {
        attempt = search.leastOverload() > NEAR_OVERLOAD ? ATTEMPTS : attempt + 1;
      }
    }
    return best;
  }

  /**
   * The sets that are in no other, the largest first, otherwise in their order. A set is looked for
   * in the larger ones that hold its rarest colour, of which at most {@value #SUPERSETS_TRIED} are
   * tried: one that is kept needlessly does no harm.
   */
  private static List<ColorSet> withoutSubsets(List<ColorSet> sets, int rankCount) {
    List<List<ColorSet>> keptWithColor = new ArrayList<>();
    for (int rank = 0; rank < rankCount; rank++) {
      keptWithColor.add(new ArrayList<>());
    }
    List<ColorSet> kept = new ArrayList<>();
    int filedCount = 0;
    for (int size = Page.CAPACITY; size > 0; size--) {
      // Different sets of one size do not contain each other, so they are filed together.
      for (; filedCount < kept.size(); filedCount++) {
        ColorSet larger = kept.get(filedCount);
        for (int i = 0; i < larger.size(); i++) {
          keptWithColor.get(larger.get(i)).add(larger);
        }
      }
      for (ColorSet set : sets) {
        if (set.size() == size && !isInOneOf(set, keptWithColor)) {
          kept.add(set);
        }
      }
    }
    return kept;
  }

  private static boolean isInOneOf(ColorSet set, List<List<ColorSet>> keptWithColor) {
    List<ColorSet> candidates = keptWithColor.get(set.get(0));
    for (int i = 1; i < set.size(); i++) {
      List<ColorSet> others = keptWithColor.get(set.get(i));
      candidates = others.size() < candidates.size() ? others : candidates;
    }
    int tried = Math.min(candidates.size(), SUPERSETS_TRIED);
    return candidates.subList(0, tried).stream().anyMatch(set::isSubsetOf);
  }
}
