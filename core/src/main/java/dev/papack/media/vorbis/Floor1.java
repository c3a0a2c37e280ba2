package dev.papack.media.vorbis;

import java.util.Arrays;

/** An envelope of lines. Source: Vorbis I, 7. */
final class Floor1 implements Floor {
  private static final int MAX_POINTS = 65;
  private static final int[] RANGES = {256, 128, 86, 64};
  private static final double[] DECIBELS = decibels();

  private final Codebook[] books;
  private int[] partitionClasses = new int[0];
  private final int[] dimensions = new int[16];
  private final int[] subclassBits = new int[16];
  private final int[] masterBooks = new int[16];
  private final int[][] subclassBooks = new int[16][8];
  private int multiplier;
  private int[] places = new int[0];
  private int[] order = new int[0];
  private int[] low = new int[0];
  private int[] high = new int[0];

  private Floor1(Codebook[] books) {
    this.books = books;
  }

  static Floor1 read(PacketBits bits, Codebook[] books) throws VorbisRefusal {
    Floor1 floor = new Floor1(books);
    floor.partitionClasses = new int[bits.readInt(5)];
    int classes = 0;
    for (int i = 0; i < floor.partitionClasses.length; i++) {
      floor.partitionClasses[i] = bits.readInt(4);
      classes = Math.max(classes, floor.partitionClasses[i] + 1);
    }
    for (int i = 0; i < classes; i++) {
      floor.readClass(bits, i);
    }
    floor.multiplier = bits.readInt(2) + 1;
    floor.readPlaces(bits);
    return floor;
  }

  private void readClass(PacketBits bits, int number) throws VorbisRefusal {
    dimensions[number] = bits.readInt(3) + 1;
    subclassBits[number] = bits.readInt(2);
    if (subclassBits[number] > 0) {
      masterBooks[number] = book(bits.readInt(8));
    }
    for (int i = 0; i < 1 << subclassBits[number]; i++) {
      int said = bits.readInt(8) - 1;
      subclassBooks[number][i] = said < 0 ? -1 : book(said);
    }
  }

  private int book(int number) throws VorbisRefusal {
    if (number >= books.length) {
      throw VorbisRefusal.setup("a floor uses codebook " + number + " of " + books.length);
    }
    return number;
  }

  private void readPlaces(PacketBits bits) throws VorbisRefusal {
    int rangeBits = bits.readInt(4);
    int count = 2;
    for (int one : partitionClasses) {
      count += dimensions[one];
    }
    if (count > MAX_POINTS) {
      throw VorbisRefusal.setup("a floor has " + count + " points; 65 are allowed");
    }
    places = new int[count];
    places[1] = 1 << rangeBits;
    for (int i = 2; i < count; i++) {
      places[i] = bits.readInt(rangeBits);
    }
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = ((long) places[i] << 8) | i;
    }
    Arrays.sort(sorted);
    order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) sorted[i] & 0xFF;
      if (i > 0 && sorted[i] >> 8 == sorted[i - 1] >> 8) {
        throw VorbisRefusal.setup("a floor has two points at one place");
      }
    }
    low = new int[count];
    high = new int[count];
    for (int i = 2; i < count; i++) {
      high[i] = 1;
      for (int j = 0; j < i; j++) {
        if (places[j] < places[i] && places[j] > places[low[i]]) {
          low[i] = j;
        }
        if (places[j] > places[i] && places[j] < places[high[i]]) {
          high[i] = j;
        }
      }
    }
  }

  @Override
  public boolean read(PacketBits bits, double[] into, int count) {
    if (!bits.readFlag()) {
      return false;
    }
    int range = RANGES[multiplier - 1];
    int[] values = new int[places.length];
    values[0] = bits.readInt(Codebook.log(range - 1));
    values[1] = bits.readInt(Codebook.log(range - 1));
    int at = 2;
    for (int one : partitionClasses) {
      int value = subclassBits[one] > 0 ? books[masterBooks[one]].decode(bits) : 0;
      if (value < 0) {
        return false;
      }
      for (int i = 0; i < dimensions[one]; i++) {
        int book = subclassBooks[one][value & ((1 << subclassBits[one]) - 1)];
        value >>= subclassBits[one];
        values[at] = book < 0 ? 0 : books[book].decode(bits);
        if (values[at] < 0) {
          return false;
        }
        at++;
      }
    }
    if (bits.isOver()) {
      return false;
    }
    draw(values, unwrap(values, range), into, count);
    return true;
  }

  /** Turns differences into heights; which points are there. */
  private boolean[] unwrap(int[] values, int range) {
    boolean[] isUsed = new boolean[places.length];
    isUsed[0] = true;
    isUsed[1] = true;
    for (int i = 2; i < places.length; i++) {
      int predicted =
          point(places[low[i]], values[low[i]], places[high[i]], values[high[i]], places[i]);
      int value = values[i];
      int highRoom = range - predicted;
      int room = 2 * Math.min(highRoom, predicted);
      isUsed[i] = value != 0;
      if (value == 0) {
        values[i] = predicted;
        continue;
      }
      isUsed[low[i]] = true;
      isUsed[high[i]] = true;
      if (value >= room) {
        values[i] = highRoom > predicted ? value : predicted - value + highRoom - 1;
      } else if ((value & 1) == 1) {
        values[i] = predicted - (value + 1) / 2;
      } else {
        values[i] = predicted + value / 2;
      }
    }
    return isUsed;
  }

  private static int point(int x0, int y0, int x1, int y1, int x) {
    int off = Math.abs(y1 - y0) * (x - x0) / (x1 - x0);
    return y1 < y0 ? y0 - off : y0 + off;
  }

  private void draw(int[] values, boolean[] isUsed, double[] into, int count) {
    int x = 0;
    int y = values[0] * multiplier;
    for (int i = 1; i < order.length; i++) {
      int next = order[i];
      if (isUsed[next]) {
        line(x, y, places[next], values[next] * multiplier, into, count);
        x = places[next];
        y = values[next] * multiplier;
      }
    }
    for (int i = x; i < count; i++) {
      into[i] = decibel(y);
    }
  }

  private static void line(int x0, int y0, int x1, int y1, double[] into, int count) {
    int dx = x1 - x0;
    int base = (y1 - y0) / dx;
    int step = y1 < y0 ? base - 1 : base + 1;
    int rest = Math.abs(y1 - y0) - Math.abs(base) * dx;
    int error = 0;
    int y = y0;
    for (int x = x0; x < Math.min(x1, count); x++) {
      into[x] = decibel(y);
      error += rest;
      if (error >= dx) {
        error -= dx;
        y += step;
      } else {
        y += base;
      }
    }
  }

  private static double decibel(int value) {
    return DECIBELS[Math.clamp(value, 0, 255)];
  }

  /** From -139.453125 dB to 0 in even steps, which is the table of the specification. */
  private static double[] decibels() {
    double[] decibels = new double[256];
    for (int i = 0; i < decibels.length; i++) {
      decibels[i] = (float) StrictMath.pow(10, (i - 255) * (140.0 / 256) / 20);
    }
    return decibels;
  }
}
