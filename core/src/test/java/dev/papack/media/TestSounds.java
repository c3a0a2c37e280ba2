package dev.papack.media;

import dev.papack.source.SourceContent;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    return new Sound(
        format,
        channels,
        sampleRateHz,
        SourceContent.of("a.wav", samples),
        0,
        samples.length,
        loop);
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

  /** One sample. */
  public static double sample(Sound sound, int frame, int channel) {
    return samples(sound)[frame * sound.channels() + channel];
  }
}
