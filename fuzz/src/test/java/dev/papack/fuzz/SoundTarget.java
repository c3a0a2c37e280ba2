package dev.papack.fuzz;

import dev.papack.media.Sound;
import dev.papack.media.SoundFormat;
import dev.papack.source.SourceContent;
import java.io.IOException;
import java.util.Optional;

/**
 * A format of sounds: every sample of an accepted one is a number, within full scale if it says so,
 * and the same wherever reading begins.
 */
final class SoundTarget {
  private static final double FULL_SCALE = 32_768;

  private SoundTarget() {}

  static void check(SoundFormat format, byte[] input) throws IOException {
    Optional<Sound> sound = Results.accepted(format.decode(SourceContent.of("x", input)));
    if (sound.isPresent()) {
      requireSamples(sound.get());
    }
  }

  private static void requireSamples(Sound sound) throws IOException {
    int frames = sound.frameCount();
    double[][] channels = new double[sound.channels()][frames];
    double[][] again = new double[sound.channels()][frames - frames / 2];
    double most = sound.range() == Sound.Range.FULL_SCALE ? FULL_SCALE : Double.MAX_VALUE;
    try (Sound.Samples samples = sound.open()) {
      samples.read(0, frames, channels, 0);
      samples.read(frames / 2, again[0].length, again, 0);
    }
    for (int channel = 0; channel < again.length; channel++) {
      for (double sample : channels[channel]) {
        Results.require(Math.abs(sample) <= most, "a sample is a number within its range");
      }
      for (int i = 0; i < again[channel].length; i++) {
        Results.require(
            again[channel][i] == channels[channel][frames / 2 + i], "a sample stays the same");
      }
    }
  }
}
