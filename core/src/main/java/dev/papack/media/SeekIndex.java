package dev.papack.media;

/**
 * Where decoding can begin in a compressed sound, so that samples are read from any place on. Of a
 * long file every second place is kept, then every fourth, and so on: memory does not grow with its
 * length.
 */
public final class SeekIndex {
  /** How many are kept at most. */
  private static final int MAX_POINTS = 4_096;

  private final int[] firstFrames = new int[MAX_POINTS];
  private final long[] positions = new long[MAX_POINTS];
  private int count;
  private int step = 1;
  private int skipped;

  /** No place yet. */
  public SeekIndex() {}

  /**
   * Adds the next one.
   *
   * @param firstFrame the first frame that is decoded from there
   * @param positionBytes where it is
   */
  public void add(int firstFrame, long positionBytes) {
    if (skipped + 1 < step) {
      skipped++;
      return;
    }
    if (count == MAX_POINTS) {
      thin();
    }
    firstFrames[count] = firstFrame;
    positions[count] = positionBytes;
    count++;
    skipped = 0;
  }

  private void thin() {
    for (int i = 0; i < count / 2; i++) {
      firstFrames[i] = firstFrames[2 * i];
      positions[i] = positions[2 * i];
    }
    count /= 2;
    step *= 2;
  }

  /** The last one that begins at or before a frame of sound; the first frame is always there. */
  public int pointAt(int frame) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firstFrames[middle] <= frame) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The first frame that is decoded from a place on. */
  public int firstFrame(int point) {
    return firstFrames[point];
  }

  /** Where it is in the file. */
  public long positionBytes(int point) {
    return positions[point];
  }
}
