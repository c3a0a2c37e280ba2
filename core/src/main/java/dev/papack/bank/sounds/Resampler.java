package dev.papack.bank.sounds;

import java.io.IOException;

/**
 * Changes the sample rate of a signal with the windowed sinc of {@link SincFilter}, after the law
 * of {@link RateChange}.
 *
 * <p>Nothing is delayed. Outside of the signal there is silence, as there is when it is played; a
 * mirrored edge would invent sound. Around a loop there is the loop.
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
 * rate goes down; four times as many for all channels together where taps are blended. Memory is
 * bounded by {@link #NEEDED_BYTES} between any rates that a sound may have.
 */
final class Resampler {
  /** The taps that are kept, the source's samples around a block, and the block. */
  static final long NEEDED_BYTES = 20 << 20;

  private static final int BLOCK_FRAMES = 4_096;

  private final RateChange change;
  private final SincFilter filter;

  /** Prepares a change of the rate. */
  Resampler(RateChange change) {
    this.change = change;
    this.filter = new SincFilter(change.from(), change.to());
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

  /** Resamples a whole signal, unrounded. */
  void resample(Signal source, Sink sink) throws IOException {
    Timeline timeline =
        change.sourceLoop().isPresent()
            ? Timeline.looped(
                source, change.sourceLoop().get().start(), change.sourceLoop().get().end())
            : Timeline.alone(source);
    for (RateChange.Stretch stretch : change.stretches()) {
      Timeline around = timeline.as(stretch.view());
      if (!filter.isKept() || !change.isEven(stretch)) {
        blend(stretch, around, sink);
        continue;
      }
      PhaseColumns columns = PhaseColumns.of(filter, change.from(), change.to(), stretch.frames());
      if (columns.isWorthwhile()) {
        columns.resample(stretch, around, sink);
      } else {
        frameByFrame(stretch, around, sink);
      }
    }
  }

  /** Every frame by itself, with taps that are there. */
  private void frameByFrame(RateChange.Stretch stretch, Timeline source, Sink sink)
      throws IOException {
    int to = change.to();
    int reach = filter.reachFrames();
    int spanFrames = (int) ((BLOCK_FRAMES - 1L) * change.from() / to) + 2;
    double[][] span = new double[source.channels()][spanFrames + 2 * reach];
    double[][] block = block(source, stretch);
    for (long done = 0; done < stretch.frames(); done += BLOCK_FRAMES) {
      int frames = (int) Math.min(BLOCK_FRAMES, stretch.frames() - done);
      long start = stretch.start() + done * change.from();
      long firstFrame = start / to - reach + 1;
      source.read(firstFrame, span[0].length, span);
      for (int i = 0; i < frames; i++) {
        long place = start + (long) i * change.from();
        double[] taps = filter.taps((int) (place % to));
        int first = (int) (place / to - reach + 1 - firstFrame);
        put(taps, span, first, block, i);
      }
      sink.accept(block, frames);
    }
  }

  /** Every frame by itself, at any place between two frames of the source. */
  private void blend(RateChange.Stretch stretch, Timeline source, Sink sink) throws IOException {
    int to = change.to();
    int reach = filter.reachFrames();
    int spanFrames = (int) (BLOCK_FRAMES * stretch.stepFrames() / stretch.stepCount()) + 3;
    double[][] span = new double[source.channels()][spanFrames + 2 * reach];
    double[][] block = block(source, stretch);
    long startFrame = stretch.start() / to;
    double startFraction = (double) (stretch.start() % to) / to;
    for (long done = 0; done < stretch.frames(); done += BLOCK_FRAMES) {
      int frames = (int) Math.min(BLOCK_FRAMES, stretch.frames() - done);
      long firstFrame = startFrame + done * stretch.stepFrames() / stretch.stepCount() - reach + 1;
      source.read(firstFrame, span[0].length, span);
      for (int i = 0; i < frames; i++) {
        long step = (done + i) * stretch.stepFrames();
        double fraction =
            startFraction + (double) (step % stretch.stepCount()) / stretch.stepCount();
        int carry = fraction >= 1 ? 1 : 0;
        int first =
            (int) (startFrame + step / stretch.stepCount() + carry - reach + 1 - firstFrame);
        put(filter.blended(fraction - carry), span, first, block, i);
      }
      sink.accept(block, frames);
    }
  }

  private static double[][] block(Timeline source, RateChange.Stretch stretch) {
    return new double[source.channels()][(int) Math.min(BLOCK_FRAMES, stretch.frames())];
  }

  private static void put(double[] taps, double[][] span, int first, double[][] block, int at) {
    for (int channel = 0; channel < span.length; channel++) {
      block[channel][at] = SincFilter.dot(taps, span[channel], first);
    }
  }
}
