package dev.papack.bank.sounds;

import dev.papack.asset.SoundsRequest;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.SoundsSettings.Loop;
import dev.papack.bank.Bank;
import dev.papack.bank.Choice;
import dev.papack.bank.SettingFix;
import dev.papack.container.SoundsMetadata;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * The settings of a new SOUNDS asset whose author did not say them all: what was not said is left
 * out, which keeps what the source has, unless a bank cannot have the source's sample rate; then it
 * is the nearest rate that it can have.
 */
public final class SoundsSettingsChoice {
  private SoundsSettingsChoice() {}

  /**
   * Chooses for one sound and tries the settings.
   *
   * @param location the source, for messages
   * @return the settings, with what a build would say, or every fault that it would find
   * @throws IOException if the source can no longer be read
   */
  public static Outcome<Choice<SoundsSettings>> tried(
      Location location, Sound sound, SoundsRequest request) throws IOException {
    Choice<SoundsSettings> choice = choose(sound, request);
    return switch (SoundsEncoder.encode(location, sound, choice.settings())) {
      case Outcome.Accepted<Bank>(Bank bank, var said) ->
          new Outcome.Accepted<>(choice, bank.judge()).and(said);
      case Outcome.Refused<Bank>(var faults) ->
          new Outcome.Refused<>(faults.stream().map(SettingFix::ofUndeclared).toList());
    };
  }

  /** Chooses for one sound. */
  public static Choice<SoundsSettings> choose(Sound sound, SoundsRequest request) {
    int sourceHz = sound.sampleRateHz();
    int chosenHz =
        Math.clamp(sourceHz, SoundsMetadata.MIN_SAMPLE_RATE_HZ, SoundsMetadata.MAX_SAMPLE_RATE_HZ);
    if (request.sampleRateHz().isPresent() || chosenHz == sourceHz) {
      return new Choice<>(settings(request.sampleRateHz(), request), List.of());
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
    return new Choice<>(settings(OptionalInt.of(chosenHz), request), List.of(reason));
  }

  private static SoundsSettings settings(OptionalInt sampleRateHz, SoundsRequest request) {
    return new SoundsSettings(
        sampleRateHz, request.channels(), request.loop().orElseGet(Loop.FromSource::new));
  }
}
