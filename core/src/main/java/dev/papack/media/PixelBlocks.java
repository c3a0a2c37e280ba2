package dev.papack.media;

/**
 * One number for each pixel of a picture, in blocks: no array is longer than 128 KiB, so that a
 * small heap need not find one large hole.
 */
final class PixelBlocks {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK_PIXELS = 1 << BLOCK_BITS;
  private static final int IN_BLOCK = BLOCK_PIXELS - 1;

  private PixelBlocks() {}

  /** Numbers of 8 bits, all of them 0 at first. */
  static final class Bytes {
    private final byte[][] blocks;

    Bytes(int count) {
      blocks = new byte[Math.ceilDiv(count, BLOCK_PIXELS)][];
      for (int block = 0; block < blocks.length; block++) {
        blocks[block] = new byte[Math.min(BLOCK_PIXELS, count - (block << BLOCK_BITS))];
      }
    }

    int get(int place) {
      return blocks[place >>> BLOCK_BITS][place & IN_BLOCK] & 0xFF;
    }

    void set(int place, int value) {
      blocks[place >>> BLOCK_BITS][place & IN_BLOCK] = (byte) value;
    }
  }

  /** Numbers of 16 bits, all of them 0 at first. */
  static final class Shorts {
    private final char[][] blocks;

    Shorts(int count) {
      blocks = new char[Math.ceilDiv(count, BLOCK_PIXELS)][];
      for (int block = 0; block < blocks.length; block++) {
        blocks[block] = new char[Math.min(BLOCK_PIXELS, count - (block << BLOCK_BITS))];
      }
    }

    int get(int place) {
      return blocks[place >>> BLOCK_BITS][place & IN_BLOCK];
    }

    void set(int place, int value) {
      blocks[place >>> BLOCK_BITS][place & IN_BLOCK] = (char) value;
    }
  }

  /** One bit for each pixel, none of them set at first. */
  static final class Bits {
    private static final int PIXELS_BITS = 19;
    private static final int WORD_BITS = 6;
    private static final int WORDS = (1 << (PIXELS_BITS - WORD_BITS)) - 1;

    private final long[][] blocks;

    Bits(int count) {
      blocks = new long[Math.ceilDiv(count, 1 << PIXELS_BITS)][];
      for (int block = 0; block < blocks.length; block++) {
        int left = count - (block << PIXELS_BITS);
        blocks[block] = new long[Math.ceilDiv(Math.min(left, 1 << PIXELS_BITS), 1 << WORD_BITS)];
      }
    }

    boolean get(int place) {
      return (blocks[place >>> PIXELS_BITS][place >>> WORD_BITS & WORDS] >>> place & 1) != 0;
    }

    void set(int place) {
      blocks[place >>> PIXELS_BITS][place >>> WORD_BITS & WORDS] |= 1L << place;
    }
  }
}
