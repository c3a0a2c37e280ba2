package dev.papack.bank;

/**
 * The low-pass filter of {@link Resampler}, as the taps of each of its phases.
 *
 * <p>Its impulse response is {@code sinc(CUTOFF * u)} under a Kaiser window, {@code u} being the
 * distance in periods of the lower of both rates. It is computed once, with {@link StrictMath}, on
 * a grid of {@value #GRID_POINTS} points a period; between them taps are interpolated by cubics,
 * whose error is below -150 dB. Each phase is then divided by the sum of its taps, so that a
 * constant stays what it is.
 *
 * <p>All phases are computed at once, unless they would take more than {@value #MAX_KEPT_TAPS}
 * numbers (8 MiB), as from 44100 to 47999 Hz; then each is computed whenever it is needed, to the
 * same values.
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

  private final int phaseCount;

  /** A period of the lower rate, in {@code to}ths of a source frame. */
  private final int stepsPerPeriod;

  private final int reachFrames;

  /** Of the cubic from each point of the grid to the next: four factors, the highest first. */
  private final double[] cubics;

  private final double[][] kept;
  private final double[] scratch;

  /**
   * Prepares the filter from {@code from} to {@code to} Hz, both reduced by their greatest common
   * divisor.
   */
  SincFilter(int from, int to) {
    phaseCount = to;
    stepsPerPeriod = Math.max(from, to);
    // Rounded up to even numbers, so that dot() can take four taps at a time.
    reachFrames = 2 * Math.ceilDiv(Math.ceilDiv(HALF_WIDTH_PERIODS * stepsPerPeriod, to), 2);
    cubics = cubics(impulseResponse());
    scratch = new double[2 * reachFrames];
    boolean keep = (long) phaseCount * scratch.length <= MAX_KEPT_TAPS;
    kept = new double[keep ? phaseCount : 0][scratch.length];
    for (int phase = 0; phase < kept.length; phase++) {
      compute(phase, kept[phase]);
    }
  }

  /**
   * Whether the taps of all phases are there; else those of a phase are computed when asked for.
   */
  boolean isKept() {
    return kept.length > 0;
  }

  /** How many source frames the filter needs at and before a place, and how many after it. */
  int reachFrames() {
    return reachFrames;
  }

  /**
   * The taps of a phase.
   *
   * @param phase the place between two source frames, in {@code to}ths of a frame
   * @return {@code 2 * reachFrames()} factors, for the source frames in their order; to be read
   *     before the next call
   */
  double[] taps(int phase) {
    if (isKept()) {
      return kept[phase];
    }
    compute(phase, scratch);
    return scratch;
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

  private void compute(int phase, double[] taps) {
    double sum = 0;
    for (int i = 0; i < taps.length; i++) {
      long steps = Math.abs((long) (reachFrames - 1 - i) * phaseCount + phase);
      taps[i] = interpolate((double) (steps * GRID_POINTS) / stepsPerPeriod);
      sum += taps[i];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] /= sum;
    }
  }

  /** The impulse response at a place on the grid: the cubic through the four points around it. */
  private double interpolate(double place) {
    if (place >= HALF_WIDTH_PERIODS * GRID_POINTS) {
      return 0;
    }
    int point = (int) place;
    double t = place - point;
    int at = point * CUBIC_FACTORS;
    return ((cubics[at] * t + cubics[at + 1]) * t + cubics[at + 2]) * t + cubics[at + 3];
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
