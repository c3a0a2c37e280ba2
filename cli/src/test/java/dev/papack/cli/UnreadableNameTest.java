package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names whose bytes are no text, which only a shell can make. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere names are text")
class UnreadableNameTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void nameThatIsNoTextIsAnErrorThatNamesItsFolder() throws Exception {
    RealPapack papack = RealPapack.install(Files.createDirectory(folder.resolve("home")));
    Path workspace = Files.createDirectory(folder.resolve("game"));
    assertThat(Run.papack(workspace, "init").status()).isZero();
    String make =
        "mkdir -p assets/sprites \"$(printf 'assets/dir\\377')\" && "
            + ": > \"$(printf 'assets/sprites/a\\303\\050.png')\"";
    Ended made = RealPapack.process(workspace, Map.of(), List.of("sh", "-c", make));
    assertThat(made.status()).as(made.err()).isZero();
    for (String command : List.of("check", "build", "doctor")) {
      Ended ended = papack.run(workspace, Map.of(), command, "--quiet");
      assertThat(ended.status()).as("%s", ended).isEqualTo(1);
      assertThat(ended.err())
          .contains(" --> assets/sprites/a\ufffd(.png\n", " --> assets/dir\ufffd\n")
          .contains("U+FFFD, which replaces bytes that are not text");
    }
  }
}
