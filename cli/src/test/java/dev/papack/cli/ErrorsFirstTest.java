package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand remarks hide no error. */
class ErrorsFirstTest {
  private static final int REMARKS = Reporter.MAX_DIAGNOSTICS + 5;

  @TempDir Path folder;

  @Test
  void theOneErrorIsPrintedBeforeMoreNotesThanAreShown() throws IOException {
    Run.papack(folder, "init");
    for (int i = 0; i < REMARKS; i++) {
      Files.writeString(folder.resolve("assets/a" + i + ".import"), "[remap]");
    }
    Files.write(folder.resolve("assets/z.png"), new byte[] {1, 2, 3});

    List<String> lines =
        Run.papack(folder, "add", "assets", "--format", "json").out().lines().toList();
    assertThat(lines).hasSize(Reporter.MAX_DIAGNOSTICS + 1);
    assertThat(lines.getFirst()).contains("\"severity\":\"error\"", "assets/z.png");
    assertThat(lines.get(1)).contains("\"severity\":\"note\"");
    assertThat(lines.getLast()).contains("\"errors\":1", "\"unprinted\":6");

    assertThat(Run.papack(folder, "add", "assets").err()).startsWith("error[PA6001]");
  }
}
