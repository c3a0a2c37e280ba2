package dev.papack.bank;

import dev.papack.asset.SoundsSettings;
import dev.papack.container.SoundsMetadata;
import dev.papack.media.Sound;
import java.util.List;
import java.util.OptionalInt;

/**
 * The settings of a new SOUNDS asset whose author named none: empty ones, which keep everything,
 * unless a bank cannot have the source's sample rate; then the nearest rate that it can have.
 */
public final class SoundsSettingsChoice {
  private SoundsSettingsChoice() {}

  /** Chooses for one sound. */
  public static Choice<SoundsSettings> choose(Sound sound) {
    int sourceHz = sound.sampleRateHz();
    int chosenHz =
        Math.clamp(sourceHz, SoundsMetadata.MIN_SAMPLE_RATE_HZ, SoundsMetadata.MAX_SAMPLE_RATE_HZ);
    if (chosenHz == sourceHz) {
      return new Choice<>(settings(OptionalInt.empty()), List.of());
    }
    String reason =
        "Sample rate "
            + chosenHz
            + ": the source has "
            + sourceHz
            + " Hz, a bank "
            + SoundsMetadata.MIN_SAMPLE_RATE_HZ
            + " to "
            + SoundsMetadata.MAX_SAMPLE_RATE_HZ
            + ".";
    return new Choice<>(settings(OptionalInt.of(chosenHz)), List.of(reason));
  }

  private static SoundsSettings settings(OptionalInt sampleRateHz) {
    return new SoundsSettings(
        sampleRateHz, OptionalInt.empty(), new SoundsSettings.Loop.FromSource());
  }
}
