package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process of its own, ended by a signal in the middle of a build. Not on Windows: there a process
 * can only be killed by another, which asks nobody to stop; what such an end leaves is what a crash
 * leaves, and the crash tests judge that on every platform.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that asks to stop")
class InterruptionTest {
  private static final int SIGTERM = 15;
  private static final int SOUNDS = 60;

  @TempDir Path folder;

  @Test
  void aSignalLeavesWhatWasPublishedAndNothingElse() throws Exception {
    Run.papack(folder, "init");
    TinyFiles.wav(folder.resolve("assets/a.wav"), 22_050, 10);
    Run.papack(folder, "add", "assets");
    Run.papack(folder, "build");
    byte[] before = Files.readAllBytes(folder.resolve("assets.pa"));
    makeSlow();

    // SIGTERM goes the way of Ctrl-C, and unlike it is never ignored in background processes.
    Process process =
        new ProcessBuilder(command("build", folder.toString(), "--threads", "1"))
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    awaitStaging(process);
    assertThat(process.toHandle().destroy()).isTrue();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(process.exitValue()).isEqualTo(128 + SIGTERM);
    assertThat(folder.resolve("err.txt"))
        .content()
        .contains("papack build: interrupted; nothing was changed");
    assertThat(folder.resolve("out.txt")).isEmptyFile();
    assertThat(folder.resolve("assets.pa")).hasBinaryContent(before);
    assertThat(Run.papack(folder, "verify").status()).isZero();
    assertThat(Run.papack(folder, "recover").out()).contains("nothing to recover");
  }

  /** Resampling takes long enough to be interrupted. */
  private void makeSlow() throws IOException {
    for (int i = 0; i < SOUNDS; i++) {
      TinyFiles.wav(folder.resolve("assets/slow" + i + ".wav"), 44_100, 100_000);
    }
    assertThat(Run.papack(folder, "add", "assets").status()).isZero();
    for (int i = 0; i < SOUNDS; i++) {
      Path declaration = folder.resolve("assets/slow" + i + ".asset.json");
      String json = Files.readString(declaration);
      assertThat(json).contains("\"SOUNDS\"");
      Files.writeString(
          declaration,
          json.replace("\"SOUNDS\"", "\"SOUNDS\", \"sounds\": {\"sample_rate\": 48000}"));
    }
  }

  private void awaitStaging(Process process) throws Exception {
    Path staging = folder.resolve(".papack/staging");
    while (process.isAlive() && !isFilled(staging)) {
      Thread.sleep(5);
    }
  }

  private static boolean isFilled(Path staging) throws IOException {
    if (!Files.isDirectory(staging)) {
      return false;
    }
    try (Stream<Path> files = Files.list(staging)) {
      return files.findAny().isPresent();
    }
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    String modules = System.getProperty("jdk.module.path", "");
    command.addAll(
        modules.isEmpty()
            ? List.of("-cp", System.getProperty("java.class.path"), Main.class.getName())
            : List.of("-p", modules, "-m", "dev.papack.cli/" + Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
