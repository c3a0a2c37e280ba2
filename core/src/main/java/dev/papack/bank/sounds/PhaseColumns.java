package dev.papack.bank.sounds;

import java.io.IOException;
import java.util.Arrays;

/**
 * Resamples many frames of one phase at a time.
 *
 * <p>Frames of the result that are a period apart have the same taps, and their samples of the
 * source are a period apart as well. So the source is laid out in columns, one for each frame of a
 * period and as many more as the filter reaches, with a row for each period. A tap is then one
 * factor for a whole column, which processors do for several rows at once.
 *
 * <p>Columns are taken in their order, a few at a time, and applied to every frame of the period
 * that they concern, while the fastest cache holds them: a filter of many taps reads each column
 * for many frames. The sums of a frame come about in the order of its taps all the same.
 */
final class PhaseColumns {
  /**
   * Fewer frames in a period would copy more than they compute. No power of two: rows that far
   * apart would share a few lines of a cache.
   */
  private static final int MIN_PERIOD_FRAMES = 68;

  private static final int MAX_ROWS = 256;

  /** Fewer rows are no gain. */
  private static final int MIN_ROWS = 8;

  /** 1 MiB, which caches hold. */
  private static final int MAX_NUMBERS = 1 << 17;

  private static final int MAX_BLOCK_FRAMES = 1 << 16;
  private static final int TAPS_AT_ONCE = 8;

  private final SincFilter filter;
  private final int from;
  private final int to;

  /** Frames of the result in a period, and of the source. */
  private final int resultFrames;

  private final int sourceFrames;
  private final int columnCount;
  private final int rowCount;

  private PhaseColumns(SincFilter filter, int from, int to, long frames) {
    this.filter = filter;
    this.from = from;
    this.to = to;
    int periods = Math.ceilDiv(MIN_PERIOD_FRAMES, to);
    resultFrames = periods * to;
    sourceFrames = periods * from;
    columnCount = sourceFrames + 2 * filter.reachFrames() + 1;
    int rows = Math.min(MAX_ROWS, MAX_NUMBERS / columnCount);
    rows = Math.min(rows, MAX_BLOCK_FRAMES / resultFrames);
    rowCount = (int) Math.min(rows, Math.ceilDiv(frames, resultFrames));
  }

  /**
   * Lays out columns.
   *
   * @param filter keeps all phases
   * @param from reduced by the greatest common divisor
   * @param to likewise
   * @param frames how many will be made
   */
  static PhaseColumns of(SincFilter filter, int from, int to, long frames) {
    return new PhaseColumns(filter, from, to, frames);
  }

  /** Whether this is faster than one frame after the other. */
  boolean isWorthwhile() {
    return rowCount >= MIN_ROWS;
  }

  /** Resamples a stretch whose steps are {@code from / to}. */
  void resample(RateChange.Stretch stretch, Timeline source, Resampler.Sink sink)
      throws IOException {
    int channels = source.channels();
    double[][] span = new double[channels][rowCount * sourceFrames + columnCount];
    double[][] columns = new double[columnCount][rowCount];
    double[][] block = new double[channels][rowCount * resultFrames];
    double[][] sums = new double[resultFrames][rowCount];
    long firstFrame = stretch.start() / to - filter.reachFrames() + 1;
    double[][] taps = new double[resultFrames][];
    int[] firstColumns = new int[resultFrames];
    for (int i = 0; i < resultFrames; i++) {
      long place = stretch.start() % to + (long) i * from;
      firstColumns[i] = (int) (place / to);
      taps[i] = filter.taps((int) (place % to));
    }
    for (long done = 0; done < stretch.frames(); done += block[0].length) {
      source.read(firstFrame, span[0].length, span);
      for (int channel = 0; channel < channels; channel++) {
        fill(columns, span[channel]);
        sum(taps, firstColumns, columns, sums);
        put(sums, block[channel]);
      }
      sink.accept(block, (int) Math.min(block[0].length, stretch.frames() - done));
      firstFrame += (long) rowCount * sourceFrames;
    }
  }

  /** A column behind the period is one of the period without its first row. */
  private void fill(double[][] columns, double[] span) {
    for (int column = 0; column < Math.min(sourceFrames, columns.length); column++) {
      double[] rows = columns[column];
      int at = column;
      for (int row = 0; row < rows.length; row++) {
        rows[row] = span[at];
        at += sourceFrames;
      }
    }
    for (int column = sourceFrames; column < columns.length; column++) {
      System.arraycopy(columns[column - sourceFrames], 1, columns[column], 0, rowCount - 1);
      columns[column][rowCount - 1] = span[column + (rowCount - 1) * sourceFrames];
    }
  }

  private void put(double[][] sums, double[] block) {
    for (int i = 0; i < resultFrames; i++) {
      double[] rows = sums[i];
      int at = i;
      for (double sum : rows) {
        block[at] = sum;
        at += resultFrames;
      }
    }
  }

  /** The sums of products of every frame of the period, for each row. */
  private void sum(double[][] taps, int[] firstColumns, double[][] columns, double[][] sums) {
    for (double[] rows : sums) {
      Arrays.fill(rows, 0);
    }
    int tapCount = 2 * filter.reachFrames();
    int earliest = 0;
    for (int column = 0; column + TAPS_AT_ONCE <= columns.length; column++) {
      while (earliest < resultFrames && firstColumns[earliest] + tapCount <= column) {
        earliest++;
      }
      for (int i = earliest; i < resultFrames && firstColumns[i] <= column; i++) {
        int tap = column - firstColumns[i];
        if (tap % TAPS_AT_ONCE == 0) {
          add(taps[i], tap, columns, column, sums[i]);
        }
      }
    }
  }

  private static void add(double[] taps, int tap, double[][] columns, int first, double[] sums) {
    double tap0 = taps[tap];
    double tap1 = taps[tap + 1];
    double tap2 = taps[tap + 2];
    double tap3 = taps[tap + 3];
    double tap4 = taps[tap + 4];
    double tap5 = taps[tap + 5];
    double tap6 = taps[tap + 6];
    double tap7 = taps[tap + 7];
    double[] column0 = columns[first];
    double[] column1 = columns[first + 1];
    double[] column2 = columns[first + 2];
    double[] column3 = columns[first + 3];
    double[] column4 = columns[first + 4];
    double[] column5 = columns[first + 5];
    double[] column6 = columns[first + 6];
    double[] column7 = columns[first + 7];
    for (int i = 0; i < sums.length; i++) {
      sums[i] +=
          ((tap0 * column0[i] + tap1 * column1[i]) + (tap2 * column2[i] + tap3 * column3[i]))
              + ((tap4 * column4[i] + tap5 * column5[i]) + (tap6 * column6[i] + tap7 * column7[i]));
    }
  }
}
