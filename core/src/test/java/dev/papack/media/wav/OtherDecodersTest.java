package dev.papack.media.wav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sample against that of another decoder. */
final class OtherDecodersTest {
  private static final Path REFERENCES =
      Path.of("src/test/resources/dev/papack/media/wav/references");

  /** As sox is told of them; it writes the files as well. */
  private static final List<List<String>> ENCODINGS =
      List.of(
          List.of("-b", "8", "-e", "unsigned-integer"),
          List.of("-b", "16", "-e", "signed-integer"),
          List.of("-b", "24", "-e", "signed-integer"),
          List.of("-b", "32", "-e", "signed-integer"),
          List.of("-b", "32", "-e", "floating-point"),
          List.of("-b", "64", "-e", "floating-point"),
          List.of("-e", "mu-law"),
          List.of("-e", "a-law"));

  @TempDir private Path temporary;

  /** What {@code scripts/sound-references} left here; no other program is needed. */
  @Test
  void samplesAreThoseThatLibsndfileRead() throws IOException {
    int count = 0;
    for (Path file : files(REFERENCES)) {
      double[] samples = WavDecoderTest.samples(accepted(Files.readAllBytes(file)));
      assertThat(samples).as(file.toString()).containsExactly(reference(file));
      count++;
    }
    assertThat(count).isEqualTo(20);
  }

  private static double[] reference(Path file) throws IOException {
    Path doubles = Path.of(file.toString().replace(".wav", ".f64"));
    boolean isFloatingPoint = Files.exists(doubles);
    Path reference = isFloatingPoint ? doubles : Path.of(file.toString().replace(".wav", ".s32"));
    ByteBuffer stored =
        ByteBuffer.wrap(Files.readAllBytes(reference)).order(ByteOrder.LITTLE_ENDIAN);
    double[] samples =
        new double[stored.remaining() / (isFloatingPoint ? Double.BYTES : Integer.BYTES)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = isFloatingPoint ? stored.getDouble() * 32_768 : stored.getInt() / 65_536.0;
    }
    return samples;
  }

  @Test
  @Tag("slow")
  void samplesOfEveryRealFileAreThoseThatSoxReads() throws Exception {
    assumeSox();
    Path folder = Path.of(System.getProperty("papack.data"));
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here");
    Map<String, Integer> counts = new TreeMap<>();
    for (Path file : files(folder)) {
      String result =
          switch (WavFile.decode(Files.readAllBytes(file))) {
            case Outcome.Accepted<Sound>(Sound sound, var _) -> compare(file, sound);
            case Outcome.Refused<Sound> _ -> "refused";
          };
      counts.merge(result, 1, Integer::sum);
    }
    Campaign.report("sounds-against-sox-real", counts.toString());
    assertThat(counts.getOrDefault("equal", 0)).isGreaterThan(50);
    assertThat(counts).doesNotContainKey("different");
  }

  @Test
  @Tag("slow")
  void samplesOfEveryFormatRateAndNumberOfChannelsAreThoseThatSoxReads() throws Exception {
    assumeSox();
    int count = 0;
    int[] rates =
        Campaign.current() != Campaign.DAILY
            ? new int[] {8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000}
            : new int[] {11_025, 96_000};
    for (List<String> encoding : ENCODINGS) {
      for (int rateHz : rates) {
        for (int channels : new int[] {1, 2, 5, 6, 8}) {
          for (String order : List.of("-L", "-B")) {
            Path file = temporary.resolve("made.wav");
            List<String> command = new ArrayList<>(List.of("sox", "-R", "-D", "-V1", "-n", order));
            command.addAll(List.of("-r", "" + rateHz, "-c", "" + channels));
            command.addAll(encoding);
            command.addAll(List.of(file.toString(), "synth", "64s", "sine", "300-3000"));
            run(command);
            Sound sound = accepted(Files.readAllBytes(file));
            assertThat(sound.sampleRateHz()).isEqualTo(rateHz);
            assertThat(sound.channels()).isEqualTo(channels);
            assertThat(compare(file, sound)).as(command.toString()).isEqualTo("equal");
            count++;
          }
        }
      }
    }
    Campaign.report("sounds-against-sox-generated", count + " files equal");
  }

  /** Whether every sample is the same on the scale of 32 bits; sox itself has no more. */
  private String compare(Path file, Sound sound) throws Exception {
    Path raw = temporary.resolve("raw.s32");
    // What sox cannot read, such as a length of 0, it reads as what it is in truth.
    List<String> command =
        new ArrayList<>(List.of("sox", "-D", "-V1", "--ignore-length", file.toString()));
    command.addAll(List.of("-t", "s32", "-L", raw.toString()));
    if (run(command) != 0) {
      return "not read by sox";
    }
    ByteBuffer expected = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    double[] samples = WavDecoderTest.samples(sound);
    if (expected.remaining() < samples.length * Integer.BYTES) {
      return "different";
    }
    // Floating point is rounded by sox, each time to even or away.
    double tolerance = sound.range() == Sound.Range.BEYOND_FULL_SCALE ? 128 : 0;
    for (double sample : samples) {
      double scaled = Math.clamp(sample * 65_536, Integer.MIN_VALUE, Integer.MAX_VALUE);
      if (Math.abs(scaled - expected.getInt()) > tolerance) {
        return "different";
      }
    }
    return "equal";
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".wav")).sorted().toList();
    }
  }

  private static Sound accepted(byte[] file) {
    return switch (WavFile.decode(file)) {
      case Outcome.Accepted<Sound>(Sound sound, var _) -> sound;
      case Outcome.Refused<Sound>(var errors) -> throw new AssertionError(errors);
    };
  }

  private static void assumeSox() throws Exception {
    boolean isThere;
    try {
      isThere = run(List.of("sox", "--version")) == 0;
    } catch (IOException e) {
      isThere = false;
    }
    Assumptions.assumeTrue(isThere, "there is no sox");
  }

  private static int run(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + command);
    }
    return process.exitValue();
  }
}
