package dev.papack.media;

import dev.papack.diagnostic.Outcome;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Sounds for tests, and what is in them. */
public final class TestSounds {
  private TestSounds() {}

  /** A sound of these samples. */
  public static Sound of(
      SampleFormat format,
      int channels,
      int sampleRateHz,
      byte[] samples,
      Optional<SoundLoop> loop) {
    return of(format, channels, sampleRateHz, samples, SoundLoops.of(loop));
  }

  /** A sound of these samples, in a file that says so of its loops. */
  public static Sound of(
      SampleFormat format, int channels, int sampleRateHz, byte[] samples, SoundLoops loops) {
    return new Sound(
        new Sound.Layout(
            format, ByteOrder.LITTLE_ENDIAN, channels, speakers(channels), sampleRateHz),
        SourceContent.of("a.wav", samples),
        0,
        samples.length,
        loops);
  }

  private static List<Speaker> speakers(int channels) {
    return channels <= 2 ? List.of() : Speaker.ofMask(channels, 0).orElseThrow();
  }

  /** All samples, interleaved. */
  public static double[] samples(Sound sound) {
    double[][] channels = new double[sound.channels()][sound.frameCount()];
    try (Sound.Samples samples = sound.open()) {
      samples.read(0, sound.frameCount(), channels, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[] interleaved = new double[sound.channels() * sound.frameCount()];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = channels[i % sound.channels()][i / sound.channels()];
    }
    return interleaved;
  }

  /** Reads all samples, and keeps none: how many frames there are. */
  public static int readThrough(Outcome<Sound> outcome) {
    if (!(outcome instanceof Outcome.Accepted<Sound>(Sound sound, var _))) {
      throw new AssertionError(outcome.diagnostics());
    }
    int frames = 0;
    double[][] block = new double[sound.channels()][4_096];
    try (Sound.Samples samples = sound.open()) {
      while (frames < sound.frameCount()) {
        int count = Math.min(4_096, sound.frameCount() - frames);
        samples.read(frames, count, block, 0);
        frames += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return frames;
  }

  /** One sample. */
  public static double sample(Sound sound, int frame, int channel) {
    return samples(sound)[frame * sound.channels() + channel];
  }
}
