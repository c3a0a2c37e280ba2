package dev.papack.report;

import java.util.Arrays;

/** Bits, the first of each byte being its lowest. */
final class BitBuffer {
  private byte[] bytes;
  private int size;
  private long pending;
  private int pendingBits;

  BitBuffer(int expectedBytes) {
    bytes = new byte[expectedBytes];
  }

  /**
   * Adds bits, the lowest first.
   *
   * @param bits at most 32
   * @param count how many of them
   */
  void put(int bits, int count) {
    pending |= (bits & 0xFFFFFFFFL) << pendingBits;
    pendingBits += count;
    while (pendingBits >= Byte.SIZE) {
      append((byte) pending);
      pending >>>= Byte.SIZE;
      pendingBits -= Byte.SIZE;
    }
  }

  private void append(byte value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = value;
  }

  /** All bits, the last byte filled with zeros. */
  byte[] toBytes() {
    byte[] whole = Arrays.copyOf(bytes, size + (pendingBits > 0 ? 1 : 0));
    if (pendingBits > 0) {
      whole[size] = (byte) pending;
    }
    return whole;
  }
}
