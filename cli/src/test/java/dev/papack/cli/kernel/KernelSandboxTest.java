package dev.papack.cli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The filter in a process of its own: what it refuses there is possible without it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has the filter")
class KernelSandboxTest {
  private static List<String> trials(String mode) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("java.home"));
    return JavaProcess.run(
            List.of("--enable-native-access=ALL-UNNAMED"),
            ConfinedProgram.class,
            home.resolve("lib/libprefs.so").toString(),
            mode)
        .expectDone()
        .lines()
        .toList();
  }

  @Test
  void everythingIsPossibleWithoutTheFilter() throws Exception {
    assertThat(trials("free"))
        .hasSize(7)
        .contains("refused []")
        .filteredOn(trial -> !trial.startsWith("refused"))
        .allSatisfy(trial -> assertThat(trial).endsWith(": possible"));
  }

  @Test
  void filterRefusesProgramsLibrariesAndConnectionsOnEveryThread() throws Exception {
    assertThat(trials("confined"))
        .containsExactly(
            "confinement InForce[]",
            "refused [STARTING_PROGRAMS, LOADING_LIBRARIES, OPENING_CONNECTIONS]",
            "program: refused",
            "program on another thread: refused",
            "connection: refused",
            "library: refused",
            "file: possible",
            "compiled code: possible");
  }
}
