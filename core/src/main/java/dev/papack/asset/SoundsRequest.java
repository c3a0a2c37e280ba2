package dev.papack.asset;

import dev.papack.asset.SoundsSettings.Loop;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an author said of the settings of sounds; the rest is to be chosen. Ranges are those of
 * {@link SoundsSettings}.
 *
 * @param sampleRateHz 8,000 to 48,000
 * @param channels 1 or 2
 * @param loop which part repeats
 */
public record SoundsRequest(OptionalInt sampleRateHz, OptionalInt channels, Optional<Loop> loop) {
  /** Nothing was said. */
  public static final SoundsRequest NOTHING =
      new SoundsRequest(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

  /**
   * Refuses values outside their ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public SoundsRequest {
    SoundsSettings _ =
        new SoundsSettings(sampleRateHz, channels, loop.orElseGet(Loop.FromSource::new));
  }
}
