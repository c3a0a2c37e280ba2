package dev.papack.cli.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The filter in a process of its own: what it refuses there is possible without it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has the filter")
class KernelSandboxTest {
  @TempDir private Path folder = Path.of("");

  private List<String> trials(String mode) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("java.home"));
    return JavaProcess.run(
            List.of("--enable-native-access=ALL-UNNAMED"),
            ConfinedProgram.class,
            home.resolve("lib/libprefs.so").toString(),
            folder.toString(),
            mode)
        .expectDone()
        .lines()
        .toList();
  }

  @Test
  void everythingIsPossibleWithoutTheFilter() throws Exception {
    assertThat(trials("free"))
        .hasSize(POSSIBLE.size() + REFUSED.size() + 1)
        .contains("refused []")
        .filteredOn(trial -> !trial.startsWith("refused"))
        .allSatisfy(trial -> assertThat(trial).endsWith(": possible"));
  }

  private static final List<String> REFUSED =
      List.of(
          "program",
          "program on another thread",
          "connection",
          "connection on the machine",
          "sockets that reach others",
          "library",
          "signal",
          "signal to a thread",
          "signal to its thread",
          "queued signal",
          "handle of a process",
          "signal from a file",
          "limits",
          "memory of a process",
          "typing into the terminal",
          "permissions",
          "times",
          "owner",
          "attributes",
          "emptying by name",
          "emptying by reading");

  /** What Java itself needs. */
  private static final List<String> POSSIBLE =
      List.of("file", "compiled code", "watching a folder", "closing what another thread reads");

  @Test
  void filterRefusesWhatReachesOutAndLeavesWhatJavaNeeds() throws Exception {
    List<String> expected =
        new ArrayList<>(
            List.of(
                "confinement InForce[]",
                "refused [STARTING_PROGRAMS, LOADING_LIBRARIES, OPENING_CONNECTIONS,"
                    + " SENDING_SIGNALS, CHANGING_PERMISSIONS_OR_TIMES]"));
    REFUSED.forEach(trial -> expected.add(trial + ": refused"));
    POSSIBLE.forEach(trial -> expected.add(trial + ": possible"));
    assertThat(trials("confined")).containsExactlyInAnyOrderElementsOf(expected);
  }
}
