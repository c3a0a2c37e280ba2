package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples and tables of the specifications are what the command line takes and answers. */
final class SpecificationExamplesTest {
  private static final Path SPECS = Path.of(System.getProperty("papack.home"), "docs", "specs");
  private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]+) \\|");

  @TempDir private Path folder;

  private static String read(String page) throws IOException {
    return Files.readString(SPECS.resolve(page));
  }

  @Test
  void theDocumentsOfTheSpecificationAreAccepted() throws IOException {
    List<String> examples =
        JSON.matcher(read("documents.md")).results().map(result -> result.group(1)).toList();
    assertThat(examples).hasSize(4);
    Files.createDirectories(folder.resolve("assets"));
    Files.writeString(folder.resolve("assets/hero.asset.json"), examples.getFirst());
    Files.writeString(folder.resolve("assets/index.json"), examples.get(1));
    Files.writeString(folder.resolve("assets/ignore.json"), examples.get(2));
    Files.writeString(folder.resolve("assets/budgets.json"), examples.getLast());

    Run run = Run.papack(folder, "migrate", "--dry-run");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("nothing to migrate: 4 documents have the current version\n");
  }

  @Test
  void aDocumentOfTheSpecificationWithADefectIsNot() throws IOException {
    String index = JSON.matcher(read("documents.md")).results().toList().get(1).group(1);
    Files.createDirectories(folder.resolve("assets"));
    Files.writeString(
        folder.resolve("assets/index.json"), index.replace("\"retired\"", "\"retierd\""));

    assertThat(Run.papack(folder, "migrate", "--dry-run").status()).isOne();
  }

  @Test
  void theExitStatusesOfTheSpecificationAreAll() throws IOException {
    String page = read("diagnostics.md");
    String table = page.substring(page.indexOf("## 4. Exit status"), page.indexOf("**G10**"));
    assertThat(ROW.matcher(table).results().map(row -> Integer.parseInt(row.group(1))))
        .containsExactlyElementsOf(
            Arrays.stream(ExitStatus.values()).map(ExitStatus::code).sorted().toList());
  }
}
