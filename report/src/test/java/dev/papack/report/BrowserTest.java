package dev.papack.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.report.SurveyedPack.Slices;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, and its modules before a type checker: where Node.js and both are. */
final class BrowserTest {
  private static final Path TESTS =
      Path.of(System.getProperty("papack.home", ""), "report/src/test/browser");

  @TempDir private Path folder = Path.of("");

  private static Optional<Path> program(String... names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(names)
        .flatMap(name ->
            Arrays.stream(path.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path node() {
    Optional<Path> node = program("node");
    Assumptions.assumeTrue(
        node.isPresent() && Files.isDirectory(TESTS.resolve("node_modules")),
        "Node.js or its packages are missing: npm ci --prefix report/src/test/browser");
    return node.orElseThrow();
  }

  @Test
  void theTypesOfThePageAgree() throws Exception {
    String node = node().toString();
    assertThat(run(List.of(node, "node_modules/typescript/bin/tsc", "--noEmit", "-p", ".")))
        .isEmpty();
  }

  @Test
  void thePageIsWhatItShouldBeInChromium() throws Exception {
    String node = node().toString();
    Optional<Path> chromium =
        Stream.ofNullable(System.getenv("PAPACK_CHROMIUM"))
            .map(Path::of)
            .findFirst()
            .or(() -> program("chromium", "chromium-browser", "google-chrome"));
    Assumptions.assumeTrue(chromium.isPresent(), "Chromium is not installed");
    write("nothing", FixtureReports.nothing());
    write("empty", FixtureReports.empty(Slices.KEPT));
    write("one", FixtureReports.one(Slices.KEPT));
    write("varied", FixtureReports.varied(Slices.KEPT));
    write("change", FixtureReports.change(Slices.KEPT));
    int assets = Campaign.amount(2_000, 10_000);
    write("large", FixtureReports.large(Slices.KEPT, assets));
    Files.write(folder.resolve("varied.pa"), FixtureReports.variedPack().bytes());
    String output =
        run(
            List.of(node, "--test", "--test-reporter=tap", "page.test.mjs"),
            "PAPACK_REPORTS=" + folder,
            "PAPACK_CHROMIUM=" + chromium.orElseThrow(),
            "PAPACK_CAMPAIGN=" + Campaign.current().name().toLowerCase(Locale.ROOT));
    assertThat(output).isEmpty();
    Campaign.report(
        "report-page",
        String.format(
            Locale.ROOT,
            "%,d assets of 40 tiles: %,d bytes; %s",
            assets,
            Files.size(folder.resolve("large.html")),
            Files.readString(folder.resolve("figures.txt"))));
  }

  private void write(String name, PackReport report) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".html"))) {
      report.writeHtml(out);
    }
  }

  /** Runs a program; what it printed, if it failed. */
  private static String run(List<String> command, String... variables)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(TESTS.toFile()).redirectErrorStream(true);
    for (String variable : variables) {
      int end = variable.indexOf('=');
      builder.environment().put(variable.substring(0, end), variable.substring(end + 1));
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : "failed: " + output;
  }
}
