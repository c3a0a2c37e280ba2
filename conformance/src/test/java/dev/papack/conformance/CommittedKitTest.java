package dev.papack.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is committed is what the generator writes. With {@code -Dpapack.conformance=rewrite} it is
 * written.
 */
final class CommittedKitTest {
  private static final Path FOLDER = Path.of(System.getProperty("papack.home"), "conformance");

  @Test
  void committedFilesAreTheGenerated() throws IOException {
    SortedMap<String, Content> generated = Kit.make().files();
    if (System.getProperty("papack.conformance").equals("rewrite")) {
      rewrite(generated);
    }

    SortedMap<String, Content> committed = committed();
    assertThat(committed.keySet())
        .as("files of the kit; -Dpapack.conformance=rewrite writes what the generator makes")
        .isEqualTo(generated.keySet());
    assertThat(generated.keySet())
        .as("-Dpapack.conformance=rewrite writes what the generator makes")
        .allSatisfy(
            file -> assertThat(committed.get(file)).as(file).isEqualTo(generated.get(file)));
  }

  private static void rewrite(Map<String, Content> generated) throws IOException {
    for (String file : committed().keySet()) {
      Files.delete(FOLDER.resolve(file));
    }
    for (Map.Entry<String, Content> file : generated.entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue().toBytes());
    }
  }

  private static SortedMap<String, Content> committed() throws IOException {
    SortedMap<String, Content> files = new TreeMap<>();
    for (Path path : paths()) {
      files.put(
          FOLDER.relativize(path).toString().replace('\\', '/'),
          Content.of(Files.readAllBytes(path)));
    }
    return files;
  }

  private static List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (String name : List.of("packs", "documents", "manifest.json")) {
      Path root = FOLDER.resolve(name);
      if (Files.exists(root)) {
        try (Stream<Path> walk = Files.walk(root)) {
          walk.filter(Files::isRegularFile).forEach(paths::add);
        }
      }
    }
    return paths;
  }
}
