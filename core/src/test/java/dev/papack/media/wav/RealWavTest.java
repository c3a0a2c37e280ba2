package dev.papack.media.wav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.media.Sound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files of real games against the platform's own reader. */
final class RealWavTest {
  @Test
  void everySampleEqualsThatOfThePlatformsReader() throws Exception {
    Path folder = Path.of(System.getProperty("papack.data"), "superpowers");
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here");
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(path -> path.toString().endsWith(".wav")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(30);
    for (Path file : files) {
      compare(file);
    }
  }

  private static void compare(Path path) throws IOException, UnsupportedAudioFileException {
    byte[] file = Files.readAllBytes(path);
    Sound sound = WavDecoderTest.decode(file);
    try (AudioInputStream oracle =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertThat(oracle.getFormat().getSampleSizeInBits()).isEqualTo(16);
      assertThat(sound.channels()).isEqualTo(oracle.getFormat().getChannels());
      assertThat((float) sound.sampleRateHz()).isEqualTo(oracle.getFormat().getSampleRate());
      assertThat((long) sound.frameCount()).isEqualTo(oracle.getFrameLength());
      ByteBuffer expected = ByteBuffer.wrap(oracle.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      double[] samples = WavDecoderTest.samples(sound);
      assertThat(expected.remaining()).isEqualTo(2 * samples.length);
      for (int i = 0; i < samples.length; i++) {
        if (samples[i] != expected.getShort(2 * i)) {
          throw new AssertionError(path + ": sample " + i + " is " + samples[i]);
        }
      }
    }
  }
}
