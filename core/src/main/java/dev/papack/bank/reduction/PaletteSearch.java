package dev.papack.bank.reduction;

import java.util.Arrays;
import java.util.Random;

/**
 * Searches palettes for a sample: grows them, then moves palettes that are hardly missed to tiles
 * that cost much, as long as work is allowed. Only changes that help are kept.
 */
final class PaletteSearch {
  /** About a second of work on a machine of today, all in all. */
  private static final long STEPS = 150_000_000;

  /** The part of it in which colours may be anywhere; in the rest they are those of a console. */
  private static final long FREE_STEPS = STEPS * 3 / 4;

  private static final int TURNS = 4;

  /** After so many trials in a row that did not help, the next will hardly. */
  private static final int PATIENCE = 400;

  private final PaletteSet palettes;
  private final Steps steps;

  /** What it gives for a seed is specified, so that every machine searches alike. */
  private final Random random = new Random(1);

  private PaletteSearch(PaletteSet palettes, Steps steps) {
    this.palettes = palettes;
    this.steps = steps;
  }

  /**
   * Finds palettes.
   *
   * @param sample at least one tile
   * @return for each its {@link dev.papack.media.Rgb565#bits}, at most 15, in any order
   */
  static char[][] search(Sample sample, int maxPalettes, ConsoleColors console) {
    Steps steps = new Steps();
    PaletteSet free = new PaletteSet(sample, maxPalettes, Centers.anywhere(), steps);
    free.grow();
    new PaletteSearch(free, steps).improve(FREE_STEPS);
    PaletteSet shown = free.with(Centers.of(console));
    new PaletteSearch(shown, steps).improve(STEPS);
    char[][] bits = new char[shown.size()][];
    for (int palette = 0; palette < bits.length; palette++) {
      WorkingPalette found = shown.palette(palette);
      bits[palette] = new char[found.size];
      for (int place = 0; place < found.size; place++) {
        bits[palette][place] = (char) console.nearest(found.get(place));
      }
    }
    return bits;
  }

  /** Improves until so many steps are done in all; a fifth of what is left is for the end. */
  private void improve(long untilSteps) {
    long cost = palettes.settle(WorkingPalette.CAPACITY, 20);
    long forEnd = Math.max(0, untilSteps - steps.done()) / 5;
    if (palettes.size() > 1) {
      int failures = 0;
      while (cost > 0 && failures < PATIENCE && steps.done() < untilSteps - forEnd) {
        long next = tryOnce(cost);
        failures = next < cost ? 0 : failures + 1;
        cost = next;
      }
    }
    palettes.finish(Math.max(0, untilSteps - steps.done()));
  }

  private long tryOnce(long cost) {
    int removed = removable();
    int tile = tile(removed);
    palettes.beginTrial();
    palettes.replace(removed, tile);
    long found = palettes.settle(WorkingPalette.CAPACITY, TURNS);
    if (found < cost) {
      palettes.endTrial();
      return palettes.settle(WorkingPalette.CAPACITY, TURNS);
    }
    palettes.takeBack();
    return cost;
  }

  /** A palette; one that is hardly missed is more likely. */
  private int removable() {
    long[] loss = new long[palettes.size()];
    for (int tile = 0; tile < palettes.tileCount(); tile++) {
      int palette = palettes.paletteOfTile(tile);
      loss[palette] += palettes.costWithout(palette, tile) - palettes.cost(tile);
    }
    steps.add((long) palettes.tileCount() * palettes.size());
    long[] ascending = loss.clone();
    Arrays.sort(ascending);
    long chosen = ascending[(int) (random.nextDouble() * random.nextDouble() * loss.length)];
    int palette = 0;
    while (loss[palette] != chosen) {
      palette++;
    }
    return palette;
  }

  /** A tile; one that costs much without a palette is more likely. */
  private int tile(int withoutPalette) {
    long[] sums = new long[palettes.tileCount()];
    long sum = 0;
    for (int tile = 0; tile < sums.length; tile++) {
      sum +=
          palettes.paletteOfTile(tile) == withoutPalette
              ? palettes.costWithout(withoutPalette, tile)
              : palettes.cost(tile);
      sums[tile] = sum;
    }
    long chosen = Math.min((long) (random.nextDouble() * sum), sum - 1);
    int tile = 0;
    while (sums[tile] <= chosen) {
      tile++;
    }
    return tile;
  }
}
