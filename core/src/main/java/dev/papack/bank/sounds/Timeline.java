package dev.papack.bank.sounds;

import java.io.IOException;
import java.util.Arrays;

/**
 * A signal with what is heard before it begins and after it ends, so that a filter can look there:
 * silence, or the loop once more.
 *
 * <p>A short loop is kept in memory, because it is read many times.
 */
final class Timeline {
  private static final int MAX_KEPT_FRAMES = 1 << 14;

  /** What a loop does to time. */
  enum View {
    /** The signal, between silence. */
    ALONE,
    /** From silence into the loop, which never ends. */
    INTO_LOOP,
    /** The loop, which never began. */
    LOOP,
    /** Out of the loop to the end, and silence. */
    OUT_OF_LOOP
  }

  private final Signal signal;
  private final View view;
  private final long loopStart;
  private final long loopEnd;
  private final double[][] loop;

  private Timeline(Signal signal, View view, long loopStart, long loopEnd, double[][] loop) {
    this.signal = signal;
    this.view = view;
    this.loopStart = loopStart;
    this.loopEnd = loopEnd;
    this.loop = loop;
  }

  /** A signal between silence. */
  static Timeline alone(Signal signal) {
    return new Timeline(signal, View.ALONE, 0, 0, new double[0][0]);
  }

  /** A signal with a loop, its end exclusive. */
  static Timeline looped(Signal signal, long loopStart, long loopEnd) throws IOException {
    int frames = (int) Math.min(loopEnd - loopStart, MAX_KEPT_FRAMES + 1L);
    boolean isKept = frames <= MAX_KEPT_FRAMES;
    double[][] loop = new double[isKept ? signal.channels() : 0][frames];
    if (isKept) {
      signal.read((int) loopStart, frames, loop, 0);
    }
    return new Timeline(signal, View.INTO_LOOP, loopStart, loopEnd, loop);
  }

  /** The same signal, seen from elsewhere. */
  Timeline as(View other) {
    return new Timeline(signal, other, loopStart, loopEnd, loop);
  }

  /** Of the signal. */
  int channels() {
    return signal.channels();
  }

  /**
   * Reads frames that may be before, in and behind the signal.
   *
   * @param firstFrame any
   * @param frames how many
   * @param into for each channel where its samples go, from 0 on
   */
  void read(long firstFrame, int frames, double[][] into) throws IOException {
    int done = 0;
    while (done < frames) {
      long frame = firstFrame + done;
      int left = frames - done;
      if (isInLoop(frame)) {
        long at = Math.floorMod(frame - loopStart, loopEnd - loopStart);
        int count = (int) Math.min(left, loopEnd - loopStart - at);
        readLoop(at, count, into, done);
        done += count;
      } else if (frame < 0 || frame >= signal.frameCount()) {
        int count = frame < 0 ? (int) Math.min(left, -frame) : left;
        for (double[] samples : into) {
          Arrays.fill(samples, done, done + count, 0);
        }
        done += count;
      } else {
        long endFrame = view == View.INTO_LOOP ? loopEnd : signal.frameCount();
        int count = (int) Math.min(left, endFrame - frame);
        signal.read((int) frame, count, into, done);
        done += count;
      }
    }
  }

  private boolean isInLoop(long frame) {
    return switch (view) {
      case ALONE -> false;
      case INTO_LOOP -> frame >= loopEnd;
      case LOOP -> true;
      case OUT_OF_LOOP -> frame < loopEnd;
    };
  }

  private void readLoop(long at, int count, double[][] into, int offset) throws IOException {
    if (loop.length == 0) {
      signal.read((int) (loopStart + at), count, into, offset);
      return;
    }
    for (int channel = 0; channel < into.length; channel++) {
      System.arraycopy(loop[channel], (int) at, into[channel], offset, count);
    }
  }
}
