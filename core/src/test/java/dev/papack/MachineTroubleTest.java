package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.convert.Capacity;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Errno;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.media.wav.WavFile;
import dev.papack.progress.CancelledException;
import dev.papack.result.Drift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment's codes, each from a build on a disk that fails. */
class MachineTroubleTest {
  @TempDir private Path workspace = Path.of("");

  @BeforeEach
  void workspaceWithOneSound() throws IOException {
    Path assets = Files.createDirectory(workspace.resolve("assets"));
    Files.writeString(
        assets.resolve("index.json"),
        """
        { "artifact": "index", "schema_version": 3,
          "assets": [ {"asset_id": 1001, "root": "jump"} ], "retired": [] }
        """);
    Files.writeString(
        assets.resolve("jump.asset.json"),
        """
        { "artifact": "asset", "schema_version": 3, "asset_id": 1001,
          "name": "jump", "sources": ["jump.wav"], "bank": "SOUNDS" }
        """);
    Files.write(assets.resolve("jump.wav"), WavFile.pcm16(1, 44_100, new int[16]));
  }

  @Test
  void fullDiskIsNamedAndWhatWasPublishedStays() throws Exception {
    Files.writeString(workspace.resolve("assets.pa"), "what was published before");
    Diagnostic fault = faultOfBuild(Errno.ENOSPC, "append .papack/staging/0");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.DISK_FULL);
    assertThat(fault.message()).isEqualTo("\".papack/staging/0\": No space left on device");
    assertThat(workspace.resolve("assets.pa")).hasContent("what was published before");
  }

  @Test
  void refusedPermissionIsNamed() throws Exception {
    Diagnostic fault = faultOfBuild(Errno.EACCES, "create .papack");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PERMISSION);
    assertThat(fault.message()).isEqualTo("\".papack\": Permission denied");
  }

  @Test
  void fileThatGrowsWhileItIsReadIsRefused() throws Exception {
    Path source = workspace.resolve("assets/jump.wav");
    Diagnostic fault =
        faultOfBuild((number, operation) -> {
          if (operation.equals("size assets/jump.wav")
              || operation.equals("read assets/jump.wav")) {
            Files.write(source, new byte[1], StandardOpenOption.APPEND);
          }
        });
    assertThat(fault.code()).isEqualTo(DiagnosticCode.FILE_CHANGED);
    assertThat(fault.message())
        .isEqualTo("\"assets/jump.wav\": the file changed while it was read");
  }

  @Test
  void exhaustedDescriptorsAreNamed() throws Exception {
    Diagnostic fault = faultOfBuild(Errno.EMFILE, "open assets/jump.wav");
    assertThat(fault.code()).isEqualTo(DiagnosticCode.TOO_MANY_OPEN_FILES);
    assertThat(fault.message()).isEqualTo("\"assets/jump.wav\": Too many open files");
    assertThat(FirstFix.title(fault))
        .hasValueSatisfying(help -> assertThat(help).contains("ulimit -n"));
  }

  private Diagnostic faultOfBuild(Errno errno, String at) throws CancelledException {
    return faultOfBuild((number, operation) -> {
      if (operation.equals(at)) {
        throw errno.at(operation.substring(operation.indexOf(' ') + 1));
      }
    });
  }

  private Diagnostic faultOfBuild(TestDisk.Script script) throws CancelledException {
    Packer packer =
        new Packer(
            TestDisk.with(new SystemDisk(), script),
            new SplittableRandom(1),
            Capacity.ofProcess().withThreads(1));
    try {
      return switch (packer.open(workspace)) {
        case Outcome.Accepted<Session>(Session session, List<Diagnostic> notes) ->
            session.build(Drift.TOLERATED).diagnostics().getFirst();
        case Outcome.Refused<Session>(List<Diagnostic> faults) -> faults.getFirst();
      };
    } catch (IOException e) {
      return Packer.diagnose(e);
    }
  }
}
