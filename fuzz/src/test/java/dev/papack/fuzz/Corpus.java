package dev.papack.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept: seeds, what fuzzing found, and the released documents. */
final class Corpus {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ""));
  private static final Path CORPUS = HOME.resolve("fuzz", "corpus");

  private Corpus() {}

  /** The folders with inputs for a target. */
  static List<Path> folders(Target target) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<Path> roots = new ArrayList<>(List.of(CORPUS.resolve(target.label())));
    for (String kind : target.kinds()) {
      roots.add(HOME.resolve("compat", kind));
    }
    for (Path root : roots) {
      if (Files.isDirectory(root)) {
        try (Stream<Path> inside = Files.walk(root)) {
          inside.filter(Files::isDirectory).sorted().forEach(folders::add);
        }
      }
    }
    return folders;
  }

  /** What a run of a target begins with. */
  static FuzzRun.Seeds seeds(Target target) throws IOException {
    return new FuzzRun.Seeds(folders(target), List.of(CORPUS.resolve(target.dictionary())));
  }

  /** Every input that is kept for a target. */
  static List<Path> inputs(Target target) throws IOException {
    return folders(target).stream().flatMap(folder -> FuzzRun.files(folder).stream()).toList();
  }

  /** Where a run keeps what it learns. */
  static Path work(String name) throws IOException {
    return Files.createDirectories(HOME.toAbsolutePath().resolve("fuzz/target/fuzz").resolve(name));
  }
}
