package dev.papack.media.gif;

import java.util.OptionalInt;

/**
 * One frame, before its pixels are read.
 *
 * @param number from 0
 * @param area where it is on the screen, and perhaps beyond
 * @param order of its rows
 * @param palette its own, or that of the file
 * @param control how it is shown
 * @param data where its compressed pixels are
 */
record GifFrame(
    int number, Area area, RowOrder order, GifPalette palette, Control control, Data data) {
  /** Whether an index shows the same in both. */
  boolean isShownLike(GifFrame other) {
    return palette.equals(other.palette)
        && control.transparentIndex().equals(other.control.transparentIndex());
  }

  /** A rectangle of the screen; each number has 16 bits. */
  record Area(int x, int y, int width, int height) {
    long pixels() {
      return (long) width * height;
    }
  }

  /** The order of rows. */
  enum RowOrder {
    FROM_THE_TOP,
    /** Every eighth row, those between them, every second, and the rest. */
    INTERLACED
  }

  /** What becomes of a frame before the next one is drawn. */
  enum Disposal {
    /** It stays. */
    KEEP,
    /** Its area becomes clear. */
    CLEAR,
    /** Its area becomes what it was before. */
    RESTORE
  }

  /**
   * What a graphic control extension says.
   *
   * @param disposal what becomes of the frame
   * @param durationMs 0 or more
   * @param transparentIndex pixels that are not drawn
   */
  record Control(Disposal disposal, int durationMs, OptionalInt transparentIndex) {
    static final Control NONE = new Control(Disposal.KEEP, 0, OptionalInt.empty());
  }

  /**
   * Compressed pixels.
   *
   * @param positionBytes of their first block
   * @param sizeBytes of all blocks together, without their lengths
   * @param codeBits 1 to 8: how many bits a pixel has
   */
  record Data(long positionBytes, long sizeBytes, int codeBits) {}
}
