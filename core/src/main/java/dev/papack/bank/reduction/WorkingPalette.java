package dev.papack.bank.reduction;

import java.util.Arrays;

/** A palette in the making, and what it costs to show each colour and each tile of a sample. */
final class WorkingPalette {
  /** Index 0 of the 16 is transparent. */
  static final int CAPACITY = 15;

  private final Sample sample;

  // Public to the room: the loops over them are what a reduction spends its time on.
  final int[] l = new int[CAPACITY];
  final int[] a = new int[CAPACITY];
  final int[] b = new int[CAPACITY];
  int size;

  /** For each colour of the sample the squared distance of the nearest colour here. */
  private final int[] distance;

  /** For each tile the sum of these over its pixels. */
  private final long[] cost;

  WorkingPalette(Sample sample) {
    this.sample = sample;
    distance = new int[sample.colorCount()];
    cost = new long[sample.tileCount()];
  }

  void copyColors(WorkingPalette other) {
    System.arraycopy(other.l, 0, l, 0, CAPACITY);
    System.arraycopy(other.a, 0, a, 0, CAPACITY);
    System.arraycopy(other.b, 0, b, 0, CAPACITY);
    size = other.size;
  }

  void copy(WorkingPalette other) {
    copyColors(other);
    System.arraycopy(other.distance, 0, distance, 0, distance.length);
    System.arraycopy(other.cost, 0, cost, 0, cost.length);
  }

  void set(int place, long color) {
    l[place] = Oklab.l(color);
    a[place] = Oklab.a(color);
    b[place] = Oklab.b(color);
  }

  long get(int place) {
    return Oklab.pack(l[place], a[place], b[place]);
  }

  /** The squared distance of a colour here from a colour of the sample. */
  int distance(int place, int color) {
    int dl = l[place] - sample.l[color];
    int da = a[place] - sample.a[color];
    int db = b[place] - sample.b[color];
    return dl * dl + da * da + db * db;
  }

  /** What a tile costs, as of the last {@link #refresh}. */
  long cost(int tile) {
    return cost[tile];
  }

  /** Computes all costs again, after the colours have changed. */
  void refresh(Steps steps) {
    // A third of them for a colour: the first loop runs on several at once.
    steps.add((long) distance.length * size / 3 + sample.entryCount());
    Arrays.fill(distance, Integer.MAX_VALUE);
    for (int place = 0; place < size; place++) {
      lower(distance, sample.l, sample.a, sample.b, l[place], a[place], b[place]);
    }
    int[] start = sample.start;
    char[] color = sample.color;
    int[] weight = sample.weight;
    for (int tile = 0; tile < cost.length; tile++) {
      long sum = 0;
      for (int entry = start[tile]; entry < start[tile + 1]; entry++) {
        sum += (long) weight[entry] * distance[color[entry]];
      }
      cost[tile] = sum;
    }
  }

  /** A loop of nothing else, so that a compiler can run it on several colours at once. */
  private static void lower(int[] distance, int[] ls, int[] as, int[] bs, int l, int a, int b) {
    for (int i = 0; i < distance.length; i++) {
      int dl = ls[i] - l;
      int da = as[i] - a;
      int db = bs[i] - b;
      distance[i] = Math.min(distance[i], dl * dl + da * da + db * db);
    }
  }
}
