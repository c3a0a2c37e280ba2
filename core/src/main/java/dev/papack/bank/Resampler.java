package dev.papack.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Arrays;

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
 * rate goes down. Where the filter has too many phases to keep the taps of all of them, as from
 * 1000 to 47999 Hz, the taps of a phase are computed once for several frames that have it. Memory
 * is bounded by {@link #NEEDED_BYTES} between any rates that a sound may have.
 */
final class Resampler {
  /** The taps that are kept, the source's samples around a block, and the block. */
  static final long NEEDED_BYTES = 20 << 20;

  private static final int BLOCK_FRAMES = 4_096;

  /** How many samples, of all channels, a block of several periods has at most. */
  private static final int MOST_SAMPLES = 1 << 19;

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
   * Takes samples in order.
   *
   * <p>Not a stream of bytes, so that tests see what is not rounded.
   */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes a block.
     *
     * @param samples of each channel; the caller's own
     * @param frames how many
     */
    void accept(double[][] samples, int frames) throws IOException;
  }

  /**
   * Resamples a whole signal, and rounds once.
   *
   * @param source at most 2^30 frames after resampling
   * @param out gets the samples, 16 bits, little-endian, interleaved
   */
  void resample(Signal source, OutputStream out) throws IOException {
    int frameBytes = source.channels() * Short.BYTES;
    byte[] rounded = new byte[BLOCK_FRAMES * frameBytes];
    resample(
        source,
        (samples, frames) -> {
          for (int done = 0; done < frames; done += BLOCK_FRAMES) {
            int count = Math.min(BLOCK_FRAMES, frames - done);
            for (int channel = 0; channel < samples.length; channel++) {
              int at = channel * Short.BYTES;
              for (int i = 0; i < count; i++) {
                SoundsEncoder.put(rounded, at, SoundsEncoder.round(samples[channel][done + i]));
                at += frameBytes;
              }
            }
            out.write(rounded, 0, count * frameBytes);
          }
        });
  }

  /** Resamples a whole signal, unrounded. */
  void resample(Signal source, Sink sink) throws IOException {
    SincFilter filter = new SincFilter(from, to);
    int channels = source.channels();
    int periods = filter.isKept() ? 0 : MOST_SAMPLES / (Math.max(from, to) * channels);
    int blockFrames = periods > 1 ? periods * to : BLOCK_FRAMES;
    int frameCount = Math.toIntExact(frameCount(source.frameCount(), from, to));
    int spanFrames = (int) ((long) (blockFrames - 1) * from / to) + 1;
    double[][] span = new double[channels][spanFrames + 2 * filter.reachFrames()];
    double[][] block = new double[channels][Math.min(blockFrames, frameCount)];
    for (int start = 0; start < frameCount; start += blockFrames) {
      int frames = Math.min(frameCount - start, blockFrames);
      long firstFrame = (long) start * from / to - filter.reachFrames() + 1;
      fill(span, source, firstFrame);
      if (periods > 1) {
        resamplePeriods(filter, span, block, frames);
      } else {
        resampleBlock(filter, span, firstFrame, start, block, frames);
      }
      sink.accept(block, frames);
      if (frames == frameCount - start) {
        // Adding to the start might overflow.
        return;
      }
    }
  }

  private void resampleBlock(
      SincFilter filter,
      double[][] span,
      long firstFrame,
      int start,
      double[][] block,
      int frames) {
    for (int i = 0; i < frames; i++) {
      long place = (long) (start + i) * from;
      double[] taps = filter.taps((int) (place % to));
      int first = (int) (place / to - filter.reachFrames() + 1 - firstFrame);
      for (int channel = 0; channel < span.length; channel++) {
        block[channel][i] = SincFilter.dot(taps, span[channel], first);
      }
    }
  }

  /** A block that begins with a period: frames that are {@code to} apart have the same taps. */
  private void resamplePeriods(SincFilter filter, double[][] span, double[][] block, int frames) {
    for (int phase = 0; phase < Math.min(to, frames); phase++) {
      long place = (long) phase * from;
      double[] taps = filter.taps((int) (place % to));
      int first = (int) (place / to);
      for (int i = phase; i < frames; i += to) {
        for (int channel = 0; channel < span.length; channel++) {
          block[channel][i] = SincFilter.dot(taps, span[channel], first);
        }
        first += from;
      }
    }
  }

  private static void fill(double[][] span, Signal source, long firstFrame) throws IOException {
    int length = span[0].length;
    int before = Math.clamp(-firstFrame, 0, length);
    int end = Math.clamp(source.frameCount() - firstFrame, before, length);
    source.read((int) (firstFrame + before), end - before, span, before);
    for (double[] samples : span) {
      Arrays.fill(samples, 0, before, 0);
      Arrays.fill(samples, end, length, 0);
    }
  }
}
