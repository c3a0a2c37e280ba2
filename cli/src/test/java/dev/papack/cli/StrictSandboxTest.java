package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code --sandbox=strict} with the real program and the real kernel. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has Landlock")
class StrictSandboxTest {
  @TempDir private Path folder = Path.of("");

  private Path workspace = Path.of("");
  private List<String> program = List.of();

  @BeforeEach
  void install() throws Exception {
    program =
        RealPapack.install(Files.createDirectory(folder.resolve("home"))).withoutScript(List.of());
    workspace = folder.resolve("game");
    Ended made = run(folder, "init", "game", "--sandbox=strict");
    Assumptions.assumeFalse(
        made.err().contains("PA9006"), () -> "this kernel has no Landlock: " + made.err());
    assertThat(made.status()).as(made.err()).isZero();
    TinyFiles.png(workspace.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    TinyFiles.wav(workspace.resolve("assets/hit.wav"), 22_050, 100);
  }

  private Ended run(Path at, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(Arrays.asList(arguments));
    return RealPapack.process(at, Map.of("LC_ALL", "C.UTF-8"), command);
  }

  private void done(String... arguments) throws Exception {
    List<String> strict = new ArrayList<>(Arrays.asList(arguments));
    strict.add("--sandbox=strict");
    Ended ended = run(workspace, strict.toArray(String[]::new));
    assertThat(ended.status()).as("%s: %s", strict, ended).isZero();
    assertThat(ended.err()).as("%s", strict).doesNotContain("error").doesNotContain("PA9006");
  }

  @Test
  void everyCommandDoesItsWorkInTheSandbox() throws Exception {
    done("add", "assets", "--quiet");
    done("build", "--quiet");
    done("verify");
    done("build", "--quiet");
    done("remove", "hit");
    done("migrate");
    done("doctor", "--fix");
    done("registry", "rebuild");
    done("recover");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    done("extract", "assets.pa", "sword", "-o", elsewhere.resolve("sword.png").toString());
    assertThat(elsewhere.resolve("sword.png")).isNotEmptyFile();
    assertThat(workspace.resolve("assets/hit.wav")).exists();
    assertThat(workspace.resolve("assets/hit.asset.json")).doesNotExist();
  }

  @Test
  void doctorProvesItByTrying() throws Exception {
    String strict = "writing outside the workspace and opening sources for writing are blocked";
    assertThat(run(workspace, "doctor", "--verbose", "--sandbox=strict").out()).contains(strict);
    assertThat(run(workspace, "doctor", "--verbose", "--fix", "--sandbox=strict").out())
        .contains(strict);
    Ended free = run(workspace, "doctor", "--verbose");
    assertThat(free.out())
        .contains(
            "sandbox: starting programs, loading libraries and opening connections are blocked");
  }

  @Test
  void outputAmongTheSourcesIsRefused() throws Exception {
    done("add", "assets", "--quiet");
    done("build", "--quiet");
    for (String output : List.of("sword.png", "assets/copy.png", folder + "/sword.png")) {
      Ended ended =
          run(workspace, "extract", "assets.pa", "sword", "-o", output, "--sandbox=strict");
      assertThat(ended.status()).as("%s", ended).isEqualTo(2);
      assertThat(ended.err()).contains("contains some: choose a file in another folder");
    }
    Path out = Files.createDirectory(workspace.resolve("out"));
    done("extract", "assets.pa", "sword", "-o", out.resolve("sword.png").toString());
  }
}
