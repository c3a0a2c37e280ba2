package dev.papack.fuzz;

import dev.papack.media.Sound;
import dev.papack.media.wav.WavDecoder;
import dev.papack.source.Snapshot;
import java.util.Optional;

/** WAV: every sample of an accepted sound is a number. */
final class WavTarget {
  private WavTarget() {}

  static void check(byte[] input) {
    Optional<Sound> sound = Results.accepted(WavDecoder.decode(Snapshot.of("x.wav", input)));
    sound.ifPresent(WavTarget::requireSamples);
  }

  private static void requireSamples(Sound sound) {
    for (int frame = 0; frame < sound.frameCount(); frame++) {
      for (int channel = 0; channel < sound.channels(); channel++) {
        Results.require(Double.isFinite(sound.sample(frame, channel)), "a sample is a number");
      }
    }
  }
}
