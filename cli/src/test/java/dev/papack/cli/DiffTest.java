package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Destination.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code papack diff}, as far as golden cases do not hold it. */
class DiffTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("papack.home", "")).resolve("cli/src/test/golden");

  @TempDir Path folder;

  private static Run diff(String golden, String... further) {
    String[] arguments = new String[3 + further.length];
    arguments[0] = "diff";
    arguments[1] = "old.pa";
    arguments[2] = "new.pa";
    System.arraycopy(further, 0, arguments, 3, further.length);
    return Run.papack(GOLDEN.resolve(golden).resolve("workspace"), arguments);
  }

  @ParameterizedTest
  @CsvSource({
    "diff-equal, equal, 0, 0",
    "diff-rename-only, compatible, 1, 0",
    "diff-changed-tiles, breaking, 1, 1",
  })
  void statusIsWhatWasAskedForAndTheVerdictIsAlwaysSaid(
      String golden, String verdict, int onCompatible, int onBreaking) {
    assertThat(diff(golden).status()).isZero();
    Run compatible = diff(golden, "--fail-on", "compatible");
    assertThat(compatible.status()).isEqualTo(onCompatible);
    assertThat(compatible.out()).startsWith(verdict + ": ");
    Run breaking = diff(golden, "--fail-on", "breaking", "--format", "markdown");
    assertThat(breaking.status()).isEqualTo(onBreaking);
    assertThat(breaking.out()).startsWith("**" + verdict + "**: ");
    assertThat(breaking.err()).isEmpty();
  }

  @Test
  void markdownIsAComment() {
    assertThat(diff("diff-slots", "--format", "markdown").out())
        .isEqualTo(
            """
            **breaking**: something that a shipped game refers to is gone or means something else

            - `items/coin` (id 77120394) is no longer loaded into TILES slot 4
            - `font/font` (id 606974915) takes TILES slot 0 from `sprites/hero` (id 1839203411)
            - `sprites/hero` (id 1839203411) is loaded into TILES slot 3, not into TILES slot 0

            | change | id | asset | what |
            |---|---:|---|---|
            | added | 606974915 | `font/font` | TILES: 1 tile of 8x8 in 1 column, 1 palette, 65 B |
            | slot | 77120394 | `items/coin` | TILES slot 4 lost |
            | slot | 606974915 | `font/font` | TILES slot 0 gained |
            | slot | 1839203411 | `sprites/hero` | TILES slot 0 -> TILES slot 3 |

            | size | old | new | difference |
            |---|---:|---:|---:|
            | TILES | 261 B | 326 B | +65 B |
            | SOUNDS | 80 B | 80 B | 0 B |
            | file | 1.6 KiB | 1.9 KiB | +384 B |

            Pack `5bb91ceb8255` compared with `892c3fdae41f`
            """);
  }

  @Test
  void markdownOfEqualPacksIsShort() {
    assertThat(diff("diff-equal", "--format", "markdown").out())
        .isEqualTo(
            """
            **equal**: both are the same pack

            Pack `785efd38ed39` compared with `785efd38ed39`
            """);
  }

  @Test
  void markdownOfAPackAtFaultIsEmpty() {
    Run run = diff("PA8012-diff-with-a-damaged-pack", "--format", "markdown");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("PA8012").contains("new.pa, byte ");
  }

  @Test
  void markdownHasNoColorsOnATerminal() {
    Run run =
        Run.papack(
            GOLDEN.resolve("diff-slots/workspace"),
            Kind.TERMINAL,
            Map.of(),
            () -> false,
            "diff",
            "old.pa",
            "new.pa",
            "--format",
            "markdown");
    assertThat(run.out()).startsWith("**breaking**").doesNotContain("\u001b");
  }

  @Test
  void bothMissingFilesAreNamed() {
    Run run = Run.papack(folder, "diff", "a.pa", "b.pa");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("PA8024").contains("a.pa\"").contains("b.pa\"");
  }

  @Test
  void foldersWithoutWorkspaceAreNamed() throws IOException {
    Files.createDirectories(folder.resolve("one"));
    Files.createDirectories(folder.resolve("two"));
    Run run = Run.papack(folder, "diff", "one", "two");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("PA3021").contains("one").contains("two");
  }

  @Test
  void workspaceIsFoundFromAFolderBelowIt() throws IOException {
    Run.papack(folder, "init", "game");
    Files.createDirectories(folder.resolve("game/assets/art"));
    assertThat(Run.papack(folder, "build", "game").status()).isZero();
    Run run = Run.papack(folder, "diff", "game/assets/art", "game/assets.pa");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("equal: ");
  }

  @Test
  void workspaceWithoutPackIsNamed() {
    Run.papack(folder, "init", "game");
    Run run = Run.papack(folder, "diff", "game", "game");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("PA8024").contains("assets.pa");
  }
}
