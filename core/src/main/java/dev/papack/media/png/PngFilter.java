package dev.papack.media.png;

/** The five filters of filter method 0, undone in place. */
final class PngFilter {
  /** The highest filter type that there is. */
  static final int MAX_TYPE = 4;

  private PngFilter() {}

  /**
   * Turns the differences in a row back into the row's bytes.
   *
   * @param type 0 to {@link #MAX_TYPE}
   * @param row from {@link PngScanlines#FIRST_BYTE} on, filtered; reconstructed afterwards
   * @param above the row above in the same pass, reconstructed; zeros for the first
   * @param distance how many bytes back the pixel to the left is
   * @param end after the last byte in both arrays
   */
  static void undo(int type, byte[] row, byte[] above, int distance, int end) {
    switch (type) {
      case 0 -> {
        // None: the row is as it was.
      }
      case 1 -> undoSub(row, distance, end);
      case 2 -> undoUp(row, above, end);
      case 3 -> undoAverage(row, above, distance, end);
      case 4 -> undoPaeth(row, above, distance, end);
      default -> throw new IllegalArgumentException("filter type " + type);
    }
  }

  private static void undoSub(byte[] row, int distance, int end) {
    for (int i = PngScanlines.FIRST_BYTE + distance; i < end; i++) {
      row[i] = (byte) (row[i] + row[i - distance]);
    }
  }

  private static void undoUp(byte[] row, byte[] above, int end) {
    for (int i = PngScanlines.FIRST_BYTE; i < end; i++) {
      row[i] = (byte) (row[i] + above[i]);
    }
  }

  private static void undoAverage(byte[] row, byte[] above, int distance, int end) {
    int second = Math.min(PngScanlines.FIRST_BYTE + distance, end);
    for (int i = PngScanlines.FIRST_BYTE; i < second; i++) {
      row[i] = (byte) (row[i] + (above[i] & 0xFF) / 2);
    }
    for (int i = second; i < end; i++) {
      row[i] = (byte) (row[i] + ((row[i - distance] & 0xFF) + (above[i] & 0xFF)) / 2);
    }
  }

  private static void undoPaeth(byte[] row, byte[] above, int distance, int end) {
    int second = Math.min(PngScanlines.FIRST_BYTE + distance, end);
    for (int i = PngScanlines.FIRST_BYTE; i < second; i++) {
      // With nothing to the left, the predictor always picks the byte above.
      row[i] = (byte) (row[i] + above[i]);
    }
    for (int i = second; i < end; i++) {
      int left = row[i - distance] & 0xFF;
      int up = above[i] & 0xFF;
      int upLeft = above[i - distance] & 0xFF;
      row[i] = (byte) (row[i] + paeth(left, up, upLeft));
    }
  }

  /** The neighbour nearest to {@code left + up - upLeft}; ties go in the order of parameters. */
  private static int paeth(int left, int up, int upLeft) {
    int toLeft = Math.abs(up - upLeft);
    int toUp = Math.abs(left - upLeft);
    int toUpLeft = Math.abs(left + up - 2 * upLeft);
    if (toLeft <= toUp && toLeft <= toUpLeft) {
      return left;
    }
    return toUp <= toUpLeft ? up : upLeft;
  }
}
