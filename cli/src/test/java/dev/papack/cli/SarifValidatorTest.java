package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.report.ReportSamples;
import dev.papack.cli.report.ReportSchemas;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SARIF reports of all golden cases, of no finding, of very many and of hostile ones, judged by {@code sarif-multitool} of npm's package {@code
 * @microsoft/sarif-multitool}, which shares nothing with papack.
 */
class SarifValidatorTest {
  @TempDir private Path folder = Path.of("");

  /** The program; a variable names it where it is not on the path. */
  private static Optional<Path> validator() {
    String named = Objects.requireNonNullElse(System.getenv("PAPACK_SARIF_MULTITOOL"), "");
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.concat(
            Stream.of(named).filter(name -> !name.isEmpty()).map(Path::of),
            Arrays.stream(path.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).resolve("sarif-multitool")))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void noReportHasAnError() throws Exception {
    Optional<Path> validator = validator();
    Assumptions.assumeTrue(
        validator.isPresent(),
        "sarif-multitool is not installed: npm install --global @microsoft/sarif-multitool");
    List<String> command = new ArrayList<>(List.of(validator.orElseThrow().toString(), "validate"));
    for (Path report : reports()) {
      command.add(report.toString());
    }
    Path verdict = folder.resolve("verdict.sarif");
    command.addAll(List.of("--output", verdict.toString(), "--rule-kind", "Sarif;Ghas"));
    RealPapack.Ended ended =
        RealPapack.process(
            folder,
            Map.of("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "HOME", folder.toString()),
            command);
    assertThat(verdict).as(ended.toString()).exists();
    var run = ReportSchemas.tree(Files.readString(verdict)).at("/runs/0");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean(false))
        .as(ended.toString())
        .isTrue();
    List<String> errors = new ArrayList<>();
    // Its warnings are wishes, such as that a whole file has a region; no level is a warning.
    run.path("results")
        .forEach(result -> {
          if (result.path("level").asString("warning").equals("error")) {
            errors.add(result.toString());
          }
        });
    assertThat(errors).isEmpty();
  }

  private List<Path> reports() throws IOException {
    List<Path> reports = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      Path report = golden.folder().resolve("expected/report.sarif");
      if (Files.exists(report)) {
        reports.add(Files.copy(report, folder.resolve(golden.name() + ".sarif")));
      }
    }
    assertThat(reports).hasSizeGreaterThan(9);
    for (Map.Entry<String, String> sample : ReportSamples.sarif().entrySet()) {
      reports.add(Files.writeString(folder.resolve(sample.getKey() + ".sarif"), sample.getValue()));
    }
    return reports;
  }
}
