package dev.papack.bank.palettes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PaginationTest {
  private static final long SEED = 20_260_101;

  @Test
  void setsThatFitTogetherShareOnePalette() {
    assertThat(paletteCount(List.of(range(0, 8), range(4, 11), range(6, 15)), 15)).isEqualTo(1);
  }

  @Test
  void setsThatShareNothingFillPalettes() {
    List<ColorSet> sets = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      sets.add(range(i, i + 1));
    }
    assertThat(paletteCount(sets, 30)).isEqualTo(2);
  }

  @Test
  void subsetsNeedNoPaletteOfTheirOwn() {
    List<ColorSet> sets = new ArrayList<>();
    for (int from = 0; from < 15; from++) {
      for (int to = from; to <= 15; to++) {
        sets.add(range(from, to));
      }
    }
    assertThat(paletteCount(List.copyOf(new LinkedHashSet<>(sets)), 15)).isEqualTo(1);
  }

  @Test
  void hiddenPalettesAreFoundAgain() {
    Random random = new Random(SEED);
    for (int hidden = 1; hidden <= 64; hidden += 9) {
      int rankCount = hidden * 15;
      Set<ColorSet> sets = new LinkedHashSet<>();
      for (int i = 0; i < 40 * hidden; i++) {
        int first = random.nextInt(hidden) * 15;
        sets.add(randomSet(random, 3 + random.nextInt(8), first, first + 15));
      }
      for (int palette = 0; palette < hidden; palette++) {
        sets.add(range(palette * 15, palette * 15 + 7));
        sets.add(range(palette * 15 + 7, palette * 15 + 15));
      }
      assertThat(paletteCount(List.copyOf(sets), rankCount)).isEqualTo(hidden);
    }
  }

  @Test
  void tinyInstancesAreNearlyAlwaysOptimalAndNeverMoreThanOneAbove() {
    Random random = new Random(SEED);
    int optimal = 0;
    int instances = 2_000;
    for (int i = 0; i < instances; i++) {
      int rankCount = 18 + random.nextInt(25);
      Set<ColorSet> distinct = new LinkedHashSet<>();
      int wanted = 3 + random.nextInt(6);
      while (distinct.size() < wanted) {
        distinct.add(randomSet(random, 2 + random.nextInt(10), 0, rankCount));
      }
      List<ColorSet> sets = List.copyOf(distinct);
      int found = paletteCount(sets, rankCount);
      int best = optimum(sets, 0, new ArrayList<>(), sets.size());
      assertThat(found).as("instance %d of seed %d: %s", i, SEED, sets).isBetween(best, best + 1);
      assertThat(PaletteBounds.atLeast(sets, usedRanks(sets), 65)).isLessThanOrEqualTo(best);
      optimal += found == best ? 1 : 0;
    }
    System.out.println("seed " + SEED + ": optimal in " + optimal + " of " + instances);
    assertThat(optimal).isGreaterThan(instances * 95 / 100);
  }

  @Test
  void equalInputGivesEqualPalettes() {
    Random random = new Random(SEED);
    Set<ColorSet> sets = new LinkedHashSet<>();
    for (int i = 0; i < 200; i++) {
      sets.add(randomSet(random, 1 + random.nextInt(9), 0, 40));
    }
    List<ColorSet> copies = new ArrayList<>();
    for (ColorSet set : sets) {
      int[] colors = new int[set.size()];
      Arrays.setAll(colors, set::get);
      copies.add(ColorSet.of(colors));
    }
    assertThat(found(List.copyOf(sets), 40)).isEqualTo(found(copies, 40));
  }

  @Test
  void moreThanSixtyFourPalettesOfColorsAreProvenImpossible() {
    assertThat(Pagination.of(List.of(range(0, 1)), 961)).isEqualTo(new Pagination.Impossible(65));
  }

  @Test
  void sixtyFiveSetsWithoutCommonPaletteAreProvenImpossible() {
    List<ColorSet> sets = new ArrayList<>();
    for (int first = 0; first < 65; first++) {
      sets.add(range(first, first + 15));
    }
    assertThat(Pagination.of(sets, 79)).isEqualTo(new Pagination.Impossible(65));
  }

  @Test
  void pairsOfColorsProveImpossibilityWhereAnyTwoSetsFit() {
    Random random = new Random(SEED);
    Set<ColorSet> sets = new LinkedHashSet<>();
    while (sets.size() < 2_000) {
      sets.add(randomSet(random, 7, 0, 960));
    }
    assertThat(Pagination.of(List.copyOf(sets), 960)).isInstanceOf(Pagination.Impossible.class);
  }

  @Test
  void fullRandomSetsAreRefusedWithoutPacking() {
    assertRefusedWithinBudget(65_536, 15, 960);
  }

  @Test
  void halfFullSetsOfFewColorsStayWithinTheBudget() {
    assertBounded(65_536, 7, 24);
  }

  @Test
  void manySetsOfAlmostOnePaletteStayWithinTheBudget() {
    assertBounded(40_000, 8, 20);
  }

  @Test
  void pairsOfFewColorsStayWithinTheBudget() {
    assertBounded(6_000, 2, 115);
  }

  @Test
  void setsInsideSixtyFourHiddenPalettesStayWithinTheBudget() {
    Random random = new Random(SEED);
    Set<ColorSet> sets = new LinkedHashSet<>();
    while (sets.size() < 65_536) {
      int first = random.nextInt(64) * 15;
      sets.add(randomSet(random, 7, first, first + 15));
    }
    WorkBudget budget = new WorkBudget(Pagination.BUDGET_STEPS);
    Pagination result = Pagination.of(List.copyOf(sets), 960, budget);
    assertThat(result).isInstanceOf(Pagination.Found.class);
    assertThat(budget.spentSteps()).isLessThan(Pagination.BUDGET_STEPS);
  }

  private static void assertRefusedWithinBudget(int setCount, int setSize, int rankCount) {
    WorkBudget budget = new WorkBudget(Pagination.BUDGET_STEPS);
    List<ColorSet> sets = randomSets(setCount, setSize, rankCount);
    assertThat(Pagination.of(sets, rankCount, budget)).isInstanceOf(Pagination.Impossible.class);
    assertThat(budget.spentSteps()).isZero();
  }

  private static void assertBounded(int setCount, int setSize, int rankCount) {
    WorkBudget budget = new WorkBudget(Pagination.BUDGET_STEPS);
    List<ColorSet> sets = randomSets(setCount, setSize, rankCount);
    Pagination result = Pagination.of(sets, rankCount, budget);
    // What is looked at between two questions about the budget: one page or one set at most.
    long slack = 10_000_000;
    assertThat(budget.spentSteps()).isLessThan(Pagination.BUDGET_STEPS + slack);
    if (result instanceof Pagination.Found(List<ColorSet> palettes)) {
      assertThat(sets).allMatch(set -> palettes.stream().anyMatch(set::isSubsetOf));
    }
  }

  private static List<ColorSet> randomSets(int setCount, int setSize, int rankCount) {
    Random random = new Random(SEED);
    Set<ColorSet> sets = new LinkedHashSet<>();
    while (sets.size() < setCount) {
      sets.add(randomSet(random, setSize, 0, rankCount));
    }
    return List.copyOf(sets);
  }

  private static int paletteCount(List<ColorSet> sets, int rankCount) {
    return found(sets, rankCount).size();
  }

  private static List<ColorSet> found(List<ColorSet> sets, int rankCount) {
    Pagination result = Pagination.of(sets, rankCount);
    assertThat(result).isInstanceOf(Pagination.Found.class);
    List<ColorSet> palettes = ((Pagination.Found) result).palettes();
    assertThat(palettes).allMatch(palette -> palette.size() <= Page.CAPACITY);
    assertThat(sets).allMatch(set -> palettes.stream().anyMatch(set::isSubsetOf));
    return palettes;
  }

  /** The fewest palettes, by trying every way to put each set with others. */
  private static int optimum(List<ColorSet> sets, int next, List<ColorSet> palettes, int best) {
    if (palettes.size() >= best) {
      return best;
    }
    if (next == sets.size()) {
      return palettes.size();
    }
    int fewest = best;
    for (int i = 0; i < palettes.size(); i++) {
      ColorSet before = palettes.get(i);
      ColorSet with = before.union(sets.get(next));
      if (with.size() <= Page.CAPACITY) {
        palettes.set(i, with);
        fewest = optimum(sets, next + 1, palettes, fewest);
        palettes.set(i, before);
      }
    }
    palettes.add(sets.get(next));
    fewest = optimum(sets, next + 1, palettes, fewest);
    palettes.removeLast();
    return fewest;
  }

  private static int usedRanks(List<ColorSet> sets) {
    return sets.stream().reduce(ColorSet.EMPTY, ColorSet::union).size();
  }

  private static ColorSet range(int from, int to) {
    int[] colors = new int[to - from];
    Arrays.setAll(colors, i -> from + i);
    return ColorSet.of(colors);
  }

  private static ColorSet randomSet(RandomGenerator random, int size, int from, int to) {
    return ColorSet.of(random.ints(from, to).distinct().limit(size).toArray());
  }
}
