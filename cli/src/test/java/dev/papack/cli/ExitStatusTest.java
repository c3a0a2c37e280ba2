package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.kernel.Sandbox;
import dev.papack.cli.output.Destination;
import dev.papack.cli.output.Destination.Kind;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitStatusTest {
  @TempDir Path folder;

  private static Diagnostic error(DiagnosticCode code) {
    return Diagnostic.error(code, Location.of(Artifact.WORKSPACE, ""), "wrong");
  }

  @Test
  void firstDigitOfTheCodeDecides() {
    for (DiagnosticCode code : DiagnosticCode.values()) {
      int expected =
          switch (code.id().charAt(2)) {
            case '4', '5' -> 3;
            case '9' -> 4;
            default -> 1;
          };
      assertThat(ExitStatus.of(List.of(error(code))).code())
          .as(code.toString())
          .isEqualTo(expected);
    }
  }

  @Test
  void ofSeveralFourComesBeforeThreeBeforeOne() {
    Diagnostic author = error(DiagnosticCode.TILE_COLORS);
    Diagnostic version = error(DiagnosticCode.VERSION_TOO_NEW);
    Diagnostic disk = error(DiagnosticCode.DISK_FULL);
    assertThat(ExitStatus.of(List.of(version, author)).code()).isEqualTo(3);
    assertThat(ExitStatus.of(List.of(author, disk, version)).code()).isEqualTo(4);
  }

  @Test
  void warningsLeaveItZero() {
    Diagnostic warning =
        Diagnostic.warning(
            DiagnosticCode.VERSION_TOO_NEW, Location.of(Artifact.WORKSPACE, ""), "odd");
    assertThat(ExitStatus.of(List.of(warning)).code()).isZero();
    assertThat(ExitStatus.of(List.of()).code()).isZero();
  }

  @Test
  void aVersionFromTheFutureIsThree() throws IOException {
    Run.papack(folder, "init");
    Path index = folder.resolve("assets/index.json");
    String json = Files.readString(index).replace("\"schema_version\": 3", "\"schema_version\": 9");
    Files.writeString(index, json);
    for (String command : List.of("list", "check", "plan", "build")) {
      Run run = Run.papack(folder, command);
      assertThat(run.status()).as(command).isEqualTo(3);
      assertThat(run.err())
          .contains("error[PA4002]")
          .contains("--> assets/index.json:3:21")
          .contains("3 |   \"schema_version\": 9,")
          .contains("  |                     ^\n");
    }
  }

  @Test
  void theMachinesTroubleIsFour() throws IOException {
    buildSound("hit");
    Run run = Run.papack(folder, "extract", ".", "hit", "-o", "nosuch/hit.wav");
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).contains("error[PA9001]");
  }

  /** How a command ends whose output cannot be written, for the system's reason. */
  private Run limitsInto(String reason) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(reason);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            new Destination(failing, Kind.FILE),
            new Destination(err, Kind.FILE),
            Map.of(),
            folder,
            () -> false,
            Sandbox.NONE,
            () -> Run.RELEASE,
            () -> 0,
            () -> LocalTime.MIDNIGHT);
    int status = new Papack(surroundings).run("limits");
    return new Run(status, "", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void lostOutputIsFour() {
    Run run = limitsInto("No space left on device");
    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).isEqualTo("papack: writing to standard output failed\n");
  }

  @Test
  void aReaderThatHasReadEnoughIsNoFailure() {
    Run run = limitsInto("Broken pipe");
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aDefectIsSeventyWithItsTrace() {
    Run run =
        Run.papack(
            folder,
            Kind.FILE,
            Map.of(),
            () -> {
              throw new IllegalStateException("planted");
            },
            "limits",
            "--format",
            "json");
    assertThat(run.status()).isEqualTo(70);
    assertThat(run.err())
        .contains("this is a bug in papack")
        .contains("IllegalStateException: planted")
        .contains("    at dev.papack");
    assertThat(run.result()).containsEntry("exit_status", 70L);
  }

  private void buildSound(String name) throws IOException {
    Run.papack(folder, "init");
    TinyFiles.wav(folder.resolve("assets/" + name + ".wav"), 22_050, 10);
    Run.papack(folder, "add", "assets");
    Run.papack(folder, "build");
  }

  @Test
  void everyCommandOfAWorkspaceCanBeInterrupted() throws IOException {
    buildSound("a");
    TinyFiles.wav(folder.resolve("assets/new.wav"), 22_050, 10);
    String declaration = Files.readString(folder.resolve("assets/a.asset.json"));
    String registry = Files.readString(folder.resolve("assets/index.json"));
    for (String line :
        List.of(
            "add assets",
            "build",
            "cache verify",
            "check",
            "constants --language json",
            "doctor",
            "doctor --fix",
            "ignore assets/new.wav",
            "inspect",
            "list",
            "migrate",
            "move assets/a.wav assets/b.wav",
            "plan",
            "registry check --against assets/index.json",
            "registry rebuild",
            "remove a",
            "rename a b",
            "set channels=1 assets",
            "verify")) {
      Run run = Run.papack(folder, Kind.FILE, Map.of(), () -> true, line.split(" ", -1));
      assertThat(run.status()).as(line).isEqualTo(130);
    }
    assertThat(folder.resolve("assets/a.asset.json")).hasContent(declaration);
    assertThat(folder.resolve("assets/index.json")).hasContent(registry);
    assertThat(folder.resolve("assets/a.wav")).exists();
  }

  @Test
  void calledOffIsOneHundredAndThirtyAndKeepsThePack() throws IOException {
    buildSound("hit");
    byte[] before = Files.readAllBytes(folder.resolve("assets.pa"));
    TinyFiles.wav(folder.resolve("assets/hit.wav"), 22_050, 11);
    Run run = Run.papack(folder, Kind.FILE, Map.of(), () -> true, "build", "--format", "json");
    assertThat(run.status()).isEqualTo(130);
    assertThat(run.err()).contains("interrupted; nothing was changed");
    assertThat(run.result()).containsEntry("exit_status", 130L);
    assertThat(folder.resolve("assets.pa")).hasBinaryContent(before);
  }
}
