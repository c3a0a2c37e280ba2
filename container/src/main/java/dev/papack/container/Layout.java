package dev.papack.container;

/** Where things are in a pack: slices and the payload region begin at multiples of 64 bytes. */
final class Layout {
  static final int ALIGNMENT_BYTES = 64;

  private Layout() {}

  /** The next boundary at or after a position; far from overflow for every position in a pack. */
  static long align(long positionBytes) {
    return (positionBytes + ALIGNMENT_BYTES - 1) & -ALIGNMENT_BYTES;
  }

  /** The position in the file of the payload region after a header JSON of this length. */
  static long payloadStartBytes(long headerBytes) {
    return align(Prelude.BYTES + headerBytes);
  }
}
