package dev.papack.bank.reduction;

import java.util.Arrays;

/**
 * How often each tile has each colour. A tile that has more colours than there is room for has them
 * rounded to fewer bits, as few as it takes: what a tile is in the end does not depend on the order
 * of its pixels.
 */
final class TileHistograms implements TilePixels.Sink {
  static final int ALL_ENTRIES = 1 << 20;
  private static final int MIN_COLORS = 64;
  private static final int FIRST_COLORS = 4;

  private final int[][] colors;
  private final char[][] counts;
  private final int[] sizes;
  private final byte[] droppedBits;
  private final int colorsMax;

  TileHistograms(int tileCount, int tileSizePixels) {
    colors = new int[tileCount][];
    counts = new char[tileCount][];
    sizes = new int[tileCount];
    droppedBits = new byte[tileCount];
    colorsMax =
        Math.min(Math.max(ALL_ENTRIES / tileCount, MIN_COLORS), tileSizePixels * tileSizePixels);
    Arrays.fill(colors, new int[0]);
    Arrays.fill(counts, new char[0]);
  }

  @Override
  public void accept(int tile, int place, int rgb) {
    add(tile, kept(rgb & 0xFFFFFF, droppedBits[tile]), 1);
  }

  private void add(int tile, int color, int count) {
    int size = sizes[tile];
    int at = Arrays.binarySearch(colors[tile], 0, size, color);
    if (at >= 0) {
      counts[tile][at] += (char) count;
      return;
    }
    if (size == colorsMax) {
      dropBit(tile);
      add(tile, kept(color, droppedBits[tile]), count);
      return;
    }
    if (size == colors[tile].length) {
      int room = Math.min(Math.max(FIRST_COLORS, 2 * size), colorsMax);
      colors[tile] = Arrays.copyOf(colors[tile], room);
      counts[tile] = Arrays.copyOf(counts[tile], room);
    }
    int place = -at - 1;
    System.arraycopy(colors[tile], place, colors[tile], place + 1, size - place);
    System.arraycopy(counts[tile], place, counts[tile], place + 1, size - place);
    colors[tile][place] = color;
    counts[tile][place] = (char) count;
    sizes[tile]++;
  }

  private void dropBit(int tile) {
    int[] before = colors[tile].clone();
    char[] countsBefore = counts[tile].clone();
    sizes[tile] = 0;
    droppedBits[tile]++;
    for (int i = 0; i < before.length; i++) {
      add(tile, kept(before[i], droppedBits[tile]), countsBefore[i]);
    }
  }

  /** A colour without the lowest bits of each channel. */
  static int kept(int rgb, int droppedBits) {
    int mask = 0xFF << droppedBits & 0xFF;
    return rgb & (mask << 16 | mask << 8 | mask);
  }

  /** How many colours a tile can have here. */
  int colorsMax() {
    return colorsMax;
  }

  int tileCount() {
    return sizes.length;
  }

  /** How many colours of a tile are told apart; 0 if it has no opaque pixel. */
  int size(int tile) {
    return sizes[tile];
  }

  /** The colours of all tiles, those of several counted for each. */
  long entryCount() {
    return Arrays.stream(sizes).asLongStream().sum();
  }

  /** A colour of a tile, {@code 0xRRGGBB}: the middle of those that are not told apart. */
  int color(int tile, int place) {
    int half = (1 << droppedBits[tile]) / 2;
    return colors[tile][place] | half << 16 | half << 8 | half;
  }

  /** How many pixels have it. */
  int count(int tile, int place) {
    return counts[tile][place];
  }

  /** Whether two tiles have the same histogram. */
  boolean isEqual(int one, int other) {
    return droppedBits[one] == droppedBits[other]
        && Arrays.equals(colors[one], 0, sizes[one], colors[other], 0, sizes[other])
        && Arrays.equals(counts[one], 0, sizes[one], counts[other], 0, sizes[other]);
  }

  /** Equal for equal histograms. */
  int hash(int tile) {
    int hash = droppedBits[tile];
    for (int i = 0; i < sizes[tile]; i++) {
      hash = (31 * hash + colors[tile][i]) * 31 + counts[tile][i];
    }
    return hash;
  }
}
