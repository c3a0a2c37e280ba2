package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.kernel.Act;
import dev.papack.cli.kernel.Confinement;
import dev.papack.cli.kernel.Extent;
import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.kernel.WritableFolder;
import dev.papack.cli.output.Destination.Kind;
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
              "sandbox: starting programs, loading libraries, opening connections, writing outside"
                  + " the workspace and opening sources for writing are blocked\n");
    }
    assertThat(papack(refusing, "--verbose", "doctor").out()).contains("sandbox: starting");
    assertThat(papack(refusing, "doctor").out()).doesNotContain("sandbox");
    assertThat(papack(refusing, "doctor", "--format", "json").result().get("blocked"))
        .isEqualTo(
            List.of(
                "starting_programs",
                "loading_libraries",
                "opening_connections",
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
    assertThat(papack(NO_FENCE, "build", "--require-sandbox").status()).isZero();
  }

  @Test
  void fenceIsAskedForOnceAndBeforeAnythingIsWritten() {
    Map<List<String>, List<Extent>> extents =
        Map.of(
            List.of("check"), List.of(),
            List.of("migrate", "--dry-run"), List.of(),
            List.of("doctor", "--fix", "--dry-run"), List.of(),
            List.of("explain", "PA9006"), List.of(),
            List.of("build"), List.of(Extent.ENTRIES, Extent.CONTENTS),
            List.of("migrate"), List.of(Extent.ENTRIES, Extent.CONTENTS),
            List.of("doctor", "--fix"), List.of(Extent.ENTRIES, Extent.CONTENTS),
            List.of("init", "other"), List.of(Extent.CONTENTS));
    extents.forEach((command, wanted) -> {
      List<List<Extent>> asked = new ArrayList<>();
      Sandbox watching =
          new Sandbox() {
            @Override
            public Confinement confine() {
              return new Confinement.InForce();
            }

            @Override
            public Confinement confineWrites(List<WritableFolder> folders) {
              asked.add(folders.stream().map(WritableFolder::extent).toList());
              assertThat(folder.resolve("assets.pa")).doesNotExist();
              assertThat(folder.resolve(".papack/lock")).doesNotExist();
              return new Confinement.Unavailable("it was asked");
            }
          };
      List<String> arguments = new ArrayList<>(command);
      arguments.add("--sandbox=strict");
      papack(watching, arguments.toArray(String[]::new));
      assertThat(asked).as("%s", command).containsExactly(wanted);
    });
  }

  @Test
  void otherSandboxesThanTheStrictOneAreUnknown() {
    Run run = papack(Sandbox.NONE, "check", "--sandbox=loose");
    assertThat(run.status()).isEqualTo(ExitStatus.USAGE.code());
    assertThat(run.err()).contains("--sandbox takes strict, not \"loose\"");
  }
}
