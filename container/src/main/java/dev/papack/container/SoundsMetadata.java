package dev.papack.container;

import java.util.Optional;

/**
 * The numbers of a SOUNDS bank, version 1.
 *
 * @param channels 1 or 2
 * @param frameCount frames, at least 1
 * @param loop the part that repeats, where the sound has one
 * @param sampleRateHz {@value #MIN_SAMPLE_RATE_HZ} to {@value #MAX_SAMPLE_RATE_HZ}
 */
public record SoundsMetadata(int channels, long frameCount, Optional<Loop> loop, int sampleRateHz)
    implements BankMetadata {
  /** The lowest sample rate, in frames per second. */
  public static final int MIN_SAMPLE_RATE_HZ = 8_000;

  /** The highest sample rate, in frames per second. */
  public static final int MAX_SAMPLE_RATE_HZ = 48_000;

  /**
   * A loop, in frames.
   *
   * @param start the first frame of the loop
   * @param end the frame behind its last one, greater than {@code start}
   */
  public record Loop(long start, long end) {
    /**
     * Refuses an empty or reversed loop.
     *
     * @throws IllegalArgumentException naming both ends
     */
    public Loop {
      if (start < 0 || end <= start) {
        throw new IllegalArgumentException("loop " + start + ".." + end + " is empty");
      }
    }
  }

  /**
   * Refuses numbers outside their ranges.
   *
   * @throws IllegalArgumentException naming the number
   */
  public SoundsMetadata {
    if (channels != 1 && channels != 2) {
      throw new IllegalArgumentException("channels " + channels + " is not 1 or 2");
    }
    if (frameCount < 1 || frameCount > PackLimits.MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("frame_count " + frameCount + " is not at least 1");
    }
    if (sampleRateHz < MIN_SAMPLE_RATE_HZ || sampleRateHz > MAX_SAMPLE_RATE_HZ) {
      throw new IllegalArgumentException(
          "sample_rate "
              + sampleRateHz
              + " is not "
              + MIN_SAMPLE_RATE_HZ
              + ".."
              + MAX_SAMPLE_RATE_HZ);
    }
    if (loop.isPresent() && loop.get().end() > frameCount) {
      throw new IllegalArgumentException(
          "loop_end " + loop.get().end() + " is behind the last of " + frameCount + " frames");
    }
  }

  @Override
  public BankType bankType() {
    return BankType.SOUNDS;
  }

  @Override
  public long sliceBytes() {
    return frameCount * channels * Short.BYTES;
  }
}
