package dev.papack.bank;

import java.math.BigInteger;
import java.util.function.DoubleConsumer;

/**
 * Changes the sample rate of a signal with the windowed sinc of {@link SincFilter}.
 *
 * <p>Frame {@code k} of the result stands for the source's time {@code k * from / to}: nothing is
 * delayed. Outside of the signal there is silence, as there is when it is played; a mirrored edge
 * would invent sound. A loop is resampled as the stretch of time it is, without looking around its
 * end.
 *
 * <p>Up to 0.9 of the lower Nyquist frequency the gain is within 0.001 dB of 1; at 0.95 it is -6
 * dB; from 1.0 on everything is at least 98 dB down, so that neither images nor aliases can be
 * heard or, as a rule, survive rounding to 16 bits. {@code ResamplerQualityTest} measures it. A
 * constant comes out as itself.
 *
 * <p>The result is the same on every platform: Java's arithmetic is, the tables are made with
 * {@link StrictMath}, and the order of every sum is fixed.
 *
 * <p>Every frame of the result costs 128 products per channel, times {@code from / to} where the
 * rate goes down. Memory is a block of 4096 frames and the filter, at most 16 MiB between any rates
 * that a sound may have.
 */
final class Resampler {
  private static final int BLOCK_FRAMES = 4_096;

  private final int from;
  private final int to;

  /**
   * From one rate to another.
   *
   * @param fromHz at least 1
   * @param toHz at least 1, another one: equal rates need no filter and get none
   */
  Resampler(int fromHz, int toHz) {
    if (fromHz == toHz) {
      throw new IllegalArgumentException("from " + fromHz + " Hz to itself");
    }
    int divisor = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValueExact();
    from = fromHz / divisor;
    to = toHz / divisor;
  }

  /** How many frames come of this many: {@code ceil(frames * to / from)}. */
  static long frameCount(long frames, int fromHz, int toHz) {
    return Math.ceilDiv(frames * toHz, fromHz);
  }

  /**
   * Resamples a whole signal.
   *
   * @param source at most 2^30 frames after resampling
   * @param sink gets the samples, interleaved
   */
  void resample(Signal source, DoubleConsumer sink) {
    SincFilter filter = new SincFilter(from, to);
    int frameCount = Math.toIntExact(frameCount(source.frameCount(), from, to));
    int spanFrames = (int) ((long) (BLOCK_FRAMES - 1) * from / to) + 1;
    double[][] span = new double[source.channels()][spanFrames + 2 * filter.reachFrames()];
    for (int block = 0; block < frameCount; block += BLOCK_FRAMES) {
      long firstFrame = (long) block * from / to - filter.reachFrames() + 1;
      for (int channel = 0; channel < span.length; channel++) {
        fill(span[channel], source, channel, firstFrame);
      }
      int end = Math.min(frameCount - block, BLOCK_FRAMES) + block;
      for (int frame = block; frame < end; frame++) {
        long place = (long) frame * from;
        double[] taps = filter.taps((int) (place % to));
        int first = (int) (place / to - filter.reachFrames() + 1 - firstFrame);
        for (double[] samples : span) {
          sink.accept(SincFilter.dot(taps, samples, first));
        }
      }
    }
  }

  private static void fill(double[] span, Signal source, int channel, long firstFrame) {
    for (int i = 0; i < span.length; i++) {
      long frame = firstFrame + i;
      span[i] = frame >= 0 && frame < source.frameCount() ? source.sample((int) frame, channel) : 0;
    }
  }
}
