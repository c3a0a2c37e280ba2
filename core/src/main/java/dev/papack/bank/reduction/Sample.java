package dev.papack.bank.reduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What palettes are searched with: the colours of tiles, each tile as places among the colours with
 * a weight for each. Equal tiles are one. Of very many tiles it has some, and of very many colours
 * it has means, so that a search costs the same for every large picture.
 */
final class Sample {
  private static final int MAX_ENTRIES = 1 << 17;
  static final int MAX_TILES = 1 << 13;
  static final int MAX_COLORS = 1 << 12;

  final int[] l;
  final int[] a;
  final int[] b;

  /** For each tile the place of its first entry, and after the last tile the end of all. */
  final int[] start;

  /** For each entry a colour. */
  final char[] color;

  /** For each entry how many pixels have it. */
  final int[] weight;

  private final boolean isWhole;

  private Sample(
      int[] l, int[] a, int[] b, int[] start, char[] color, int[] weight, boolean isWhole) {
    this.l = l;
    this.a = a;
    this.b = b;
    this.start = start;
    this.color = color;
    this.weight = weight;
    this.isWhole = isWhole;
  }

  /** Whether every tile is here, with the colours of its histogram. */
  boolean isWhole() {
    return isWhole;
  }

  int colorCount() {
    return l.length;
  }

  int tileCount() {
    return start.length - 1;
  }

  int entryCount() {
    return color.length;
  }

  static Sample of(TileHistograms histograms, Oklab oklab) {
    int[] copies = new int[histograms.tileCount()];
    List<Integer> distinct = distinct(histograms, copies);
    List<Integer> tiles = distinct;
    for (int every = 2; tiles.size() > MAX_TILES || entries(histograms, tiles) > MAX_ENTRIES; ) {
      tiles = some(distinct, every);
      every += Math.ceilDiv(every, 4);
    }
    int droppedBits = 0;
    int[] colors = colors(histograms, tiles, droppedBits);
    while (colors.length > MAX_COLORS) {
      droppedBits++;
      colors = colors(histograms, tiles, droppedBits);
    }
    return build(
        histograms, oklab, tiles, copies, colors, droppedBits, tiles.size() == distinct.size());
  }

  /** The first of each kind of tile that has pixels, and how many there are of the kind. */
  private static List<Integer> distinct(TileHistograms histograms, int[] copies) {
    record Key(TileHistograms histograms, int tile) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Key key && histograms.isEqual(tile, key.tile);
      }

      @Override
      public int hashCode() {
        return histograms.hash(tile);
      }
    }

    Map<Key, Integer> firsts = new HashMap<>();
    List<Integer> distinct = new ArrayList<>();
    for (int tile = 0; tile < copies.length; tile++) {
      if (histograms.size(tile) == 0) {
        continue;
      }
      Integer first = firsts.putIfAbsent(new Key(histograms, tile), tile);
      if (first == null) {
        distinct.add(tile);
      }
      copies[first == null ? tile : first]++;
    }
    return distinct;
  }

  private static long entries(TileHistograms histograms, List<Integer> tiles) {
    return tiles.stream().mapToLong(histograms::size).sum();
  }

  /** One of every so many, not always at the same place of a row. */
  private static List<Integer> some(List<Integer> tiles, int every) {
    List<Integer> some = new ArrayList<>();
    long mixed = 1;
    for (int begin = 0; begin < tiles.size(); begin += every) {
      mixed = mixed * 6364136223846793005L + 1442695040888963407L;
      int place = begin + (int) ((mixed >>> 33) % every);
      if (place < tiles.size()) {
        some.add(tiles.get(place));
      }
    }
    return some;
  }

  /** The colours of tiles without their lowest bits, ascending. */
  private static int[] colors(TileHistograms histograms, List<Integer> tiles, int droppedBits) {
    int[] colors = new int[0];
    int count = 0;
    for (int tile : tiles) {
      if (count + histograms.size(tile) > colors.length) {
        count = unique(colors, count);
        colors = Arrays.copyOf(colors, 2 * (count + histograms.size(tile)));
      }
      for (int i = 0; i < histograms.size(tile); i++) {
        colors[count++] = TileHistograms.kept(histograms.color(tile, i), droppedBits);
      }
    }
    return Arrays.copyOf(colors, unique(colors, count));
  }

  private static int unique(int[] colors, int count) {
    Arrays.sort(colors, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || colors[kept - 1] != colors[i]) {
        colors[kept++] = colors[i];
      }
    }
    return kept;
  }

  private static Sample build(
      TileHistograms histograms,
      Oklab oklab,
      List<Integer> tiles,
      int[] copies,
      int[] colors,
      int droppedBits,
      boolean hasAllTiles) {
    int entries = Math.toIntExact(entries(histograms, tiles));
    int[] start = new int[tiles.size() + 1];
    char[] color = new char[entries];
    int[] weight = new int[entries];
    MeanColor[] means = new MeanColor[colors.length];
    Arrays.setAll(means, _ -> new MeanColor());
    int[] entryOfColor = new int[colors.length];
    Arrays.fill(entryOfColor, -1);
    int end = 0;
    for (int i = 0; i < tiles.size(); i++) {
      int tile = tiles.get(i);
      for (int place = 0; place < histograms.size(tile); place++) {
        int rgb = histograms.color(tile, place);
        int number = Arrays.binarySearch(colors, TileHistograms.kept(rgb, droppedBits));
        int count = histograms.count(tile, place) * copies[tile];
        if (entryOfColor[number] < start[i]) {
          entryOfColor[number] = end;
          color[end] = (char) number;
          end++;
        }
        weight[entryOfColor[number]] += count;
        means[number].add(oklab.of(rgb), count);
      }
      start[i + 1] = end;
    }
    return new Sample(
        Arrays.stream(means).mapToInt(mean -> Oklab.l(mean.mean())).toArray(),
        Arrays.stream(means).mapToInt(mean -> Oklab.a(mean.mean())).toArray(),
        Arrays.stream(means).mapToInt(mean -> Oklab.b(mean.mean())).toArray(),
        start,
        Arrays.copyOf(color, end),
        Arrays.copyOf(weight, end),
        hasAllTiles && droppedBits == 0);
  }
}
