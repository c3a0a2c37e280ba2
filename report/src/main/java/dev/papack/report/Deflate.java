package dev.papack.report;

import java.util.Arrays;

/**
 * Compresses bytes as raw DEFLATE (RFC 1951). The compressor of the JDK differs between its
 * versions, and a report has to have the same bytes everywhere.
 */
final class Deflate {
  private static final int WINDOW_BYTES = 1 << 15;
  private static final int MIN_MATCH_BYTES = 3;
  private static final int MAX_MATCH_BYTES = 258;
  private static final int HASH_BITS = 15;

  /** More are slower, and find little more in tiles. */
  private static final int MAX_CANDIDATES = 48;

  /** Whoever has found so much does not look for more. */
  private static final int GOOD_MATCH_BYTES = 64;

  /** A block has its own codes, so it should not be long. */
  private static final int MAX_SYMBOLS = 1 << 14;

  private final byte[] data;
  private final int[] heads = new int[1 << HASH_BITS];
  private final int[] previous = new int[WINDOW_BYTES];

  /** Literals as they are; matches as length and distance, with the sign set. */
  private final int[] symbols = new int[MAX_SYMBOLS];

  private final BitBuffer out;
  private int symbolCount;

  private Deflate(byte[] data) {
    this.data = data;
    this.out = new BitBuffer(data.length / 2 + 64);
    Arrays.fill(heads, -1);
  }

  /** The compressed bytes; equal bytes give equal bytes. */
  static byte[] compress(byte[] data) {
    Deflate deflate = new Deflate(data);
    deflate.run();
    return deflate.out.toBytes();
  }

  private void run() {
    int at = 0;
    while (at < data.length) {
      long match = find(at);
      // A longer match that begins one byte later is worth a literal.
      if (lengthOf(match) > 0 && lengthOf(match) < GOOD_MATCH_BYTES) {
        insert(at);
        long next = find(at + 1);
        if (lengthOf(next) > lengthOf(match)) {
          add(Byte.toUnsignedInt(data[at]));
          at++;
          match = next;
        }
      }
      at = take(at, match);
    }
    flush(1);
  }

  /** Adds a match or a literal, and returns the place behind it. */
  private int take(int at, long match) {
    int length = Math.max(1, lengthOf(match));
    add(
        lengthOf(match) == 0
            ? Byte.toUnsignedInt(data[at])
            : Integer.MIN_VALUE | (lengthOf(match) << 16) | distanceOf(match));
    for (int place = at; place < at + length; place++) {
      insert(place);
    }
    return at + length;
  }

  private static int lengthOf(long match) {
    return (int) (match >>> 32);
  }

  private static int distanceOf(long match) {
    return (int) match;
  }

  private void add(int symbol) {
    symbols[symbolCount++] = symbol;
    if (symbolCount == MAX_SYMBOLS) {
      flush(0);
    }
  }

  private int hash(int at) {
    int three = ((data[at] & 0xFF) << 16) | ((data[at + 1] & 0xFF) << 8) | (data[at + 2] & 0xFF);
    return (three * 0x9E3779B1) >>> (32 - HASH_BITS);
  }

  private void insert(int at) {
    if (at + MIN_MATCH_BYTES <= data.length) {
      int hash = hash(at);
      if (heads[hash] != at) {
        previous[at & (WINDOW_BYTES - 1)] = heads[hash];
        heads[hash] = at;
      }
    }
  }

  /** The longest match that begins here: its length above its distance; 0 if there is none. */
  private long find(int at) {
    int most = Math.min(MAX_MATCH_BYTES, data.length - at);
    if (most < MIN_MATCH_BYTES) {
      return 0;
    }
    int longest = MIN_MATCH_BYTES - 1;
    int distance = 0;
    int candidate = heads[hash(at)];
    for (int tries = 0;
        tries < MAX_CANDIDATES && candidate >= 0 && at - candidate <= WINDOW_BYTES;
        tries++) {
      if (candidate < at && data[candidate + longest] == data[at + longest]) {
        int length = Arrays.mismatch(data, candidate, candidate + most, data, at, at + most);
        length = length < 0 ? most : length;
        if (length > longest) {
          longest = length;
          distance = at - candidate;
          if (length == most) {
            break;
          }
        }
      }
      int before = previous[candidate & (WINDOW_BYTES - 1)];
      // The place was taken by a later one: the chain ends here.
      if (before >= candidate) {
        break;
      }
      candidate = before;
    }
    return distance == 0 ? 0 : ((long) longest << 32) | distance;
  }

  private void flush(int isLast) {
    DeflateBlock.write(symbols, symbolCount, isLast, out);
    symbolCount = 0;
  }
}
