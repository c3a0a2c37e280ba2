package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fence, demanded with {@code --sandbox=strict} or not, with the real program and kernel. */
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

  @Test
  void changesAreToldInTheSandbox() throws Exception {
    done("--sandbox=strict", "add", "assets", "--quiet");
    Path out = folder.resolve("out.txt");
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("build", "--watch", "--sandbox=strict", "--format=json"));
    Process process =
        new ProcessBuilder(command)
            .directory(workspace.toFile())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    try {
      awaitResults(process, out, 1);
      TinyFiles.png(workspace.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF302010 + x / 4);
      awaitResults(process, out, 2);
      assertThat(Files.readAllLines(out).get(1)).contains("\"converted_count\":1");
      assertThat(out).content().doesNotContain("PA9021");
      assertThat(process.toHandle().destroy()).isTrue();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readAllLines(out).getLast()).contains("\"exit_status\":130");
    } finally {
      boolean _ = process.toHandle().destroyForcibly();
    }
  }

  private void awaitResults(Process process, Path out, int count) throws Exception {
    while (Files.readString(out).lines().count() < count) {
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("err.txt"))).isTrue();
      Thread.sleep(20);
    }
  }

  private void done(String demand, String... arguments) throws Exception {
    List<String> demanding = new ArrayList<>(Arrays.asList(arguments));
    demanding.add(demand);
    Ended ended = run(workspace, demanding.toArray(String[]::new));
    assertThat(ended.status()).as("%s: %s", demanding, ended).isZero();
    assertThat(ended.err()).as("%s", demanding).doesNotContain("error").doesNotContain("PA9006");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--sandbox=strict", "--require-sandbox"})
  void everyCommandDoesItsWorkInTheSandbox(String demand) throws Exception {
    done(demand, "add", "assets", "--quiet");
    done(demand, "build", "--quiet");
    done(demand, "verify");
    done(demand, "build", "--quiet");
    done(demand, "remove", "hit");
    done(demand, "migrate");
    done(demand, "doctor", "--fix");
    done(demand, "registry", "rebuild");
    done(demand, "recover");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    String sword = elsewhere.resolve("sword.png").toString();
    done(demand, "extract", "assets.pa", "sword", "-o", sword);
    done(demand, "extract", "assets.pa", "sword", "-o", sword, "--force");
    assertThat(elsewhere.resolve("sword.png")).isNotEmptyFile();
    Path registry = workspace.resolve("assets/index.json");
    for (String side : List.of("base", "ours", "theirs")) {
      Files.copy(registry, elsewhere.resolve(side));
    }
    Files.writeString(elsewhere.resolve("base"), "");
    done(
        demand,
        "-C",
        elsewhere.toString(),
        "merge",
        "file",
        "base",
        "ours",
        "theirs",
        "assets/index.json");
    assertThat(workspace.resolve("assets/hit.wav")).exists();
    assertThat(workspace.resolve("assets/hit.asset.json")).doesNotExist();
  }

  @Test
  void outputElsewhereIsPublishedInTheSandbox() throws Exception {
    done("--quiet", "add", "assets");
    String out = folder.resolve("deep/out").toString();
    done("--sandbox=strict", "build", "--output", out);
    done("--sandbox=strict", "build", "--output", out);
    done("--sandbox=strict", "verify", "--sources", "--output", out);
    done("--sandbox=strict", "recover", "--output", out);
    done("--sandbox=strict", "cache", "clear", "--output", out);
    assertThat(workspace.resolve("assets.pa")).doesNotExist();
    assertThat(workspace.resolve("build")).doesNotExist();
  }

  @Test
  void doctorProvesItByTryingWhetherDemandedOrNot() throws Exception {
    String all =
        "sandbox: starting programs, loading libraries, opening connections, sending signals,"
            + " changing permissions or times, writing outside the workspace and opening sources"
            + " for writing are blocked";
    for (String demand : List.of("--format=text", "--require-sandbox", "--sandbox=strict")) {
      for (String treatment : List.of("--verbose", "-v --fix")) {
        List<String> arguments = new ArrayList<>(List.of("doctor", demand));
        arguments.addAll(List.of(treatment.split(" ", -1)));
        assertThat(run(workspace, arguments.toArray(String[]::new)).out())
            .as("%s", arguments)
            .contains(all);
      }
    }
  }

  /** Strictly, that is refused: see below. */
  @Test
  void outputAmongTheSourcesIsWritten() throws Exception {
    done("--quiet", "add", "assets");
    done("--quiet", "build");
    done("--quiet", "extract", "assets.pa", "sword", "-o", "copy.png");
    assertThat(workspace.resolve("copy.png")).isNotEmptyFile();
  }

  @Test
  void outputAmongTheSourcesIsRefused() throws Exception {
    done("--quiet", "add", "assets");
    done("--quiet", "build");
    for (String output : List.of("sword.png", "assets/copy.png", folder + "/sword.png")) {
      Ended ended =
          run(workspace, "extract", "assets.pa", "sword", "-o", output, "--sandbox=strict");
      assertThat(ended.status()).as("%s", ended).isEqualTo(2);
      assertThat(ended.err()).contains("contains some: choose a file in another folder");
    }
    Path out = Files.createDirectory(workspace.resolve("out"));
    done(
        "--sandbox=strict",
        "extract",
        "assets.pa",
        "sword",
        "-o",
        out.resolve("sword.png").toString());
  }
}
