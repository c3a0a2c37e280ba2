package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client library of Visual Studio Code at work with {@code papack lsp}, as it was recorded:
 * where Node.js and the packages are.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes are started as on POSIX")
class EditorClientTest {
  private static final Path CLIENT = RealPapack.HOME.resolve("cli/src/test/client");
  private static final Path RECORDED = CLIENT.resolve("editing.txt");

  @TempDir private Path folder = Path.of("");

  private static String node() {
    Optional<Path> node =
        Arrays.stream(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).resolve("node"))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(
        node.isPresent() && Files.isDirectory(CLIENT.resolve("node_modules")),
        "Node.js or its packages are missing: npm ci --prefix cli/src/test/client");
    return node.orElseThrow().toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void whatTheClientOfAnotherEditorSeesIsWhatWasRecorded() throws Exception {
    List<String> command =
        new ArrayList<>(List.of(node(), CLIENT.resolve("editing.mjs").toString()));
    Path game = folder.toRealPath().resolve("game");
    copy(RealPapack.HOME.resolve("cli/src/test/golden/PA5001-check-of-version-1/workspace"), game);
    command.add(game.toString());
    command.addAll(
        RealPapack.install(Files.createDirectory(folder.resolve("home"))).withoutScript(List.of()));
    RealPapack.Ended ended = RealPapack.process(folder, Map.of(), command);
    assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    if (System.getProperty("papack.golden", "").equals("rewrite")) {
      Files.writeString(RECORDED, ended.out());
    }
    assertThat(ended.out()).isEqualTo(Files.readString(RECORDED));
    Run checked = Run.papack(game, "check", "--frozen", "--quiet");
    assertThat(checked.status()).as(checked.err()).isZero();
  }
}
