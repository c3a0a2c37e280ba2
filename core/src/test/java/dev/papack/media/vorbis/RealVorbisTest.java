package dev.papack.media.vorbis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.TestSounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of other programs against libvorbis, if it is there. */
class RealVorbisTest {
  private static final Map<String, String> REFUSED =
      Map.of(
          "libnogg/bad-continued-packet-flag.ogg", "PA6091",
          "libnogg/floor1-x-array-overflow.ogg", "PA6094",
          "libnogg/sample-rate-max.ogg", "PA6039",
          "libnogg/single-code-2bits.ogg", "PA6094",
          "libnogg/square-interleaved.ogg", "PA6093",
          "libnogg/square-with-junk.ogg", "PA6091",
          "libnogg/zero-length.ogg", "PA6040");

  @TempDir private Path temporary;

  private static Path folder() {
    Path folder = Path.of(System.getProperty("papack.data")).resolve("formats/ogg");
    Assumptions.assumeTrue(Files.isDirectory(folder), folder + " is not here");
    return folder;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".ogg")).sorted().toList();
    }
  }

  @Test
  void everyFileIsDecodedOrRefusedForTheRightReason() throws IOException {
    Path folder = folder();
    Map<String, String> refused = new TreeMap<>();
    for (Path file : files(folder)) {
      if (OggFile.decode(Files.readAllBytes(file)) instanceof Outcome.Refused<Sound> answer) {
        refused.put(
            folder.relativize(file).toString(), answer.diagnostics().getFirst().code().id());
      }
    }
    assertThat(refused).isEqualTo(new TreeMap<>(REFUSED));
  }

  @Test
  void everySampleIsWithinOneOfThatOfLibvorbis() throws Exception {
    Path folder = folder();
    Assumptions.assumeTrue(isThere(), "oggdec is not installed");
    int compared = 0;
    for (Path file : files(folder)) {
      if (OggFile.decode(Files.readAllBytes(file))
              instanceof Outcome.Accepted<Sound>(Sound sound, var _)
          && compare(file, sound)) {
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(30);
    Campaign.report(
        "vorbis-reference",
        String.format(Locale.ROOT, "%d files within one of what libvorbis gives", compared));
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("oggdec", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the reference gives as many samples; then every one is within one of it. */
  private boolean compare(Path file, Sound sound) throws Exception {
    Path raw = temporary.resolve("raw.s16");
    List<String> command =
        List.of("oggdec", "-Q", "-R", "-b", "16", "-e", "0", "-s", "1", "-o", raw.toString());
    Process reference =
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of(file.toString())).toList())
            .redirectErrorStream(true)
            .start();
    reference.getInputStream().readAllBytes();
    reference.waitFor();
    byte[] expected = Files.readAllBytes(raw);
    double[] samples = TestSounds.samples(sound);
    if (expected.length != 2 * samples.length) {
      return false;
    }
    assertThat(VorbisDecoderTest.worst(samples, expected)).as(file.toString()).isLessThan(2);
    return true;
  }
}
