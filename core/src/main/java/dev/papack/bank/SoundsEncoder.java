package dev.papack.bank;

import dev.papack.asset.SoundsSettings;
import dev.papack.container.SoundsMetadata;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.Sound;
import dev.papack.source.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a decoded sound into a SOUNDS bank: mix, resample, round once. A source that is 16-bit and
 * asked for as it is passes bit by bit.
 *
 * <p>Memory does not grow with the sound: {@link #neededBytes}.
 */
public final class SoundsEncoder {
  /** Blocks of samples, and pieces of the file. */
  private static final long FIXED_BYTES = 1 << 20;

  /** What {@link #neededBytes} says. */
  public static final MemoryFormula MEMORY =
      new MemoryFormula(
          "SOUNDS bank",
          "1 MiB, whatever its length; 21 MiB if sample_rate is declared",
          FIXED_BYTES + Resampler.NEEDED_BYTES);

  private static final int BLOCK_FRAMES = 4_096;

  private SoundsEncoder() {}

  /** How much memory encoding takes at most, whatever the sound: resampling needs most of it. */
  public static long neededBytes(SoundsSettings settings) {
    return FIXED_BYTES + (settings.sampleRateHz().isPresent() ? Resampler.NEEDED_BYTES : 0);
  }

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
    return Outcome.of(
        new Bank(
            metadata,
            out -> {
              try (Sound.Samples samples = sound.open()) {
                write(metadata, new MixedSound(sound, samples, channels), fromHz, out);
              }
            }));
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

  private static void write(SoundsMetadata metadata, Signal signal, int fromHz, OutputStream out)
      throws IOException {
    if (fromHz == metadata.sampleRateHz()) {
      double[][] block = new double[signal.channels()][BLOCK_FRAMES];
      byte[] rounded = new byte[BLOCK_FRAMES * signal.channels() * Short.BYTES];
      for (int frame = 0; frame < signal.frameCount(); frame += BLOCK_FRAMES) {
        int frames = Math.min(BLOCK_FRAMES, signal.frameCount() - frame);
        signal.read(frame, frames, block, 0);
        for (int channel = 0; channel < block.length; channel++) {
          int at = channel * Short.BYTES;
          for (int i = 0; i < frames; i++) {
            put(rounded, at, round(block[channel][i]));
            at += block.length * Short.BYTES;
          }
        }
        out.write(rounded, 0, frames * block.length * Short.BYTES);
      }
    } else {
      new Resampler(fromHz, metadata.sampleRateHz()).resample(signal, out);
    }
  }

  /** Stores a sample, little-endian. */
  static void put(byte[] into, int at, short sample) {
    into[at] = (byte) sample;
    into[at + 1] = (byte) (sample >>> 8);
  }

  /** To the nearest 16-bit sample, halves upwards; beyond full scale to full scale. */
  static short round(double sample) {
    return (short) Math.clamp(Math.floor(sample + 0.5), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
