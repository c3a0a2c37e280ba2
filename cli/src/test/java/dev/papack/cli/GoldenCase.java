package dev.papack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of {@code src/test/golden}:
 *
 * <ul>
 *   <li>{@code command}: the arguments, with spaces between
 *   <li>{@code workspace/}: what the command finds; {@code setup} adds to it, see {@link
 *       GoldenSetup}
 *   <li>{@code expected.jsonl}: what it says with {@code --format json}, the workspace's path as
 *       {@code {workspace}}
 *   <li>{@code expected/}: files that are new or different afterwards
 *   <li>{@code absent}: files that are gone afterwards
 *   <li>{@code present}: files that are new and whose bytes are not compared
 * </ul>
 *
 * <p>No other file may have changed.
 *
 * @param folder the case
 */
record GoldenCase(Path folder) {
  private static final Set<String> OF_THIS_MACHINE = Set.of(".papack/lock", ".papack/build_cache");

  /** Every case, by name. */
  static List<GoldenCase> all() throws IOException {
    Path root = Path.of(System.getProperty("papack.home")).resolve("cli/src/test/golden");
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
    }
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  List<String> command() throws IOException {
    return List.of(Files.readString(folder.resolve("command")).strip().split(" "));
  }

  Path report() {
    return folder.resolve("expected.jsonl");
  }

  List<String> lines(String file) throws IOException {
    Path path = folder.resolve(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }

  /** Copies what the command finds; what setup holds is given up on closing. */
  GoldenSetup prepare(Path workspace) throws Exception {
    Files.createDirectory(workspace);
    Path inputs = folder.resolve("workspace");
    if (Files.isDirectory(inputs)) {
      copy(inputs, workspace);
    }
    return GoldenSetup.of(lines("setup"), workspace);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  SortedMap<String, byte[]> expectedFiles() throws IOException {
    Path expected = folder.resolve("expected");
    return Files.isDirectory(expected) ? filesIn(expected) : new TreeMap<>();
  }

  /** Writes what a run left as what is expected of the next. */
  void rewrite(String report, SortedMap<String, byte[]> changed, List<String> gone)
      throws IOException {
    Files.writeString(report(), report);
    Path expected = folder.resolve("expected");
    if (Files.isDirectory(expected)) {
      try (Stream<Path> old = Files.walk(expected)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    for (String path : changed.keySet()) {
      if (!lines("present").contains(path)) {
        Path file = expected.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, changed.getOrDefault(path, new byte[0]));
      }
    }
    Files.deleteIfExists(folder.resolve("absent"));
    if (!gone.isEmpty()) {
      Files.write(folder.resolve("absent"), gone);
    }
  }

  /**
   * The ordinary files in a folder, by path with {@code /} between names. The lock file of a
   * workspace, or of its output, stays where it is for ever and says nothing, and what a build
   * remembers is of this machine; files too long for a case to hold are left out.
   */
  static SortedMap<String, byte[]> filesIn(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (OF_THIS_MACHINE.stream().noneMatch(name::endsWith) && Files.size(path) < 1 << 24) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }
}
