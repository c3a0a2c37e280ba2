package dev.papack.bank.reduction;

import java.util.Arrays;

/**
 * Fits a palette to the colours of some tiles: each colour of it moves to the mean of the pixels
 * that it shows (k-means). The colours at hand are numbered from 0 here, in any order.
 */
final class PaletteFit {
  private static final int CAPACITY = WorkingPalette.CAPACITY;

  private final Sample sample;
  private final Centers centers;
  private final Steps steps;

  private final int[] color;
  private final long[] weight;
  private int count;
  private final long[] weightOfColor;

  private final int[] nearest;
  private final int[] second;
  private final byte[] owner;

  private final MeanColor[] means = new MeanColor[CAPACITY];

  PaletteFit(Sample sample, Centers centers, Steps steps) {
    this.sample = sample;
    this.centers = centers;
    this.steps = steps;
    int colors = sample.colorCount();
    color = new int[colors];
    weight = new long[colors];
    weightOfColor = new long[colors];
    nearest = new int[colors];
    second = new int[colors];
    owner = new byte[colors];
    Arrays.setAll(means, _ -> new MeanColor());
  }

  /** Lets go of the colours at hand. */
  void clear() {
    for (int i = 0; i < count; i++) {
      weightOfColor[color[i]] = 0;
    }
    count = 0;
  }

  /** Adds the colours of a tile to those at hand. */
  void addTile(int tile) {
    int end = sample.start[tile + 1];
    for (int entry = sample.start[tile]; entry < end; entry++) {
      int number = sample.color[entry];
      if (weightOfColor[number] == 0) {
        color[count++] = number;
      }
      weightOfColor[number] += sample.weight[entry];
    }
    steps.add(end - sample.start[tile]);
  }

  /** Ends with tiles: the colours at hand are complete. */
  void endTiles() {
    for (int i = 0; i < count; i++) {
      weight[i] = weightOfColor[color[i]];
    }
  }

  int count() {
    return count;
  }

  /** Where a colour at hand is. */
  long at(int i) {
    int number = color[i];
    return Oklab.pack(sample.l[number], sample.a[number], sample.b[number]);
  }

  /** The place in the palette where a colour at hand is shown. */
  int owner(int i) {
    return owner[i];
  }

  /** What the pixels of a colour at hand cost together. */
  long error(int i) {
    return weight[i] * nearest[i];
  }

  /** What they would cost more without the colour that shows them; enormous if it is the only. */
  long errorWithoutOwner(int i) {
    return weight[i] * (second[i] - nearest[i]);
  }

  /** What they would cost less with one more colour at some distance; may be negative. */
  long gain(int i, int distance) {
    return weight[i] * (nearest[i] - distance);
  }

  /** What they would cost less with it if their owner were missing; may be negative. */
  long gainWithoutOwner(int i, int distance) {
    return weight[i] * (second[i] - distance);
  }

  /** The squared distance of two colours at hand, or of one and another colour. */
  int distance(int i, long other) {
    return Oklab.distance(at(i), other);
  }

  /** The colour that is allowed and nearest to one at hand. */
  long allowedAt(int i) {
    return centers.nearest(at(i));
  }

  /** Fills a palette from none: one colour after the other, each where the error is largest. */
  void grow(WorkingPalette palette, int colorsMax) {
    palette.size = 0;
    Arrays.fill(nearest, 0, count, Integer.MAX_VALUE);
    while (palette.size < colorsMax) {
      int worst = worst();
      if (worst < 0) {
        break;
      }
      int place = palette.size++;
      palette.set(place, allowedAt(worst));
      for (int i = 0; i < count; i++) {
        nearest[i] = Math.min(nearest[i], palette.distance(place, color[i]));
      }
      steps.add(count);
      if (Integer.bitCount(palette.size) == 1 && palette.size > 1) {
        moveToMeans(palette, 2);
      }
    }
    moveToMeans(palette, 3);
  }

  /** The colour at hand whose pixels cost most; -1 if none costs anything. */
  int worst() {
    int worst = -1;
    long most = 0;
    for (int i = 0; i < count; i++) {
      if (error(i) > most) {
        most = error(i);
        worst = i;
      }
    }
    return worst;
  }

  /**
   * Moves every colour to the mean of its pixels, until that changes nothing or so many times.
   *
   * @return what all pixels cost then
   */
  long moveToMeans(WorkingPalette palette, int rounds) {
    long cost = show(palette);
    for (int round = 0; round < rounds && moveToMeans(palette); round++) {
      cost = show(palette);
    }
    return cost;
  }

  private boolean moveToMeans(WorkingPalette palette) {
    for (MeanColor mean : means) {
      mean.clear();
    }
    for (int i = 0; i < count; i++) {
      means[owner[i]].add(at(i), weight[i]);
    }
    boolean isMoved = false;
    for (int place = 0; place < palette.size; place++) {
      if (!means[place].isEmpty()) {
        long moved = centers.nearest(means[place].mean());
        isMoved |= moved != palette.get(place);
        palette.set(place, moved);
      }
    }
    return isMoved;
  }

  /** Shows each colour at hand by the nearest of a palette, and says what all cost. */
  long show(WorkingPalette palette) {
    steps.add((long) count * palette.size);
    long cost = 0;
    for (int i = 0; i < count; i++) {
      int number = color[i];
      int least = Integer.MAX_VALUE;
      int next = Integer.MAX_VALUE;
      int best = 0;
      for (int place = 0; place < palette.size; place++) {
        int found = palette.distance(place, number);
        if (found < least) {
          next = least;
          least = found;
          best = place;
        } else if (found < next) {
          next = found;
        }
      }
      nearest[i] = least;
      second[i] = next;
      owner[i] = (byte) best;
      cost += weight[i] * least;
    }
    return cost;
  }
}
