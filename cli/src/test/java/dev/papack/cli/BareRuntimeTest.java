package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.cli.RealPapack.Ended;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program without any jar: Java then inflates nothing while it starts, and has no other reason
 * to load its native libraries before the kernel refuses that.
 */
@Tag("slow")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "only Linux has the filter")
class BareRuntimeTest {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir private Path folder = Path.of("");

  private Path workspace = Path.of("");
  private String modules = "";

  @BeforeEach
  void unpackEverything() throws IOException {
    workspace = Files.createDirectory(folder.resolve("game"));
    assertThat(Run.papack(workspace, "init").status()).isZero();
    TinyFiles.png(workspace.resolve("assets/sword.png"), 16, 16, (x, y) -> 0xFF102030 + x / 4);
    TinyFiles.wav(workspace.resolve("assets/hit.wav"), 22_050, 100);
    assertThat(Run.papack(workspace, "add", "assets").status()).isZero();

    List<Path> folders = new ArrayList<>();
    for (String module : List.of("container", "core", "report", "lsp", "cli")) {
      folders.add(RealPapack.HOME.resolve(module).resolve("target/classes"));
    }
    for (Path jar : RealPapack.libraries()) {
      folders.add(unpack(jar, folder.resolve(jar.getFileName() + ".unpacked")));
    }
    assertThat(folders).hasSize(7).allMatch(Files::isDirectory);
    modules = folders.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** A description for newer versions of Java stands where all of them find it. */
  private static Path unpack(Path jar, Path target) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
      for (JarEntry entry : file.versionedStream().filter(one -> !one.isDirectory()).toList()) {
        Path unpacked = target.resolve(entry.getName());
        Files.createDirectories(unpacked.resolveSibling(""));
        try (InputStream content = file.getInputStream(entry)) {
          Files.copy(content, unpacked);
        }
      }
    }
    return target;
  }

  private void everythingWorksWith(Path java, String... options) throws Exception {
    List<List<String>> commands =
        List.of(
            List.of("build"),
            List.of("verify"),
            List.of("doctor", "--fix"),
            List.of("extract", "assets.pa", "sword", "-o", "out/sword.png"),
            List.of("extract", "assets.pa", "hit", "-o", "out/hit.wav"));
    Files.createDirectory(workspace.resolve("out"));
    for (List<String> arguments : commands) {
      List<String> command = new ArrayList<>(List.of(java.toString()));
      command.addAll(RealPapack.QUICK_TO_START);
      command.add("--enable-native-access=dev.papack.cli");
      command.addAll(Arrays.asList(options));
      command.addAll(List.of("--module", "dev.papack.cli/dev.papack.cli.Main"));
      command.addAll(arguments);
      Ended ended = RealPapack.process(workspace, Map.of("LC_ALL", "C.UTF-8"), command);
      assertThat(ended.status()).as("%s: %s", arguments, ended).isZero();
    }
  }

  @Test
  void everyCommandWorksFromFolders() throws Exception {
    everythingWorksWith(RealPapack.JAVA, "--module-path", modules);
  }

  @Test
  void everyCommandWorksFromAnImage() throws Exception {
    Path jlink = JAVA_HOME.resolve("bin/jlink");
    Assumptions.assumeTrue(Files.isExecutable(jlink), "this JDK has no jlink");
    Assumptions.assumeTrue(
        Files.isDirectory(JAVA_HOME.resolve("jmods"))
            || RealPapack.process(folder, Map.of(), List.of(jlink.toString(), "--help"))
                .out()
                .contains("Linking from run-time image enabled"),
        "this JDK has neither jmods nor can it link from itself");
    Path image = folder.resolve("image");
    Ended linked =
        RealPapack.process(
            folder,
            Map.of(),
            List.of(
                jlink.toString(),
                "--module-path",
                modules,
                "--add-modules",
                "dev.papack.cli",
                "--output",
                image.toString()));
    assertThat(linked.status()).as("%s", linked).isZero();
    everythingWorksWith(image.resolve("bin/java"));
  }
}
