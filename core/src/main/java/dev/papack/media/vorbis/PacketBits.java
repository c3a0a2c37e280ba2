package dev.papack.media.vorbis;

/**
 * Reads a packet bit by bit, the lowest bit of a byte first. Behind its end there are zeros, and
 * {@link #isOver} says so: for samples that is the end of a packet, for a header a fault. Source:
 * Vorbis I, 2.
 */
final class PacketBits {
  private final byte[] bytes;
  private final int lengthBits;
  private int bit;
  private boolean over;

  PacketBits(byte[] bytes, int lengthBytes) {
    this.bytes = bytes;
    this.lengthBits = Math.multiplyExact(lengthBytes, Byte.SIZE);
  }

  /** Whether more was read than there is. */
  boolean isOver() {
    return over;
  }

  /** Reads an unsigned number of 0 to 32 bits. */
  long read(int bits) {
    if (bit + bits > lengthBits) {
      over = true;
      bit = lengthBits;
      return 0;
    }
    long value = 0;
    int done = 0;
    while (done < bits) {
      int inByte = bit & 7;
      int count = Math.min(Byte.SIZE - inByte, bits - done);
      long part = (Byte.toUnsignedLong(bytes[bit >>> 3]) >>> inByte) & ((1L << count) - 1);
      value |= part << done;
      done += count;
      bit += count;
    }
    return value;
  }

  int readInt(int bits) {
    return (int) read(bits);
  }

  boolean readFlag() {
    return read(1) == 1;
  }

  /**
   * Looks at bits without reading them.
   *
   * @param bits up to 24
   * @return with zeros for those behind the end
   */
  int peek(int bits) {
    int value = 0;
    int at = bit >>> 3;
    int shift = -(bit & 7);
    while (shift < bits && at << 3 < lengthBits) {
      int part = Byte.toUnsignedInt(bytes[at]);
      value |= shift < 0 ? part >>> -shift : part << shift;
      shift += Byte.SIZE;
      at++;
    }
    return value & ((1 << bits) - 1);
  }

  /** The next 32 bits. */
  int peekLong() {
    int low = peek(16);
    int before = bit;
    bit = Math.min(bit + 16, lengthBits);
    int high = peek(16);
    bit = before;
    return low | (high << 16);
  }

  void skip(int bits) {
    bit += bits;
    if (bit > lengthBits || bit < 0) {
      over = true;
      bit = lengthBits;
    }
  }
}
