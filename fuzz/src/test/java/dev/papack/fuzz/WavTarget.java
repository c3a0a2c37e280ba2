package dev.papack.fuzz;

import dev.papack.media.Sound;
import dev.papack.media.wav.WavDecoder;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.util.Optional;

/** WAV: every sample of an accepted sound is a number. */
final class WavTarget {
  private WavTarget() {}

  static void check(byte[] input) throws IOException {
    Optional<Sound> sound = Results.accepted(WavDecoder.decode(SourceContent.of("x.wav", input)));
    if (sound.isPresent()) {
      requireSamples(sound.get());
    }
  }

  private static void requireSamples(Sound sound) throws IOException {
    double[][] channels = new double[sound.channels()][sound.frameCount()];
    try (Sound.Samples samples = sound.open()) {
      samples.read(0, sound.frameCount(), channels, 0);
    }
    for (double[] channel : channels) {
      for (double sample : channel) {
        Results.require(Double.isFinite(sample), "a sample is a number");
      }
    }
  }
}
