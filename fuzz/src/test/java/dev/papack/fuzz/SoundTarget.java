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

  /** The same with right checksums on the pages of Ogg, behind which nothing would be tried. */
  static void checkPages(SoundFormat format, byte[] input) throws IOException {
    byte[] right = input.clone();
    int page = 0;
    while (page + 27 <= right.length) {
      int segments = Byte.toUnsignedInt(right[page + 26]);
      int end = page + 27 + segments;
      for (int i = page + 27; i < Math.min(page + 27 + segments, right.length); i++) {
        end += Byte.toUnsignedInt(right[i]);
      }
      putChecksum(right, page, Math.min(end, right.length));
      page = end;
    }
    check(format, right);
  }

  private static void putChecksum(byte[] pages, int from, int to) {
    for (int i = 22; i < 26; i++) {
      pages[from + i] = 0;
    }
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc ^= pages[i] << 24;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc << 1) ^ (crc < 0 ? 0x04C1_1DB7 : 0);
      }
    }
    for (int i = 0; i < 4; i++) {
      pages[from + 22 + i] = (byte) (crc >> (Byte.SIZE * i));
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
