package dev.papack.media.vorbis;

import java.util.Arrays;

/** Huffman codes and the vectors that they stand for. Source: Vorbis I, 3. */
final class Codebook {
  private static final int SYNC = 0x564342;
  private static final int MAX_LENGTH = 32;

  private static final int FAST_BITS = 10;

  private final int dimensions;
  private final int entries;

  /** Of each code that is not longer than {@link #FAST_BITS}: entry and length; -1 for others. */
  private final int[] fast = new int[1 << FAST_BITS];

  /** Codes in the order of their bits, aligned to the left; with their entries and lengths. */
  private int[] sortedCodes = new int[0];

  private int[] sortedEntries = new int[0];
  private byte[] sortedLengths = new byte[0];
  private double[] vectors = new double[0];

  private Codebook(int dimensions, int entries) {
    this.dimensions = dimensions;
    this.entries = entries;
  }

  int dimensions() {
    return dimensions;
  }

  boolean hasVectors() {
    return vectors.length > 0;
  }

  /** How many entries it has, or numbers, if these are more. */
  long size() {
    return Math.max(entries, vectors.length);
  }

  /**
   * Reads a codebook.
   *
   * @param budget how many numbers it may have
   */
  static Codebook read(PacketBits bits, long budget) throws VorbisRefusal {
    if (bits.readInt(24) != SYNC) {
      throw VorbisRefusal.setup("a codebook does not begin as one");
    }
    int dimensions = bits.readInt(16);
    int entries = bits.readInt(24);
    if (dimensions == 0 || entries == 0 || entries > budget) {
      throw VorbisRefusal.setup("a codebook has " + entries + " entries of " + dimensions);
    }
    Codebook book = new Codebook(dimensions, entries);
    book.readCodes(bits);
    book.readVectors(bits, budget);
    if (bits.isOver()) {
      throw VorbisRefusal.setup("a codebook is cut off");
    }
    return book;
  }

  private void readCodes(PacketBits bits) throws VorbisRefusal {
    byte[] lengths = new byte[entries];
    if (bits.readFlag()) {
      int length = bits.readInt(5) + 1;
      int at = 0;
      while (at < entries) {
        int count = bits.readInt(log(entries - at));
        if (bits.isOver() || length > MAX_LENGTH || count > entries - at) {
          throw VorbisRefusal.setup("the codes of a codebook do not fit it");
        }
        Arrays.fill(lengths, at, at + count, (byte) length);
        at += count;
        length++;
      }
    } else {
      boolean isSparse = bits.readFlag();
      for (int i = 0; i < entries && !bits.isOver(); i++) {
        lengths[i] = (byte) (!isSparse || bits.readFlag() ? bits.readInt(5) + 1 : 0);
      }
    }
    assign(lengths);
  }

  /** The next free code of its length for every entry. */
  private void assign(byte[] lengths) throws VorbisRefusal {
    int used = 0;
    for (byte length : lengths) {
      used += length > 0 ? 1 : 0;
    }
    long[] order = new long[used];
    // The free codes of each length, of which there is one at most; from the left, of 32 bits.
    long[] free = new long[MAX_LENGTH + 1];
    boolean[] isFree = new boolean[MAX_LENGTH + 1];
    isFree[0] = true;
    int at = 0;
    for (int entry = 0; entry < lengths.length; entry++) {
      int length = lengths[entry];
      if (length > 0) {
        order[at] = (take(free, isFree, length) << 24) | entry;
        at++;
      }
    }
    requireComplete(isFree, used);
    sort(order, lengths, used);
  }

  /** Every code stands for an entry, unless there is one entry, of one bit, or none at all. */
  private static void requireComplete(boolean[] isFree, int used) throws VorbisRefusal {
    int count = 0;
    for (boolean left : isFree) {
      count += left ? 1 : 0;
    }
    boolean isOneOfOneBit = used == 1 && count == 1 && isFree[1];
    if (count > 0 && used > 0 && !isOneOfOneBit) {
      throw VorbisRefusal.setup("the codes of a codebook are not complete");
    }
  }

