package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Destination.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColoringTest {
  @TempDir Path folder;

  private String errorOn(Kind kind, Map<String, String> environment) {
    Run run = Run.papack(folder, kind, environment, () -> false, "list");
    assertThat(run.err()).contains("PA3021");
    return run.err();
  }

  @Test
  void terminalGetsColours() {
    assertThat(errorOn(Kind.TERMINAL, Map.of())).contains("\u001b[1;31merror[PA3021]\u001b[0m");
    assertThat(errorOn(Kind.TERMINAL, Map.of("NO_COLOR", "", "TERM", "xterm"))).contains("\u001b[");
  }

  @Test
  void fileGetsNone() {
    assertThat(errorOn(Kind.FILE, Map.of("TERM", "xterm"))).doesNotContain("\u001b");
  }

  @Test
  void whoDeclinesColoursGetsNone() {
    assertThat(errorOn(Kind.TERMINAL, Map.of("NO_COLOR", "1"))).doesNotContain("\u001b");
    assertThat(errorOn(Kind.TERMINAL, Map.of("TERM", "dumb"))).doesNotContain("\u001b");
  }

  @Test
  void jsonHasNone() {
    Run run = Run.papack(folder, Kind.TERMINAL, Map.of(), () -> false, "list", "--format", "json");
    assertThat(run.out() + run.err()).doesNotContain("\u001b");
  }
}
