package dev.papack.bank;

import dev.papack.asset.SoundsSettings;
import dev.papack.container.SoundsMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.source.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Turns a decoded sound into a SOUNDS bank: mix, resample, round once. A source that is 16-bit and
 * asked for as it is passes bit by bit.
 *
 * <p>Memory is the payload, at most {@link Limits#SOUND_FRAMES} frames, and a few MiB for the
 * filter.
 */
public final class SoundsEncoder {
  private SoundsEncoder() {}

  /**
   * Encodes a sound.
   *
   * @param location the source, for messages
   * @param sound what was decoded from it
   * @param settings what its declaration asks for
   * @return the bank, or every fault of the settings with this sound
   */
  public static Outcome<Bank> encode(Location location, Sound sound, SoundsSettings settings) {
    int fromHz = sound.sampleRateHz();
    int toHz = settings.sampleRateHz().orElse(fromHz);
    List<Diagnostic> faults = new ArrayList<>();
    rateFault(location, toHz).ifPresent(faults::add);
    long frameCount = Resampler.frameCount(sound.frameCount(), fromHz, toHz);
    if (frameCount > Limits.SOUND_FRAMES) {
      faults.add(
          Diagnostic.error(
                  DiagnosticCode.WAV_LIMIT,
                  location,
                  "the "
                      + sound.frameCount()
                      + " frames at "
                      + fromHz
                      + " Hz become "
                      + frameCount
                      + " at "
                      + toHz
                      + " Hz; at most "
                      + Limits.SOUND_FRAMES
                      + " are allowed")
              .found(frameCount + " frames")
              .limit(Limits.SOUND_FRAMES + " frames")
              .advice("declare a lower sample_rate, or split the sound into several assets"));
    }
    Optional<SoundsMetadata.Loop> loop = Optional.empty();
    switch (LoopPlan.of(location, sound, settings.loop(), toHz)) {
      case Outcome.Accepted<Optional<SoundsMetadata.Loop>>(var planned, var _) -> loop = planned;
      case Outcome.Refused<Optional<SoundsMetadata.Loop>>(var found) -> faults.addAll(found);
    }
    if (!faults.isEmpty()) {
      return new Outcome.Refused<>(faults);
    }
    int channels = settings.channels().orElse(sound.channels());
    SoundsMetadata metadata = new SoundsMetadata(channels, frameCount, loop, toHz);
    byte[] payload = payload(metadata, new MixedSound(sound, channels), fromHz);
    return Outcome.of(new Bank(metadata, payload));
  }

  private static Optional<Diagnostic> rateFault(Location location, int toHz) {
    if (toHz >= SoundsMetadata.MIN_SAMPLE_RATE_HZ && toHz <= SoundsMetadata.MAX_SAMPLE_RATE_HZ) {
      return Optional.empty();
    }
    String range = SoundsMetadata.MIN_SAMPLE_RATE_HZ + ".." + SoundsMetadata.MAX_SAMPLE_RATE_HZ;
    return Optional.of(
        Diagnostic.error(
                DiagnosticCode.SAMPLE_RATE,
                location,
                "the sample rate is " + toHz + " Hz; a bank can have " + range + " Hz")
            .found(toHz + " Hz")
            .supported(range + " Hz")
            .advice(
                "declare \"sounds\": { \"sample_rate\": "
                    + Math.clamp(
                        toHz, SoundsMetadata.MIN_SAMPLE_RATE_HZ, SoundsMetadata.MAX_SAMPLE_RATE_HZ)
                    + " } to have it resampled"));
  }

  private static byte[] payload(SoundsMetadata metadata, Signal signal, int fromHz) {
    byte[] payload = new byte[Math.toIntExact(metadata.sliceBytes())];
    ByteBuffer bytes = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
    DoubleConsumer sink = sample -> bytes.putShort(round(sample));
    if (fromHz == metadata.sampleRateHz()) {
      for (int frame = 0; frame < signal.frameCount(); frame++) {
        for (int channel = 0; channel < signal.channels(); channel++) {
          sink.accept(signal.sample(frame, channel));
        }
      }
    } else {
      new Resampler(fromHz, metadata.sampleRateHz()).resample(signal, sink);
    }
    return payload;
  }

  /** To the nearest 16-bit sample, halves upwards; beyond full scale to full scale. */
  static short round(double sample) {
    return (short) Math.clamp(Math.floor(sample + 0.5), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
