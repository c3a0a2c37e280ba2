package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.kernel.Act;
import dev.papack.cli.kernel.Confinement;
import dev.papack.cli.kernel.Extent;
import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.kernel.WritableFolder;
import dev.papack.cli.output.Destination.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line makes of a kernel that confines it, or does not. */
class SandboxTest {
  private static final Sandbox NO_KERNEL =
      () -> new Confinement.Unavailable("there is no filter for Plan 9 on mips");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void makeWorkspace() {
    assertThat(Run.papack(folder, "init").status()).isZero();
  }

  private Run papack(Sandbox sandbox, String... arguments) {
    return Run.papack(folder, Kind.FILE, Map.of(), () -> false, sandbox, arguments);
  }

  @Test
  void kernelThatCannotConfineIsReported() {
    Run run = papack(NO_KERNEL, "check");
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains(
            "note[PA9006]: papack runs without a sandbox: there is no filter for Plan 9 on mips");
    assertThat(papack(NO_KERNEL, "check", "--format", "json").objects())
        .anySatisfy(line -> assertThat(line).containsEntry("name", "SANDBOX_UNAVAILABLE"));
  }

  @Test
  void requiredConfinementThatIsMissingIsAnErrorAndNothingIsDone() {
    Run run = papack(NO_KERNEL, "build", "--require-sandbox");
    assertThat(run.status()).isEqualTo(ExitStatus.ENVIRONMENT.code());
    assertThat(run.err()).contains("error[PA9006]");
    assertThat(Files.exists(folder.resolve("assets.pa"))).isFalse();
    assertThat(Files.exists(folder.resolve(".papack"))).isFalse();
    assertThat(papack(NO_KERNEL, "--require-sandbox", "check").status())
        .isEqualTo(ExitStatus.ENVIRONMENT.code());
  }

  @Test
  void confinedCommandSaysNothingOfIt() {
    Run run = papack(Sandbox.NONE, "check", "--require-sandbox");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void processIsConfinedBeforeTheWorkspaceIsLookedFor() {
    AtomicBoolean isAsked = new AtomicBoolean();
    Run run =
        papack(
            () -> {
              isAsked.set(true);
              return new Confinement.Unavailable("it was asked");
            },
            "check",
            "no/such/folder",
            "--require-sandbox");
    assertThat(isAsked).isTrue();
    assertThat(run.err()).contains("it was asked").doesNotContain("PA3021");
  }

  @Test
  void verboseDoctorSaysWhatTheSandboxBlocks() {
    Sandbox refusing =
        new Sandbox() {
          @Override
          public Confinement confine() {
            return new Confinement.InForce();
          }

          @Override
          public List<Act> refused(Path source) {
            return List.of(Act.values());
          }
        };
    for (String verbose : List.of("-v", "--verbose")) {
      assertThat(papack(refusing, "doctor", verbose).out())
          .contains(
              "sandbox: starting programs, loading libraries, opening connections, sending signals,"
                  + " changing permissions or times, writing outside the workspace and opening"
                  + " sources for writing are blocked\n");
    }
    assertThat(papack(refusing, "--verbose", "doctor").out()).contains("sandbox: starting");
    assertThat(papack(refusing, "doctor").out()).doesNotContain("sandbox");
    assertThat(papack(refusing, "doctor", "--format", "json").result().get("blocked"))
        .isEqualTo(
            List.of(
                "starting_programs",
                "loading_libraries",
                "opening_connections",
                "sending_signals",
                "changing_permissions_or_times",
                "writing_outside_the_workspace",
                "opening_sources_for_writing"));
    assertThat(papack(NO_KERNEL, "doctor", "--verbose").out())
        .contains("sandbox: nothing is blocked\n");
  }

  /** A kernel with the filter and without Landlock. */
  private static final Sandbox NO_FENCE =
      new Sandbox() {
        @Override
        public Confinement confine() {
          return new Confinement.InForce();
        }

        @Override
        public Confinement confineWrites(List<WritableFolder> folders) {
          return new Confinement.Unavailable("this kernel has no Landlock");
        }
      };

  @Test
  void strictConfinementThatIsMissingIsAnErrorAndNothingIsDone() {
    for (Sandbox sandbox : List.of(NO_KERNEL, NO_FENCE)) {
      for (String command : List.of("build", "check", "doctor", "init")) {
        Run run = papack(sandbox, command, "--sandbox=strict");
        assertThat(run.status()).as(command).isEqualTo(ExitStatus.ENVIRONMENT.code());
        assertThat(run.err()).as(command).contains("error[PA9006]");
      }
    }
    assertThat(folder.resolve("assets.pa")).doesNotExist();
  }

  @Test
  void kernelWithoutFenceIsPutUpWithUnlessTheFenceIsDemanded() {
    for (List<String> options : List.of(List.<String>of(), List.of("--require-sandbox"))) {
      for (List<String> command :
          List.of(List.of("check"), List.of("build"), List.of("init", options + "game"))) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(options);
        Run run = papack(NO_FENCE, arguments.toArray(String[]::new));
        assertThat(run.status()).as("%s", arguments).isZero();
        assertThat(run.err()).as("%s", arguments).doesNotContain("PA9006");
      }
    }
  }

