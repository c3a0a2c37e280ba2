package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.result.FormatVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in the documentation is that of the code; what changed is said there alone. */
final class VersionsTableTest {
  @Test
  void theDocumentedVersionsAreThoseOfTheCode() throws IOException {
    Path page = Path.of(System.getProperty("papack.home"), "docs", "specs", "versions.md");
    List<String> rows =
        Files.readAllLines(page).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.lastIndexOf("|", line.length() - 2) + 1))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(Packer.versions().stream().map(VersionsTableTest::row).toList());
  }

  private static String row(FormatVersions versions) {
    return "| `"
        + versions.format()
        + "` | `"
        + versions.member()
        + "` | "
        + versions.oldest()
        + " | "
        + versions.current()
        + " |";
  }
}
