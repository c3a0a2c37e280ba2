package dev.papack.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer itself: {@code ./verify --long}, or {@code scripts/fuzz}, which says how long. */
class FuzzCampaignTest {
  private static final int SECONDS_TO_THE_PLANTED_DEFECT = 60;

  static List<Target> targets() {
    String wanted = System.getProperty("papack.fuzz.targets", "");
    return Stream.of(Target.values())
        .filter(target -> wanted.isEmpty() || List.of(wanted.split(" ")).contains(target.label()))
        .toList();
  }

  private static int seconds() {
    String wanted = System.getProperty("papack.fuzz.seconds", "");
    return wanted.isEmpty() ? Campaign.amount(0, 30) : Integer.parseInt(wanted);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void nothingEscapesAndRoundTripsHold(Target target) throws Exception {
    Assumptions.assumeTrue(seconds() > 0, "fuzzing is part of the long campaign");
    FuzzRun run =
        new FuzzRun(
            FuzzEntry.class,
            List.of("-D" + FuzzEntry.PROPERTY + "=" + target.name()),
            Corpus.seeds(target),
            seconds(),
            Corpus.work(target.label()));
    FuzzRun.Result result = run.run();
    Campaign.report("fuzz-" + target.label().replace('_', '-'), result.figures(seconds()));
    assertThat(result.finds()).as(result.output()).isEmpty();
    assertThat(result.executions()).as(result.output()).isPositive();
  }

  @Test
  void thePlantedDefectIsFoundWithinSeconds(@TempDir Path folder) throws Exception {
    FuzzRun run =
        new FuzzRun(
            Faulty.class,
            List.of(),
            new FuzzRun.Seeds(List.of(), List.of()),
            SECONDS_TO_THE_PLANTED_DEFECT,
            folder);
    long start = System.nanoTime();
    FuzzRun.Result result = run.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(result.finds()).as(result.output()).hasSize(1);
    assertThat(Files.readString(result.finds().getFirst(), StandardCharsets.ISO_8859_1))
        .startsWith("PAK!");
    assertThat(result.output()).contains("IndexOutOfBoundsException");
    Campaign.report(
        "fuzz-control",
        String.format(
            Locale.ROOT,
            "planted defect found after %,d inputs, %.0f s",
            result.executions(),
            Math.ceil(seconds)));
  }
}
