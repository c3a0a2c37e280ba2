package dev.papack.lsp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Workspaces to edit, as copies. */
final class Games {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ""));

  private Games() {}

  /** A small game without faults. */
  static Path starter(Path folder) throws IOException {
    return copy(HOME.resolve("examples/starter"), folder.resolve("game"));
  }

  /** The workspace of a golden case of the command line. */
  static Path golden(String name, Path folder) throws IOException {
    return copy(
        HOME.resolve("cli/src/test/golden").resolve(name).resolve("workspace"),
        folder.resolve("game"));
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to.toRealPath();
  }
}
