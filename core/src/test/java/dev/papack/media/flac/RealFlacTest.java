package dev.papack.media.flac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.TestSounds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files of other programs against the reference decoder, if it is there. */
class RealFlacTest {
  /** Those of the test files of the IETF that are refused, and why. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "faulty/03-wrong-bit-depth.flac", "PA6087",
          "faulty/06-missing-streaminfo-metadata-block.flac", "PA6084",
          "faulty/11-incorrect-metadata-block-length.flac", "PA6084",
          "uncommon/02-increasing-number-of-channels.flac", "PA6087",
          "uncommon/04-changing-bitdepth.flac", "PA6087");

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".flac")).sorted().toList();
    }
  }

  private static Path folder() {
    Path folder = Path.of(System.getProperty("papack.data")).resolve("formats/flac");
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here");
    return folder;
  }

  @Test
  void everyFileIsDecodedOrRefusedForTheRightReason() throws IOException {
    Path folder = folder();
    Map<String, String> refused = new TreeMap<>();
    for (Path file : files(folder)) {
      if (FlacFile.decode(Files.readAllBytes(file)) instanceof Outcome.Refused<Sound> answer) {
        refused.put(
            folder.relativize(file).toString(), answer.diagnostics().getFirst().code().id());
      }
    }
    assertThat(refused).isEqualTo(new TreeMap<>(REFUSED));
  }

  @Test
  void everySampleEqualsThatOfTheReferenceDecoder() throws Exception {
    Path folder = folder();
    Assumptions.assumeTrue(isThere(), "flac is not installed");
    int compared = 0;
    for (Path file : files(folder)) {
      // The reference decoder writes nothing without a header for whole bytes only.
      if (FlacFile.decode(Files.readAllBytes(file))
              instanceof Outcome.Accepted<Sound>(Sound sound, var _)
          && compare(file, sound)) {
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
    Campaign.report(
        "flac-reference",
        String.format(Locale.ROOT, "%d files equal what the reference decoder gives", compared));
  }

  @Test
  void everySampleEqualsWhatTheReferenceEncoderWasGiven() throws Exception {
    Assumptions.assumeTrue(isThere(), "flac is not installed");
    int files = 0;
    for (int bits : new int[] {8, 16, 24, 32}) {
      for (int channels = 1; channels <= 8; channels++) {
        int level = (files * 5) % 9;
        requireRoundTrip(bits, channels, level);
        files++;
      }
    }
    Campaign.report(
        "flac-encoder", String.format(Locale.ROOT, "%d files of the reference encoder", files));
  }

  private static void requireRoundTrip(int bits, int channels, int level) throws Exception {
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(100L * bits + channels);
    ByteBuffer raw = ByteBuffer.allocate(9_999 * channels * bits / Byte.SIZE);
    long[] samples = new long[9_999 * channels];
    long highest = (1L << (bits - 1)) - 1;
    for (int i = 0; i < samples.length; i++) {
      int frame = i / channels;
      double tone = 0.7 * StrictMath.sin(frame * 0.05 * (1 + i % channels));
      samples[i] = (long) ((tone + random.nextDouble(-0.3, 0.3)) * highest);
      for (int j = 0; j < bits; j += Byte.SIZE) {
        raw.put((byte) (samples[i] >> j));
      }
    }
    byte[] file =
        encoded(
            raw.array(),
            List.of(
                "flac",
                "--silent",
                "-" + level,
                "--force-raw-format",
                "--endian=little",
                "--sign=signed",
                "--sample-rate=44100",
                "--bps=" + bits,
                "--channels=" + channels,
                "--stdout",
                "-"));
    long[] decoded = FlacFile.integers(FlacDecoderTest.sound(file), bits);
    assertThat(Arrays.equals(decoded, samples))
        .as("%d bits, %d channels, level %d", bits, channels, level)
        .isTrue();
  }

  private static byte[] encoded(byte[] raw, List<String> command) throws Exception {
    Path input = Files.createTempFile("samples", ".raw");
    try {
      Files.write(input, raw);
      Process encoder =
          new ProcessBuilder(command)
              .redirectInput(input.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] file = encoder.getInputStream().readAllBytes();
      assertThat(encoder.waitFor()).isZero();
      return file;
    } finally {
      Files.delete(input);
    }
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("flac", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the reference decodes it; then every sample is the same. */
  private static boolean compare(Path file, Sound sound) throws Exception {
    Process reference =
        new ProcessBuilder(
                "flac",
                "--decode",
                "--silent",
                "--stdout",
                "--force-raw-format",
                "--endian=little",
                "--sign=signed",
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] expected = reference.getInputStream().readAllBytes();
    double[] samples = TestSounds.samples(sound);
    if (reference.waitFor() != 0 || expected.length == 0) {
      return false;
    }
    int bytes = expected.length / samples.length;
    for (int i = 0; i < samples.length; i++) {
      long sample = 0;
      for (int j = bytes - 1; j >= 0; j--) {
        sample = (sample << 8) | Byte.toUnsignedLong(expected[i * bytes + j]);
      }
      int unused = Long.SIZE - Byte.SIZE * bytes;
      double scaled = ((sample << unused) >> unused) * Math.scalb(1.0, 16 - 8 * bytes);
      if (samples[i] != scaled) {
        throw new AssertionError(file + ": sample " + i + " is " + samples[i] + ", not " + scaled);
      }
    }
    return true;
  }
}
