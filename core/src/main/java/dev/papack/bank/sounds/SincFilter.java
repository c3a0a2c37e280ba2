package dev.papack.bank.sounds;

/**
 * The low-pass filter of {@link Resampler}, as the taps of each of its phases.
 *
 * <p>Its impulse response is {@code sinc(CUTOFF * u)} under a Kaiser window, {@code u} being the
 * distance in periods of the lower of both rates. It is computed once, with {@link StrictMath}, on
 * a grid of {@value #GRID_POINTS} points a period; between them taps are interpolated by cubics,
 * whose error is below -150 dB. Each phase is then divided by the sum of its taps, so that a
 * constant stays what it is.
 *
 * <p>All phases of a ratio are computed at once, unless they would take more than {@value
 * #MAX_KEPT_TAPS} numbers (8 MiB), as from 44100 to 47999 Hz. Then, and wherever else the place
 * between two frames is any number, the taps are blended from a table of at least {@value
 * #ROWS_PER_PERIOD} rows a period by cubics. That has an error below -115 dB, because the window
 * ends with a small step. The table has about {@code 128 * 256} numbers, whatever the rates.
 */
final class SincFilter {
  /** How far the filter reaches to each side, in periods of the lower rate. */
  private static final int HALF_WIDTH_PERIODS = 64;

  /** The frequency of half amplitude, relative to the lower Nyquist frequency. */
  private static final double CUTOFF = 0.95;

  /** Kaiser's parameter for 100 dB: 0.1102 * (100 - 8.7). */
  private static final double KAISER_BETA = 10.06;

  private static final int GRID_POINTS = 128;
  private static final int MAX_KEPT_TAPS = 1 << 20;
  private static final int CUBIC_FACTORS = 4;

  private static final int ROWS_PER_PERIOD = 256;

  /** Of the cubic from each point of the grid to the next: four factors, the highest first. */
  private static final double[] CUBICS = cubics(impulseResponse());

  private final int phaseCount;

  /** A period of the lower rate, in {@code to}ths of a source frame. */
  private final int stepsPerPeriod;

  private final int reachFrames;

  /** The taps of every phase; none if there are too many. */
  private final double[][] kept;

  /** The taps at places from one row before a frame to one behind the next frame. */
  private final double[][] rows;

  private final double[] scratch;

  /**
   * Prepares the filter from {@code from} to {@code to} Hz, both reduced by their greatest common
   * divisor.
   */
  SincFilter(int from, int to) {
    phaseCount = to;
    stepsPerPeriod = Math.max(from, to);
    // Rounded up to multiples of four, so that sums can take eight taps at a time.
    reachFrames = 4 * Math.ceilDiv(Math.ceilDiv(HALF_WIDTH_PERIODS * stepsPerPeriod, to), 4);
    scratch = new double[2 * reachFrames];
    boolean keep = (long) phaseCount * scratch.length <= MAX_KEPT_TAPS;
    kept = new double[keep ? phaseCount : 0][scratch.length];
    for (int phase = 0; phase < kept.length; phase++) {
      compute((double) phase / phaseCount, kept[phase]);
    }
    int rowsPerFrame = Math.toIntExact(Math.ceilDiv((long) ROWS_PER_PERIOD * to, stepsPerPeriod));
    rows = new double[rowsPerFrame + 3][scratch.length];
    for (int row = 0; row < rows.length; row++) {
      compute((row - 1.0) / rowsPerFrame, rows[row]);
    }
  }

  /** How far the filter reaches to each side between these rates, in source frames. */
  static long reachFrames(int from, int to) {
    return Math.ceilDiv((long) HALF_WIDTH_PERIODS * Math.max(from, to), to);
  }

  /** Whether the taps of all phases are there; else they are blended. */
  boolean isKept() {
    return kept.length > 0;
  }

  /** How many source frames the filter needs at and before a place, and how many after it. */
  int reachFrames() {
    return reachFrames;
  }

  /**
   * The taps of a phase; all phases have to be there.
   *
   * @param phase the place between two source frames, in {@code to}ths of a frame
   * @return {@code 2 * reachFrames()} factors, for the source frames in their order
   */
  double[] taps(int phase) {
    return kept[phase];
  }

