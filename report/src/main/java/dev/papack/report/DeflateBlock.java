package dev.papack.report;

import java.util.Arrays;

/** One block of DEFLATE with codes of its own: the third kind of RFC 1951. */
final class DeflateBlock {
  private static final int END = 256;
  private static final int LITERALS = 286;
  private static final int DISTANCES = 30;
  private static final int MAX_CODE_BITS = 15;
  private static final int MAX_LENGTH_CODE_BITS = 7;
  private static final int[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] DISTANCE_BASE = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };

  private DeflateBlock() {}

  /**
   * Writes a block.
   *
   * @param symbols literals as they are; matches as length and distance, with the sign set
   * @param count how many
   * @param isLast 1 for the last block, else 0
   */
  static void write(int[] symbols, int count, int isLast, BitBuffer out) {
    int[] literalCounts = new int[LITERALS];
    int[] distanceCounts = new int[DISTANCES];
    literalCounts[END] = 1;
    for (int index = 0; index < count; index++) {
      int symbol = symbols[index];
      if (symbol >= 0) {
        literalCounts[symbol]++;
      } else {
        literalCounts[END + 1 + indexOf(LENGTH_BASE, lengthOf(symbol))]++;
        distanceCounts[indexOf(DISTANCE_BASE, distanceOf(symbol))]++;
      }
    }
    PrefixCode literals = PrefixCode.of(literalCounts, MAX_CODE_BITS);
    PrefixCode distances = PrefixCode.of(distanceCounts, MAX_CODE_BITS);
    out.put(isLast, 1);
    out.put(2, 2);
    writeCodes(literals, distances, out);
    for (int index = 0; index < count; index++) {
      int symbol = symbols[index];
      if (symbol >= 0) {
        literals.write(symbol, out);
      } else {
        int length = indexOf(LENGTH_BASE, lengthOf(symbol));
        literals.write(END + 1 + length, out);
        out.put(lengthOf(symbol) - LENGTH_BASE[length], lengthBits(length));
        int distance = indexOf(DISTANCE_BASE, distanceOf(symbol));
        distances.write(distance, out);
        out.put(distanceOf(symbol) - DISTANCE_BASE[distance], Math.max(0, distance / 2 - 1));
      }
    }
    literals.write(END, out);
  }

  private static int lengthOf(int symbol) {
    return (symbol >>> 16) & 0x7FFF;
  }

  private static int distanceOf(int symbol) {
    return symbol & 0xFFFF;
  }

  private static int lengthBits(int index) {
    return index == LENGTH_BASE.length - 1 ? 0 : Math.max(0, index / 4 - 1);
  }

  private static int indexOf(int[] bases, int value) {
    int found = Arrays.binarySearch(bases, value);
    return found >= 0 ? found : -found - 2;
  }

  /** The lengths of both codes, themselves coded: repeats and zeros are counted. */
  private static void writeCodes(PrefixCode literals, PrefixCode distances, BitBuffer out) {
    int[] lengths = new int[literals.size() + distances.size()];
    Arrays.setAll(
        lengths,
        index ->
            index < literals.size()
                ? literals.lengthOf(index)
                : distances.lengthOf(index - literals.size()));
    int[] runs = new int[lengths.length];
    int count = 0;
    int at = 0;
    while (at < lengths.length) {
      int end = at + 1;
      while (end < lengths.length && lengths[end] == lengths[at]) {
        end++;
      }
      int run = end - at;
      if (lengths[at] == 0 && run >= 3) {
        run = Math.min(run, 138);
        runs[count++] = run >= 11 ? 18 | ((run - 11) << 8) : 17 | ((run - 3) << 8);
      } else if (run >= 4) {
        run = Math.min(run, 7);
        runs[count++] = lengths[at];
        runs[count++] = 16 | ((run - 4) << 8);
      } else {
        run = 1;
        runs[count++] = lengths[at];
      }
      at += run;
    }
    writeRuns(runs, count, out);
  }

  private static void writeRuns(int[] runs, int count, BitBuffer out) {
    int[] counts = new int[LENGTH_ORDER.length];
    for (int index = 0; index < count; index++) {
      counts[runs[index] & 0xFF]++;
    }
    PrefixCode code = PrefixCode.of(counts, MAX_LENGTH_CODE_BITS);
    int last = LENGTH_ORDER.length;
    while (last > 4 && code.lengthOf(LENGTH_ORDER[last - 1]) == 0) {
      last--;
    }
    out.put(LITERALS - 257, 5);
    out.put(DISTANCES - 1, 5);
    out.put(last - 4, 4);
    for (int index = 0; index < last; index++) {
      out.put(code.lengthOf(LENGTH_ORDER[index]), 3);
    }
    for (int index = 0; index < count; index++) {
      int symbol = runs[index] & 0xFF;
      code.write(symbol, out);
      switch (symbol) {
        case 16 -> out.put(runs[index] >>> 8, 2);
        case 17 -> out.put(runs[index] >>> 8, 3);
        case 18 -> out.put(runs[index] >>> 8, 7);
        default -> {}
      }
    }
  }
}
