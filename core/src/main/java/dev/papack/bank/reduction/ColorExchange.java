package dev.papack.bank.reduction;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Improves a palette beyond what moving to means can: takes a colour away where it is hardly missed
 * and puts it where the error is large.
 */
final class ColorExchange {
  private static final int CAPACITY = WorkingPalette.CAPACITY;

  /** How many of the worst colours are tried as new ones. */
  private static final int CANDIDATES = 48;

  /** The same where each is tried in full. */
  private static final int CANDIDATES_IN_FULL = 8;

  private final PaletteFit fit;
  private final Steps steps;
  private final WorkingPalette before;
  private final long[] removal = new long[CAPACITY];
  private final long[] change = new long[CAPACITY];

  ColorExchange(PaletteFit fit, Sample sample, Steps steps) {
    this.fit = fit;
    this.steps = steps;
    before = new WorkingPalette(sample);
  }

  /**
   * Adds colours while there is room, and then exchanges colours while that helps.
   *
   * @param colorsMax how many colours there may be, at most 15
   * @param times how many colours are added or exchanged at most
   * @return what all pixels cost then
   */
  long improve(WorkingPalette palette, int colorsMax, int times) {
    long cost = fit.moveToMeans(palette, 4);
    for (int time = 0; time < times && cost > 0; time++) {
      before.copyColors(palette);
      if (palette.size < colorsMax) {
        palette.set(palette.size++, fit.allowedAt(fit.worst()));
      } else if (!exchange(palette)) {
        break;
      }
      long after = fit.moveToMeans(palette, 4);
      if (after >= cost) {
        palette.copyColors(before);
        return fit.show(palette);
      }
      cost = after;
    }
    return cost;
  }

  /**
   * Tries each of the worst colours in the place of every colour, all moved to their means again,
   * until none helps or the work is done that is allowed.
   */
  void improveInFull(WorkingPalette palette, long allowedSteps) {
    long end = steps.done() + allowedSteps;
    long cost = improve(palette, CAPACITY, 2 * CAPACITY);
    boolean isBetter = palette.size == CAPACITY && cost > 0;
    while (isBetter && steps.done() < end) {
      isBetter = false;
      for (long candidate : worstColors()) {
        for (int place = 0; place < CAPACITY && steps.done() < end; place++) {
          before.copyColors(palette);
          palette.set(place, candidate);
          long after = fit.moveToMeans(palette, 6);
          if (after < cost) {
            cost = after;
            isBetter = true;
          } else {
            palette.copyColors(before);
          }
        }
      }
      cost = fit.show(palette);
    }
  }

  private long[] worstColors() {
    long limit = errorOfWorst(CANDIDATES_IN_FULL);
    return IntStream.range(0, fit.count())
        .filter(i -> fit.error(i) >= limit)
        .limit(CANDIDATES_IN_FULL)
        .mapToLong(fit::allowedAt)
        .toArray();
  }

  /** The error that a colour has at least if it is one of the worst, above 0. */
  private long errorOfWorst(int howMany) {
    long[] errors = new long[fit.count()];
    Arrays.setAll(errors, fit::error);
    Arrays.sort(errors);
    return Math.max(1, errors[Math.max(0, errors.length - howMany)]);
  }

  /** Makes the exchange that helps most before means are moved; false if none helps. */
  private boolean exchange(WorkingPalette palette) {
    Arrays.fill(removal, 0);
    for (int i = 0; i < fit.count(); i++) {
      removal[fit.owner(i)] += fit.errorWithoutOwner(i);
    }
    long best = 0;
    int bestPlace = -1;
    long bestColor = 0;
    long limit = errorOfWorst(CANDIDATES);
    for (int candidate = 0; candidate < fit.count(); candidate++) {
      if (fit.error(candidate) < limit) {
        continue;
      }
      long color = fit.allowedAt(candidate);
      long all = changes(color);
      for (int place = 0; place < palette.size; place++) {
        if (all + change[place] < best) {
          best = all + change[place];
          bestPlace = place;
          bestColor = color;
        }
      }
    }
    if (bestPlace < 0) {
      return false;
    }
    palette.set(bestPlace, bestColor);
    return true;
  }

  /**
   * What all pixels cost more with one more colour; and for each place, in {@link #change}, what
   * they cost more besides if the colour there is removed.
   */
  private long changes(long color) {
    steps.add(fit.count());
    System.arraycopy(removal, 0, change, 0, CAPACITY);
    long all = 0;
    for (int i = 0; i < fit.count(); i++) {
      int distance = fit.distance(i, color);
      long gain = fit.gain(i, distance);
      if (gain > 0) {
        all -= gain;
        change[fit.owner(i)] -= fit.errorWithoutOwner(i);
      } else {
        change[fit.owner(i)] -= Math.max(0, fit.gainWithoutOwner(i, distance));
      }
    }
    return all;
  }
}
