package dev.papack.asset;

import java.util.OptionalInt;

/**
 * The frames that a sheet is cut into, row by row, from left to right. Each becomes whole tiles of
 * its own.
 *
 * @param widthPixels 1 to {@value #MAX_SIDE_PIXELS}
 * @param heightPixels 1 to {@value #MAX_SIDE_PIXELS}
 * @param count how many each sheet has, 1 to {@value #MAX_COUNT}; without it all that are whole
 */
public record Frame(int widthPixels, int heightPixels, OptionalInt count) {
  /** No side of a picture is longer. */
  public static final int MAX_SIDE_PIXELS = 16_384;

  /** No bank has more tiles. */
  public static final int MAX_COUNT = 65_536;

  /**
   * Refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public Frame {
    if (widthPixels < 1
        || heightPixels < 1
        || widthPixels > MAX_SIDE_PIXELS
        || heightPixels > MAX_SIDE_PIXELS) {
      throw new IllegalArgumentException("frame of " + widthPixels + "x" + heightPixels);
    }
    if (count.isPresent() && (count.getAsInt() < 1 || count.getAsInt() > MAX_COUNT)) {
      throw new IllegalArgumentException("frames " + count.getAsInt());
    }
  }

  /** The size, such as {@code 24x40}. */
  @Override
  public String toString() {
    return widthPixels + "x" + heightPixels;
  }
}
