package dev.papack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the libraries that are shipped name of foreign code, kept in {@code
 * cli/src/test/foreign-code/LIBRARY.txt}: why that is acceptable, then a line for each class and
 * name. A new version of a library that names more is looked at before it is taken.
 */
final class LibraryReferencesTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home"));
  private static final Path KEPT = HOME.resolve("cli/src/test/foreign-code");
  private static final List<String> SHIPPED = List.of("jackson-core", "picocli");

  private static Path jar(String library) {
    return Stream.of("java.class.path", "jdk.module.path")
        .flatMap(name -> Arrays.stream(System.getProperty(name, "").split(File.pathSeparator, -1)))
        .map(Path::of)
        .filter(path -> path.getFileName().toString().matches(library + "-[0-9.]+\\.jar"))
        .findFirst()
        .orElseThrow();
  }

  private static SortedSet<String> references(Path jar) throws IOException {
    SortedSet<String> references = new TreeSet<>();
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      Path root = inside.getPath("/");
      for (Path file : CompiledClasses.classFiles(root)) {
        String name = root.relativize(file).toString().replace(".class", "");
        ForeignCode.namedBy(file).forEach(foreign -> references.add(name + " -> " + foreign));
      }
    }
    return references;
  }

  /** The lines that are kept, without the reason above them. */
  private static List<String> kept(String library) throws IOException {
    return Files.readAllLines(KEPT.resolve(library + ".txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void everyLibraryNamesWhatIsKeptOfItAndNothingElse() throws IOException {
    SortedMap<String, List<String>> found = new TreeMap<>();
    SortedMap<String, List<String>> kept = new TreeMap<>();
    for (String library : SHIPPED) {
      found.put(library, List.copyOf(references(jar(library))));
      kept.put(library, kept(library));
    }
    assertThat(found).isEqualTo(kept);
  }

  @Test
  void everyKeptListGivesItsReason() throws IOException {
    for (String library : SHIPPED) {
      assertThat(Files.readAllLines(KEPT.resolve(library + ".txt")).getFirst())
          .startsWith("# Acceptable: ");
    }
  }

  /** What is on the module path of the program is ours or has its list. */
  @Test
  void everyShippedLibraryIsKnown() throws IOException {
    List<String> required = new ArrayList<>();
    for (Path folder : CompiledClasses.productFolders()) {
      String module = Files.readString(module(folder));
      module
          .lines()
          .map(String::strip)
          .filter(line -> line.startsWith("requires ") && !line.contains(" static "))
          .map(line -> line.replaceAll("requires( transitive)? |;", ""))
          .filter(name -> !name.startsWith("dev.papack"))
          .forEach(required::add);
    }
    assertThat(required).containsOnly("tools.jackson.core", "info.picocli");
  }

  private static Path module(Path classes) {
    return classes.resolve("../../src/main/java/module-info.java").normalize();
  }

  @Test
  void additionIsFound() throws IOException {
    Path fixture =
        CompiledClasses.fixtureFolder().resolve("foreign").resolve("Foreign$Program.class");
    assertThat(ForeignCode.namedBy(fixture)).contains("java/lang/ProcessBuilder");
    SortedSet<String> more = references(jar("jackson-core"));
    more.add("tools/jackson/core/New -> java/lang/ProcessBuilder");
    assertThat(List.copyOf(more)).isNotEqualTo(kept("jackson-core"));
  }
}
