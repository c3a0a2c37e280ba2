package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.papack.cli.RealPapack.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program on a checkout that the kernel lets nobody write, as a container mounts it with
 * {@code :ro}, and with an output on another file system where there is one.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has namespaces of mounts")
class ReadOnlyCheckoutTest {
  /** Carries out its arguments where the first of them cannot be written. */
  private static final String MOUNTED =
      """
      checkout=$1; shift
      mount --bind "$checkout" "$checkout" && mount -o remount,ro,bind "$checkout" || exit 98
      if touch "$checkout/new" 2>/dev/null; then exit 99; fi
      exec "$@"
      """;

  @TempDir private Path folder = Path.of("");

  private Path checkout = Path.of("");
  private Path output = Path.of("");
  private List<String> program = List.of();

  @BeforeEach
  void install() throws Exception {
    checkout = folder.resolve("game");
    assertThat(Run.papack(folder, "init", "game").status()).isZero();
    TinyFiles.png(checkout.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    assertThat(Run.papack(checkout, "add", "assets").status()).isZero();
    Files.delete(checkout.resolve(".papack/lock"));
    Files.delete(checkout.resolve(".papack"));
    Ended tried = mounted("true");
    assumeTrue(tried.status() == 0, () -> "nobody may mount here: " + tried.err());
    program =
        RealPapack.install(Files.createDirectory(folder.resolve("home"))).withoutScript(List.of());
    output = folder.resolve("out");
  }

  private Ended mounted(String... command) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNTED, "sh", checkout.toString()));
    words.addAll(List.of(command));
    try {
      return RealPapack.process(folder, Map.of("LC_ALL", "C.UTF-8"), words);
    } catch (IOException e) {
      return new Ended(127, "", String.valueOf(e.getMessage()));
    }
  }

  private Ended papack(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(arguments));
    return mounted(command.toArray(String[]::new));
  }

  private void done(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", output.toString()));
    Ended ended = papack(all.toArray(String[]::new));
    assertThat(ended.status()).as("%s: %s", all, ended).isZero();
    assertThat(ended.err()).as("%s", all).doesNotContain("error");
  }

  private void everythingIsDone() throws Exception {
    SortedMap<String, byte[]> before = GoldenCase.filesIn(checkout);
    done("check", "--frozen", "game");
    done("build", "--frozen", "game");
    done("verify", "--sources", "game");
    done("build", "game", "--check-reproducible");
    done("build", "game", "--explain");
    done("plan", "game");
    done("list", "game");
    done("inspect", "game");
    done("inspect", "--palettes", "game");
    done("constants", "--language", "c", "game");
    done("cache", "show", "game");
    done("cache", "verify", "game");
    done("doctor", "game");
    done("recover", "game");
    done("diff", output.resolve("assets.pa").toString(), "game");
    done("cache", "clear", "game");
    SortedMap<String, byte[]> after = GoldenCase.filesIn(checkout);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
    assertThat(output.resolve("assets.pa")).isNotEmptyFile();
  }

  @Test
  void everyCommandWorksOnACheckoutThatCannotBeWritten() throws Exception {
    Files.createDirectory(output);
    everythingIsDone();
  }

  @Test
  void outputIsOnAnotherFileSystem() throws Exception {
    Path memory = Path.of("/dev/shm");
    assumeTrue(
        Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(folder)),
        "there is no second file system");
    Path other = Files.createTempDirectory(memory, "papack");
    try {
      output = other.resolve("out");
      Files.createDirectory(output);
      everythingIsDone();
    } finally {
      delete(other);
    }
  }

  @Test
  void buildWithoutOutputSaysWhatToDo() throws Exception {
    Ended ended = papack("build", "game");
    assertThat(ended.status()).isEqualTo(ExitStatus.ENVIRONMENT.code());
    assertThat(ended.err()).contains("PA9005").contains("--output");
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
