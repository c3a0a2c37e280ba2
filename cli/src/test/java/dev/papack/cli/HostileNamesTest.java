package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.output.Destination.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileNamesTest {
  @TempDir Path folder;

  @Test
  void nothingOfANameSteersTheTerminal() throws Exception {
    Run.papack(folder, "init");
    Path assets = folder.resolve("assets");
    for (String name :
        new String[] {"a\u001b]0;owned\u0007.png", "b\u202egnp.exe", "c\u200b.png"}) {
      Files.write(assets.resolve(name), new byte[] {1});
    }
    for (String command : new String[] {"check", "list"}) {
      Run run = Run.papack(folder, Kind.FILE, Map.of(), () -> false, command);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err())
          .contains("assets/a\\u{001B}]0;owned\\u{0007}.png")
          .contains("assets/b\\u{202E}gnp.exe")
          .contains("assets/c\\u{200B}.png");
      assertThat(run.out() + run.err())
          .doesNotContainPattern("[\u0000-\u0009\u000b-\u001f\u202e\u200b]");
      Run json = Run.papack(folder, command, "--format", "json");
      assertThat(json.out()).contains("a\\u001b]0;owned\\u0007.png").contains("b\\u202egnp.exe");
      assertThat(json.out()).doesNotContainPattern("[\u0000-\u0009\u000b-\u001f\u202e\u200b]");
      assertThat(json.objects().getFirst().toString()).contains("\u001b]0;owned");
    }
  }
}
