package dev.papack.bank.sounds;

import dev.papack.asset.SoundsSettings.LoopMode;
import dev.papack.container.SoundsMetadata;
import java.io.IOException;

/**
 * A sound whose loop is played forwards, made from one whose loop is not: the frames that are heard
 * backwards are there once more, in the order in which they are heard. What lies behind the loop
 * follows it.
 */
final class UnrolledSound implements Signal {
  private final Signal source;

  /** Frames that are where they were. */
  private final int sameFrames;

  /** The frames after them are those of the source from here on, downwards. */
  private final int lastBackwards;

  private final int backwardFrames;

  /**
   * Unrolls.
   *
   * @param loop inside the source
   */
  UnrolledSound(Signal source, LoopPlan.Played loop) {
    this.source = source;
    this.sameFrames = (int) loop.end();
    this.lastBackwards = loop.mode() == LoopMode.PING_PONG ? sameFrames - 2 : sameFrames - 1;
    this.backwardFrames = (int) backwardFrames(loop);
  }

  /** How many frames are there once more. */
  static long backwardFrames(LoopPlan.Played loop) {
    long frames = loop.end() - loop.start();
    return switch (loop.mode()) {
      case FORWARD -> 0;
      case PING_PONG -> Math.max(0, frames - 2);
      case BACKWARD -> frames;
    };
  }

  /** Where the loop is then. */
  static SoundsMetadata.Loop unrolled(LoopPlan.Played loop) {
    return switch (loop.mode()) {
      case FORWARD -> new SoundsMetadata.Loop(loop.start(), loop.end());
      case PING_PONG -> new SoundsMetadata.Loop(loop.start(), loop.end() + backwardFrames(loop));
      case BACKWARD -> new SoundsMetadata.Loop(loop.end(), loop.end() + backwardFrames(loop));
    };
  }

  @Override
  public int channels() {
    return source.channels();
  }

  @Override
  public int frameCount() {
    return source.frameCount() + backwardFrames;
  }

  @Override
  public void read(int firstFrame, int frames, double[][] into, int offset) throws IOException {
    int done = 0;
    while (done < frames) {
      int frame = firstFrame + done;
      int left = frames - done;
      int count;
      if (frame < sameFrames) {
        count = Math.min(left, sameFrames - frame);
        source.read(frame, count, into, offset + done);
      } else if (frame < sameFrames + backwardFrames) {
        count = Math.min(left, sameFrames + backwardFrames - frame);
        int last = lastBackwards - (frame - sameFrames);
        source.read(last - count + 1, count, into, offset + done);
        reverse(into, offset + done, count);
      } else {
        count = left;
        source.read(frame - backwardFrames, count, into, offset + done);
      }
      done += count;
    }
  }

  private static void reverse(double[][] into, int offset, int count) {
    for (double[] samples : into) {
      for (int left = offset, right = offset + count - 1; left < right; left++, right--) {
        double sample = samples[left];
        samples[left] = samples[right];
        samples[right] = sample;
      }
    }
  }
}
