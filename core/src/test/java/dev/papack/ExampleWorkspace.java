package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A workspace below {@code examples/}.
 *
 * @param folder as its author has it
 */
record ExampleWorkspace(Path folder) {
  private static final List<String> ARTIFACTS =
      List.of(
          "assets.pa",
          "build/asset_table.json",
          "build/preload.json",
          "build/asset_table_metadata.json");

  static ExampleWorkspace named(String name) {
    return new ExampleWorkspace(Path.of(System.getProperty("papack.home"), "examples", name));
  }

  /** A copy without what was built. */
  Path copy(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("assets"))) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
    return target;
  }

  /** What two copies published is equal, byte for byte. */
  static void requireSame(Path here, Path elsewhere) {
    for (String file : ARTIFACTS) {
      assertThat(here.resolve(file)).hasSameBinaryContentAs(elsewhere.resolve(file));
    }
  }
}
