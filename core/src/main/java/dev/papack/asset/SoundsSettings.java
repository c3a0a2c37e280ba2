package dev.papack.asset;

import dev.papack.container.BankType;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How a sound becomes a SOUNDS bank.
 *
 * @param sampleRateHz the rate to resample to, 8,000 to 48,000; without it the source's
 * @param channels 1 or 2, to mix to; without it the source's
 * @param loop which part repeats
 */
public record SoundsSettings(OptionalInt sampleRateHz, OptionalInt channels, Loop loop)
    implements BankSettings {

  /** Which part of a sound repeats. */
  public sealed interface Loop {
    /** The first forward loop that the file itself names, or none. */
    record FromSource() implements Loop {}

    /** None, whatever the file says. */
    record None() implements Loop {}

    /**
     * These frames of the source.
     *
     * @param start the first frame
     * @param end the frame after the last one; not above {@code start} is a fault of meaning that
     *     is found beside the source
     * @param mode how they are played
     */
    record Frames(long start, long end, LoopMode mode) implements Loop {
      /**
       * Played forwards.
       *
       * @param start the first frame
       * @param end the frame after the last one
       */
      public Frames(long start, long end) {
        this(start, end, LoopMode.FORWARD);
      }
    }
  }

  /** How the frames of a loop are played. A bank has only forward loops, so others are unrolled. */
  public enum LoopMode {
    /** From the first to the last, over and over. */
    FORWARD,
    /** Forwards and backwards in turn; the two ends are not repeated. */
    PING_PONG,
    /** Once forwards, and then backwards over and over. */
    BACKWARD;

    /**
     * As a declaration has it.
     *
     * @return such as {@code ping_pong}
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public SoundsSettings {
    if (sampleRateHz.isPresent()
        && (sampleRateHz.getAsInt() < 8_000 || sampleRateHz.getAsInt() > 48_000)) {
      throw new IllegalArgumentException("sample rate " + sampleRateHz);
    }
    if (channels.isPresent() && channels.getAsInt() != 1 && channels.getAsInt() != 2) {
      throw new IllegalArgumentException("channels " + channels);
    }
  }

  @Override
  public BankType bankType() {
    return BankType.SOUNDS;
  }
}