  /**
   * The taps at any place between two source frames.
   *
   * @param fraction from 0 to below 1
   * @return as {@link #taps}; to be read before the next call
   */
  double[] blended(double fraction) {
    int rowsPerFrame = rows.length - 3;
    double place = fraction * rowsPerFrame;
    int row = Math.min((int) place, rowsPerFrame - 1);
    double t = place - row;
    double before = -t * (t - 1) * (t - 2) / 6;
    double left = (t + 1) * (t - 1) * (t - 2) / 2;
    double right = -(t + 1) * t * (t - 2) / 2;
    double behind = (t + 1) * t * (t - 1) / 6;
    double[] row0 = rows[row];
    double[] row1 = rows[row + 1];
    double[] row2 = rows[row + 2];
    double[] row3 = rows[row + 3];
    double[] taps = scratch;
    for (int i = 0; i < taps.length; i++) {
      taps[i] = before * row0[i] + left * row1[i] + right * row2[i] + behind * row3[i];
    }
    return taps;
  }

  /**
   * The sum of products, in an order that is the same everywhere: four sums, then theirs.
   *
   * @param taps a multiple of four
   * @param samples what they apply to
   * @param from the sample of the first tap
   */
  static double dot(double[] taps, double[] samples, int from) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int i = 0; i < taps.length; i += 4) {
      sum0 += taps[i] * samples[from + i];
      sum1 += taps[i + 1] * samples[from + i + 1];
      sum2 += taps[i + 2] * samples[from + i + 2];
      sum3 += taps[i + 3] * samples[from + i + 3];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  private void compute(double fraction, double[] taps) {
    double pointsPerFrame = (double) GRID_POINTS * phaseCount / stepsPerPeriod;
    double sum = 0;
    for (int i = 0; i < taps.length; i++) {
      taps[i] = interpolate(Math.abs(reachFrames - 1 - i + fraction) * pointsPerFrame);
      sum += taps[i];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] /= sum;
    }
  }

  /** The impulse response at a place on the grid: the cubic through the four points around it. */
  private static double interpolate(double place) {
    if (place >= HALF_WIDTH_PERIODS * GRID_POINTS) {
      return 0;
    }
    int point = (int) place;
    double t = place - point;
    int at = point * CUBIC_FACTORS;
    return ((CUBICS[at] * t + CUBICS[at + 1]) * t + CUBICS[at + 2]) * t + CUBICS[at + 3];
  }

  private static double[] cubics(double[] grid) {
    double[] cubics = new double[(grid.length - 3) * CUBIC_FACTORS];
    for (int point = 0; point < grid.length - 3; point++) {
      double before = grid[point];
      double left = grid[point + 1];
      double right = grid[point + 2];
      double behind = grid[point + 3];
      double cubic = (behind - before) / 6 + (left - right) / 2;
      double square = (before + right) / 2 - left;
      int at = point * CUBIC_FACTORS;
      cubics[at] = cubic;
      cubics[at + 1] = square;
      cubics[at + 2] = right - left - square - cubic;
      cubics[at + 3] = left;
    }
    return cubics;
  }

  /** The impulse response from one point before 0, which is that after 0, to two after its end. */
  private static double[] impulseResponse() {
    double[] response = new double[HALF_WIDTH_PERIODS * GRID_POINTS + 3];
    for (int i = 0; i < response.length; i++) {
      response[i] = impulseResponse(Math.abs(i - 1) / (double) GRID_POINTS);
    }
    return response;
  }

  private static double impulseResponse(double periods) {
    double angle = Math.PI * CUTOFF * periods;
    double sinc = angle == 0 ? 1 : StrictMath.sin(angle) / angle;
    double place = Math.min(1, periods / HALF_WIDTH_PERIODS);
    return sinc * besselI0(KAISER_BETA * StrictMath.sqrt(1 - place * place));
  }

  /** The modified Bessel function of order 0 by its power series, until it no longer changes. */
  private static double besselI0(double x) {
    double sum = 1;
    double term = 1;
    double before = 0;
    for (int k = 1; sum != before; k++) {
      before = sum;
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
