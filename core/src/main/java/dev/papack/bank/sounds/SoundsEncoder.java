package dev.papack.bank.sounds;

import dev.papack.asset.SoundsSettings;
import dev.papack.bank.Bank;
import dev.papack.bank.SettingFix;
import dev.papack.container.SoundsMetadata;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.MemoryFormula;
import dev.papack.media.Sound;
import dev.papack.media.Speaker;
import dev.papack.source.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a decoded sound into a SOUNDS bank: mix, unroll, resample, round once. A source that is
 * 16-bit and asked for as it is passes bit by bit.
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
   * @return the bank, which says what is clipped when it is written, or every fault of the settings
   *     with this sound
   */
  public static Outcome<Bank> encode(Location location, Sound sound, SoundsSettings settings) {
    int toHz = settings.sampleRateHz().orElse(sound.sampleRateHz());
    List<Diagnostic> faults = new ArrayList<>();
    rateFault(location, toHz).ifPresent(faults::add);
    channelsFault(location, sound, settings).ifPresent(faults::add);
    return switch (LoopPlan.of(location, sound, settings.loop())) {
      case Outcome.Refused<Optional<LoopPlan.Played>>(var found) ->
          new Outcome.Refused<Bank>(found).and(faults);
      case Outcome.Accepted<Optional<LoopPlan.Played>>(var loop, var said) -> {
        SoundLayout layout = SoundLayout.of(sound, loop, toHz);
        limitFault(location, sound, layout).ifPresent(faults::add);
        yield faults.isEmpty()
            ? new Outcome.Accepted<>(
                    bank(location, sound, settings, layout),
                    findings(location, sound, settings, layout))
                .and(said)
            : new Outcome.Refused<Bank>(faults).and(said);
      }
    };
  }

  private static Optional<Diagnostic> limitFault(
      Location location, Sound sound, SoundLayout layout) {
    return layout.frameCount() <= Limits.SOUND_FRAMES
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    DiagnosticCode.WAV_LIMIT,
                    location,
                    "the "
                        + sound.frameCount()
                        + " frames at "
                        + sound.sampleRateHz()
                        + " Hz become "
                        + layout.frameCount()
                        + " at "
                        + layout.rateHz()
                        + " Hz; at most "
                        + Limits.SOUND_FRAMES
                        + " are allowed")
                .found(layout.frameCount() + " frames")
                .limit(Limits.SOUND_FRAMES + " frames")
                .advice("declare a lower sample_rate, or split the sound into several assets"));
  }

  private static Optional<Diagnostic> channelsFault(
      Location location, Sound sound, SoundsSettings settings) {
    return sound.channels() <= 2 || settings.channels().isPresent()
        ? Optional.empty()
        : Optional.of(
            SettingFix.add(
                Diagnostic.error(
                        DiagnosticCode.WAV_CHANNELS,
                        location,
                        "the sound has " + sound.channels() + " channels; a bank has 1 or 2")
                    .found(Integer.toString(sound.channels()))
                    .supported("1, 2"),
                "mix the channels to stereo",
                new Argument.OfSetting("channels", "2")));
  }

  private static List<Diagnostic> findings(
      Location location, Sound sound, SoundsSettings settings, SoundLayout layout) {
    List<Diagnostic> findings = new ArrayList<>();
    layout
        .loop()
        .filter(loop -> loop.end() - loop.start() == 1)
        .ifPresent(loop -> findings.add(oneFrame(location, loop)));
    if (sound.channels() > 2) {
      findings.add(mixed(location, sound, settings.channels().orElseThrow()));
    }
    return findings;
  }

  private static Diagnostic oneFrame(Location location, SoundsMetadata.Loop loop) {
    return Diagnostic.warning(
            DiagnosticCode.LOOP_ONE_FRAME,
            location,
            "loop "
                + loop.start()
                + ".."
                + loop.end()
                + " of the bank has one frame: nothing is heard from there on")
        .found("1 frame")
        .advice("declare the frames that should repeat, or \"loop\": \"none\"");
  }

  private static Diagnostic mixed(Location location, Sound sound, int channels) {
    boolean isEffectsLost = sound.speakers().contains(Speaker.LOW_FREQUENCY);
    return Diagnostic.note(
            DiagnosticCode.SOUND_MIXED,
            location,
            sound.channels()
                + " channels are mixed to "
                + channels
                + " as in ITU-R BS.775"
                + (isEffectsLost
                    ? "; the channel for low-frequency effects (LFE) is left out"
                    : ""))
        .found(sound.channels() + " channels")
        .advice("if the mix is fine, do nothing; otherwise mix the sound in an audio editor");
  }

  private static Bank bank(
      Location location, Sound sound, SoundsSettings settings, SoundLayout layout) {
    int channels = settings.channels().orElse(sound.channels());
    SoundsMetadata metadata =
        new SoundsMetadata(channels, layout.frameCount(), layout.loop(), layout.rateHz());
    boolean mayClip =
        sound.range() == Sound.Range.BEYOND_FULL_SCALE
            || sound.channels() > 2
            || layout.change().isPresent();
    if (!mayClip) {
      return new Bank(metadata, out -> write(sound, layout, channels, new SampleWriter(out)));
    }
    return Bank.telling(
        metadata,
        out -> {
          ClippedFrames clipped = new ClippedFrames();
          SampleWriter rounded = new SampleWriter(out);
          write(
              sound,
              layout,
              channels,
              (samples, frames) -> {
                clipped.look(samples, frames);
                rounded.accept(samples, frames);
              });
          return clipped.findings(location);
        });
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

  private static void write(Sound sound, SoundLayout layout, int channels, Resampler.Sink sink)
      throws IOException {
    try (Sound.Samples samples = sound.open()) {
      Signal signal = layout.unrolled(new MixedSound(sound, samples, channels));
      if (layout.change().isPresent()) {
        new Resampler(layout.change().get()).resample(signal, sink);
        return;
      }
      double[][] block = new double[channels][BLOCK_FRAMES];
      for (int frame = 0; frame < signal.frameCount(); frame += BLOCK_FRAMES) {
        int frames = Math.min(BLOCK_FRAMES, signal.frameCount() - frame);
        signal.read(frame, frames, block, 0);
        sink.accept(block, frames);
      }
    }
  }

  /** To the nearest 16-bit sample, halves upwards; beyond full scale to full scale. */
  static short round(double sample) {
    // What does not fit an integer becomes the nearest one that there is.
    return (short) Math.clamp((int) Math.floor(sample + 0.5), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** Rounds samples and writes them: 16 bits, little-endian, interleaved. */
  private static final class SampleWriter implements Resampler.Sink {
    private final OutputStream out;
    private byte[] rounded = new byte[0];

    SampleWriter(OutputStream out) {
      this.out = out;
    }

    @Override
    public void accept(double[][] samples, int frames) throws IOException {
      int channels = samples.length;
      if (rounded.length == 0) {
        rounded = new byte[BLOCK_FRAMES * channels * Short.BYTES];
      }
      ByteBuffer view = ByteBuffer.wrap(rounded).order(ByteOrder.LITTLE_ENDIAN);
      for (int done = 0; done < frames; done += BLOCK_FRAMES) {
        int count = Math.min(BLOCK_FRAMES, frames - done);
        for (int channel = 0; channel < channels; channel++) {
          int at = channel * Short.BYTES;
          for (int i = 0; i < count; i++) {
            view.putShort(at, round(samples[channel][done + i]));
            at += channels * Short.BYTES;
          }
        }
        out.write(rounded, 0, count * channels * Short.BYTES);
      }
    }
  }
}
