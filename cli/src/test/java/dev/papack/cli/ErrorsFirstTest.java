package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand notes hide no error. */
class ErrorsFirstTest {
  private static final int NOTES = Reporter.MAX_DIAGNOSTICS + 5;

  @TempDir Path folder;

  @Test
  void theOneErrorIsPrintedBeforeMoreNotesThanAreShown() throws IOException {
    Run.papack(folder, "init");
    for (int i = 0; i < NOTES; i++) {
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

  @Test
  void warningsOfOneCauseAreOneFindingBesideTheErrorsOfABuildThatFails() throws IOException {
    Run.papack(folder, "init");
    for (int i = 0; i < 7; i++) {
      Path picture = folder.resolve("assets/p" + i + ".png");
      TinyFiles.png(picture, 8, 8, (x, y) -> 0xFF000000);
      Files.write(picture, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    }
    assertThat(Run.papack(folder, "add", "assets").status()).isZero();
    for (int i = 5; i < 7; i++) {
      Files.write(folder.resolve("assets/p" + i + ".png"), new byte[] {1, 2, 3});
    }
    for (String command : new String[] {"build", "check"}) {
      Run run = Run.papack(folder, command);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err().lines().filter(line -> line.startsWith("error["))).hasSize(2);
      assertThat(run.err().lines().filter(line -> line.startsWith("warning["))).hasSize(1);
      assertThat(run.err()).contains("and 4 more like it").contains("2 errors, 5 warnings");
      assertThat(Run.papack(folder, command, "--verbose").err().lines())
          .filteredOn(line -> line.startsWith("warning["))
          .hasSize(5);
    }
  }

  @Test
  void manyFilesOfOneCauseAreOneFindingAndAllWithVerbose() throws IOException {
    Run.papack(folder, "init");
    for (int i = 0; i < 139; i++) {
      Files.writeString(folder.resolve("assets/s" + i + ".ogg"), "OggS and more");
      Files.writeString(folder.resolve("assets/s" + i + ".import"), "[remap]");
    }
    Run run = Run.papack(folder, "add", "assets");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines().filter(line -> line.startsWith("error["))).hasSize(1);
    assertThat(run.err().lines().filter(line -> line.startsWith("note["))).hasSize(1);
    assertThat(run.err())
        .contains(
            "an Ogg file",
            "and 138 more like it: assets/s1.ogg, assets/s10.ogg, assets/s100.ogg, ...",
            "139 errors, 139 notes")
        .doesNotContain("more diagnostic");

    Run verbose = Run.papack(folder, "add", "assets", "--verbose");
    assertThat(verbose.err().lines().filter(line -> line.startsWith("error["))).hasSize(139);
  }

  @Test
  void manyAssetsAreALineForEachFolderAndAllWithVerbose() {
    Run.papack(folder, "init");
    for (int i = 0; i < 12; i++) {
      TinyFiles.wav(folder.resolve("assets/low/a" + i + ".wav"), 22_050, 1);
      TinyFiles.wav(folder.resolve("assets/b" + i + ".wav"), 22_050, 1);
    }
    assertThat(Run.papack(folder, "add", "assets", "--dry-run", "--verbose").out())
        .contains("would declare low/a3", "would declare b7");
    assertThat(Run.papack(folder, "add", "assets").out())
        .isEqualTo(
            "declared 12 assets in assets/\ndeclared 12 assets in assets/low/\n24 assets added\n");
  }
}