  /** One fence inside the other. */
  private static final List<List<Extent>> OF_WORKSPACE =
      List.of(List.of(Extent.CONTENTS), List.of(Extent.ENTRIES, Extent.CONTENTS));

  /** What may be changed, in each fence that is closed. */
  private static final Map<List<String>, List<List<Extent>>> EXTENTS =
      Map.of(
          List.of("check"), List.of(List.of()),
          List.of("migrate", "--dry-run"), List.of(List.of()),
          List.of("doctor", "--fix", "--dry-run"), List.of(List.of()),
          List.of("explain", "PA9006"), List.of(List.of()),
          List.of("build"), OF_WORKSPACE,
          List.of("migrate"), OF_WORKSPACE,
          List.of("doctor", "--fix"), OF_WORKSPACE,
          List.of("init", "other"), List.of(List.of(Extent.CONTENTS)),
          List.of("merge", "file", "base", "ours", "theirs", "assets/index.json"),
              List.of(List.of(Extent.CONTENTS)),
          List.of("extract", "assets.pa", "sword", "-o", "sword.png"),
              List.of(List.of(Extent.CONTENTS)));

  /** A kernel that notes which fences it was asked for, and that nothing was written before. */
  private final class Watching implements Sandbox {
    private final List<List<Extent>> asked = new ArrayList<>();

    @Override
    public Confinement confine() {
      return new Confinement.InForce();
    }

    @Override
    public Confinement confineWrites(List<WritableFolder> folders) {
      assertThat(folder.resolve("assets.pa")).doesNotExist();
      assertThat(folder.resolve(".papack/lock")).doesNotExist();
      if (asked.isEmpty()) {
        assertThat(folder.resolve(".papack")).as("made in the fence").doesNotExist();
      }
      asked.add(folders.stream().map(WritableFolder::extent).toList());
      return new Confinement.InForce();
    }
  }

  @Test
  void fenceIsClosedBeforeAnythingIsWrittenWhetherDemandedOrNot() {
    for (String demand : List.of("", "--require-sandbox", "--sandbox=strict")) {
      EXTENTS.forEach((command, wanted) -> {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(demand.isEmpty() ? List.of() : List.of(demand));
        Watching kernel = new Watching();
        Run run = papack(kernel, arguments.toArray(String[]::new));
        boolean isAmongSources =
            demand.equals("--sandbox=strict")
                && List.of("merge", "extract").contains(command.getFirst());
        assertThat(kernel.asked).as("%s", arguments).isEqualTo(isAmongSources ? List.of() : wanted);
        if (isAmongSources) {
          assertThat(run.status()).isEqualTo(ExitStatus.USAGE.code());
        }
        forget(".papack/lock", ".papack/owner", ".papack/build_cache", ".papack", "assets.pa");
      });
    }
  }

  /** What publishes elsewhere may change that folder, and nothing of the workspace. */
  @Test
  void fenceOfAnOutputElsewhereIsAroundThatFolderAlone() throws IOException {
    Path out = folder.resolve("game/../out").toAbsolutePath().normalize();
    assertThat(Run.papack(folder, "init", "game").status()).isZero();
    for (List<String> command :
        List.of(List.of("build"), List.of("recover"), List.of("cache", "clear"))) {
      List<List<WritableFolder>> asked = new ArrayList<>();
      Sandbox kernel =
          new Sandbox() {
            @Override
            public Confinement confine() {
              return new Confinement.InForce();
            }

            @Override
            public Confinement confineWrites(List<WritableFolder> folders) {
              asked.add(List.copyOf(folders));
              return new Confinement.InForce();
            }
          };
      List<String> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("game", "--output", "out"));
      assertThat(papack(kernel, arguments.toArray(String[]::new)).status()).isZero();
      Path real = out.toRealPath();
      assertThat(asked)
          .as("%s", command)
          .containsExactly(
              List.of(new WritableFolder(real, Extent.CONTENTS)),
              List.of(
                  new WritableFolder(real, Extent.ENTRIES),
                  new WritableFolder(real.resolve(".papack"), Extent.CONTENTS)));
    }
    assertThat(folder.resolve("game/.papack")).doesNotExist();
  }

  private void forget(String... names) {
    for (String name : names) {
      try {
        Files.deleteIfExists(folder.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void otherSandboxesThanTheStrictOneAreUnknown() {
    Run run = papack(Sandbox.NONE, "check", "--sandbox=loose");
    assertThat(run.status()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(run.err()).contains("--sandbox takes strict, not \"loose\"");
  }
}
