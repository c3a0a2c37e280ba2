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
   * @param end the frame after its last one, greater than {@code start}
   */
  public record Loop(long start, long end) {
    /**
     * Refuses an empty or reversed loop.
     *
     * @throws MeaningException naming both ends
     */
    public Loop {
      if (start < 0 || end <= start) {
        throw new MeaningException(
            "loop " + start + ".." + end + " is empty", start + ".." + end, "start below end");
      }
    }
  }

  /**
   * Refuses numbers outside their ranges.
   *
   * @throws MeaningException naming the number
   */
  public SoundsMetadata {
    if (channels != 1 && channels != 2) {
      throw MeaningException.outside("channels", channels, "1 or 2");
    }
    if (frameCount < 1 || frameCount > PackLimits.MAX_PAYLOAD_BYTES) {
      throw MeaningException.outside(
          "frame_count", frameCount, "1.." + PackLimits.MAX_PAYLOAD_BYTES);
    }
    if (sampleRateHz < MIN_SAMPLE_RATE_HZ || sampleRateHz > MAX_SAMPLE_RATE_HZ) {
      throw MeaningException.outside(
          "sample_rate", sampleRateHz, MIN_SAMPLE_RATE_HZ + ".." + MAX_SAMPLE_RATE_HZ);
    }
    if (loop.isPresent() && loop.get().end() > frameCount) {
      throw MeaningException.outside("loop_end", loop.get().end(), "at most " + frameCount);
    }
  }

  @Override
  public int bankVersion() {
    return 1;
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
