package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Destination.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Banks and tiles in a terminal: where it can show them, and nowhere else. */
class TerminalPicturesTest {
  private static final Map<String, String> TRUE_COLOR = Map.of("COLORTERM", "truecolor");
  private static final String UPPER_HALF = "\u2580";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void makeGame() {
    assertThat(Run.papack(folder, "init", ".").status()).isZero();
    TinyFiles.png(
        folder.resolve("assets/sword.png"), 8, 8, (x, y) -> y < 4 ? 0xFFFF0000 : 0xFF0000FF);
    assertThat(Run.papack(folder, "add", "assets").status()).isZero();
    assertThat(Run.papack(folder, "build").status()).isZero();
  }

  private Run inspect(Kind kind, Map<String, String> environment) {
    return Run.papack(folder, kind, environment, () -> false, "inspect", "--pictures");
  }

  @Test
  void twoRowsOfPixelsAreOneOfCells() {
    String red = "\u001b[0;38;2;255;0;0;48;2;255;0;0m" + UPPER_HALF.repeat(8) + "\u001b[0m\n";
    String blue = "\u001b[0;38;2;0;0;255;48;2;0;0;255m" + UPPER_HALF.repeat(8) + "\u001b[0m\n";
    assertThat(inspect(Kind.TERMINAL, TRUE_COLOR).out()).contains(red + red + blue + blue + "\n");
  }

  @Test
  void nothingIsDrawnWhereColoursCannotBeShown() {
    for (Run run :
        new Run[] {
          inspect(Kind.TERMINAL, Map.of()),
          inspect(Kind.FILE, TRUE_COLOR),
          inspect(Kind.TERMINAL, Map.of("COLORTERM", "truecolor", "NO_COLOR", "1")),
          inspect(Kind.FILE, Map.of("FORCE_COLOR", "0")),
        }) {
      assertThat(run.status()).isZero();
      assertThat(run.out()).doesNotContain(UPPER_HALF).contains("no pictures: ");
    }
  }

  @Test
  void picturesCanBeForced() {
    assertThat(inspect(Kind.FILE, Map.of("FORCE_COLOR", "3")).out()).contains(UPPER_HALF);
  }

  @Test
  void aWideBankIsMadeSmaller() {
    TinyFiles.png(folder.resolve("assets/wide.png"), 200, 8, (x, y) -> 0xFF00FF00);
    assertThat(Run.papack(folder, "add", "assets/wide.png").status()).isZero();
    assertThat(Run.papack(folder, "build").status()).isZero();
    assertThat(inspect(Kind.TERMINAL, TRUE_COLOR).out())
        .contains(", 1/3 of its size\n")
        .contains("m" + UPPER_HALF.repeat(67) + "\u001b[0m\n");
  }

  @Test
  void diagnosticAboutATileShowsIt() {
    TinyFiles.png(
        folder.resolve("assets/sword.png"), 8, 8, (x, y) -> 0xFF000000 + (x * 8 + y) * 0x0808);
    Run run = Run.papack(folder, Kind.TERMINAL, TRUE_COLOR, () -> false, "check");
    assertThat(run.err())
        .contains("PA6055")
        .contains("    \u001b[0;38;2;0;0;0;48;2;0;8;8m" + UPPER_HALF);
    assertThat(Run.papack(folder, "check").err()).doesNotContain(UPPER_HALF);
  }
}