  private static long take(long[] free, boolean[] isFree, int length) throws VorbisRefusal {
    int shorter = length;
    while (shorter >= 0 && !isFree[shorter]) {
      shorter--;
    }
    if (shorter < 0) {
      throw VorbisRefusal.setup("a codebook has more codes than there can be");
    }
    long code = free[shorter];
    isFree[shorter] = false;
    for (int longer = length; longer > shorter; longer--) {
      isFree[longer] = true;
      free[longer] = code | (1L << (MAX_LENGTH - longer));
    }
    return code;
  }

  private void sort(long[] order, byte[] lengths, int used) {
    Arrays.sort(order);
    sortedCodes = new int[used];
    sortedEntries = new int[used];
    sortedLengths = new byte[used];
    Arrays.fill(fast, -1);
    for (int i = 0; i < used; i++) {
      int entry = (int) (order[i] & 0xFF_FFFF);
      sortedCodes[i] = (int) (order[i] >>> 24);
      sortedEntries[i] = entry;
      sortedLengths[i] = lengths[entry];
      if (lengths[entry] <= FAST_BITS) {
        int reversed = Integer.reverse(sortedCodes[i]);
        for (int code = reversed; code < fast.length; code += 1 << lengths[entry]) {
          fast[code] = i;
        }
      }
    }
    if (used == 1) {
      // Either bit stands for the one entry.
      Arrays.fill(fast, 0);
    }
  }

  private void readVectors(PacketBits bits, long budget) throws VorbisRefusal {
    int type = bits.readInt(4);
    if (type == 0) {
      return;
    }
    if (type > 2) {
      throw VorbisRefusal.setup("the vectors of a codebook are of type " + type);
    }
    double least = unpack(bits.read(32));
    double delta = unpack(bits.read(32));
    int valueBits = bits.readInt(4) + 1;
    boolean isSequence = bits.readFlag();
    long count = type == 1 ? valuesPerDimension() : (long) entries * dimensions;
    if ((long) entries * dimensions > budget) {
      throw VorbisRefusal.setup("the vectors of a codebook have more numbers than are read");
    }
    int[] values = new int[(int) count];
    for (int i = 0; i < count; i++) {
      values[i] = bits.readInt(valueBits);
    }
    vectors = new double[entries * dimensions];
    for (int entry = 0; entry < entries; entry++) {
      double last = 0;
      long divisor = 1;
      for (int i = 0; i < dimensions; i++) {
        int at = type == 1 ? (int) (entry / divisor % count) : entry * dimensions + i;
        // libvorbis computes in single precision.
        double value = (float) (values[at] * delta + least + last);
        vectors[entry * dimensions + i] = value;
        last = isSequence ? value : 0;
        divisor = Math.min(divisor * count, Integer.MAX_VALUE);
      }
    }
  }

  /** The most values of which as many as there are dimensions give no more than the entries. */
  private long valuesPerDimension() {
    long values = 1;
    while (powerFits(values + 1)) {
      values++;
    }
    return values;
  }

  private boolean powerFits(long values) {
    long power = 1;
    for (int i = 0; i < dimensions; i++) {
      power *= values;
      if (power > entries) {
        return false;
      }
    }
    return true;
  }

  private static double unpack(long bits) {
    double mantissa = bits & 0x1F_FFFF;
    int exponent = (int) ((bits >> 21) & 0x3FF);
    return Math.scalb((bits & 0x8000_0000L) == 0 ? mantissa : -mantissa, exponent - 788);
  }

  /** How many bits a number has. */
  static int log(int number) {
    return number <= 0 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  /** Reads a code; -1 at the end of the packet. */
  int decode(PacketBits bits) {
    int found = fast[bits.peek(FAST_BITS)];
    if (found < 0) {
      found = search(bits);
    }
    if (found < 0) {
      bits.skip(Integer.MAX_VALUE / 2);
      return -1;
    }
    bits.skip(sortedLengths[found]);
    return bits.isOver() ? -1 : sortedEntries[found];
  }

  private int search(PacketBits bits) {
    if (sortedCodes.length == 0) {
      return -1;
    }
    // 24 bits at once and the rest: codes are longer very seldom.
    int code = Integer.reverse(bits.peekLong());
    int low = 0;
    int high = sortedCodes.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Integer.compareUnsigned(sortedCodes[middle], code) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Where the vector of an entry begins in {@link #vectors}. */
  int vectorAt(int entry) {
    return entry * dimensions;
  }

  double[] vectors() {
    return vectors;
  }
}
