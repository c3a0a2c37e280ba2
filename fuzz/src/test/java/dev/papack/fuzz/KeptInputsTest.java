package dev.papack.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.papack.campaign.Campaign;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every seed and every find, each with many of its beginnings: what was fixed stays fixed. */
class KeptInputsTest {
  private static final int BEGINNINGS = 256;

  @Test
  void everyKeptInputKeepsThePromises() throws Exception {
    int tried = 0;
    for (Target target : Target.values()) {
      List<Path> inputs = Corpus.inputs(target);
      assertThat(inputs).as(target.label()).isNotEmpty();
      for (Path file : inputs) {
        byte[] input = Files.readAllBytes(file);
        int step = Math.max(1, input.length / BEGINNINGS);
        for (int length = input.length; length >= 0; length -= step) {
          byte[] beginning = Arrays.copyOf(input, length);
          assertThatCode(() -> target.check(beginning))
              .as("%s, %d bytes", file, length)
              .doesNotThrowAnyException();
          tried++;
        }
      }
    }
    Campaign.report(
        "fuzz-kept",
        String.format(
            Locale.ROOT,
            "%,d kept inputs and beginnings of them for %d targets: 0 finds",
            tried,
            Target.values().length));
  }

  @Test
  void thePlantedDefectIsNoticed() {
    byte[] input = "PAK!~".getBytes(StandardCharsets.US_ASCII);
    assertThatCode(() -> Faulty.fuzzerTestOneInput(input))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
