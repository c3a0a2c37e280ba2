package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.PackReader;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;

/** The program of the guide for embedding compiles against the library, and does what it says. */
class EmbeddingGuideTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ""));
  private static final int MAX_LINES = 60;

  @TempDir private Path temporary = Path.of("");

  private static String library() {
    return Stream.of(Packer.class, PackReader.class, JsonParser.class)
        .map(type -> {
          try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
          } catch (java.net.URISyntaxException e) {
            throw new AssertionError(e);
          }
        })
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  private static String program() throws Exception {
    String page = Files.readString(HOME.resolve("docs/guide/embedding.md"));
    int start = page.indexOf("```java\n") + "```java\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void theSmallStudioOfTheGuideWorks() throws Exception {
    assertThat(program().lines().count()).isLessThanOrEqualTo(MAX_LINES);
    Path source = Files.writeString(temporary.resolve("SmallStudio.java"), program());
    Process compiler =
        new ProcessBuilder(
                java("javac"), "-cp", library(), "-d", temporary.toString(), source.toString())
            .inheritIO()
            .start();
    assertThat(compiler.waitFor()).isZero();
    RealWorkspace workspace = RealWorkspace.create(temporary.resolve("game"));
    workspace.picture("hero", 0xFF102030).add();
    Process studio =
        new ProcessBuilder(
                java("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                temporary + File.pathSeparator + library(),
                "SmallStudio",
                workspace.folder().toString(),
                workspace.folder().resolve("assets/hero.asset.json").toString(),
                "\"tile_size\": 16",
                "\"tile_size\": 12")
            .redirectErrorStream(true)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader out = studio.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (line.equals("watching")) {
          workspace.picture("hero", 0xFF302010);
        }
      }
    }
    assertThat(studio.waitFor()).as("%s", said).isZero();
    assertThat(said)
        .anyMatch(line -> line.matches("assets/hero.asset.json:[0-9]+: .*tile_size.*"))
        .anyMatch(line -> line.startsWith("  "))
        .contains("################", "... CONVERT", "... PUBLISH", "changed: [hero.png]")
        .anyMatch(line -> line.startsWith("built 1 assets, pack "));
  }
}
