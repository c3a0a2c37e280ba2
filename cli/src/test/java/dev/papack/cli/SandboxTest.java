package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.kernel.Act;
import dev.papack.cli.kernel.Confinement;
import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line makes of a kernel that confines it, or does not. */
class SandboxTest {
  private static final Sandbox NO_KERNEL =
      () -> new Confinement.Unavailable("it has no filter for Plan 9 on mips");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void makeWorkspace() {
    assertThat(Run.papack(folder, "init").status()).isZero();
  }

  private Run papack(Sandbox sandbox, String... arguments) {
    return Run.papack(folder, Kind.FILE, Map.of(), () -> false, sandbox, arguments);
  }

  @Test
  void kernelThatCannotConfineIsRemarked() {
    Run run = papack(NO_KERNEL, "check");
    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains(
            "note[PA9006]: the kernel does not confine papack: it has no filter for Plan 9 on mips");
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
  void doctorSaysWhatTheKernelRefused() {
    Sandbox refusing =
        new Sandbox() {
          @Override
          public Confinement confine() {
            return new Confinement.InForce();
          }

          @Override
          public List<Act> refused() {
            return List.of(Act.values());
          }
        };
    assertThat(papack(refusing, "doctor").out())
        .contains(
            "tried, and refused by the kernel: start a program, load a library, open a connection");
    assertThat(papack(refusing, "doctor", "--format", "json").result().get("kernel_refuses"))
        .isEqualTo(List.of("start_a_program", "load_a_library", "open_a_connection"));
    assertThat(papack(NO_KERNEL, "doctor").out()).doesNotContain("kernel");
  }
}
