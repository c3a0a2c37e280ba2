package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others can call is what container/api.txt says. {@code -Dpapack.api=rewrite} writes the
 * file: then read its difference as someone whose program was compiled against the old one.
 */
final class PublicApiTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ".."));
  private static final Path COMMITTED = HOME.resolve("container/api.txt");
  private static final String REWRITE =
      "./mvnw -q -pl container -am test -Dtest=PublicApiTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dpapack.api=rewrite";

  private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    Path folder = HOME.resolve("container/target/classes/dev/papack/container");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".class", "");
        if (!name.equals("package-info")) {
          classes.add(Class.forName("dev.papack.container." + name));
        }
      }
    }
    return classes;
  }

  /** The lines that only one of the two has, each with the type that it belongs to. */
  private static List<String> differences(List<String> committed, List<String> found) {
    List<String> before = qualified(committed);
    List<String> after = qualified(found);
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
        .toList();
  }

  private static List<String> qualified(List<String> lines) {
    List<String> qualified = new ArrayList<>();
    String type = "";
    for (String line : lines) {
      if (line.startsWith("  ")) {
        qualified.add(type + ": " + line.strip());
      } else {
        type = line.replaceFirst(".*?(class|enum|interface|record) ([\\w.]+).*", "$2");
        qualified.add(line);
      }
    }
    return qualified;
  }

  @Test
  void theApiIsWhatIsCommitted() throws Exception {
    List<String> found = PublicApi.of(classes());
    if (System.getProperty("papack.api", "").equals("rewrite")) {
      Files.writeString(COMMITTED, String.join("\n", found) + "\n");
    }
    List<String> committed = Files.readAllLines(COMMITTED);

    assertThat(differences(committed, found))
        .as("the public API and %s; if the change is meant: %s", COMMITTED, REWRITE)
        .isEmpty();
    assertThat(committed).isEqualTo(found);
  }

  @Test
  void theApiIsNotEmpty() throws Exception {
    assertThat(PublicApi.of(classes()))
        .contains(
            "final class MappedPack implements AutoCloseable",
            "  static MappedPack open(java.nio.file.Path) throws java.io.IOException, PackException",
            "record PackId(Sha256 digest)",
            "  static final int MAX_SLOT = 255",
            "sealed interface BankMetadata permits TilesMetadata, SoundsMetadata")
        .noneMatch(line -> line.contains("MappedBytes"));
  }

  private static final List<String> SHAPES =
      List.of(
          "interface Shapes",
          "  static final int COUNT = 2",
          "  abstract java.util.Optional<java.util.List<String>> all(int...) throws java.io.IOException",
          "  default void none()",
          "enum Shapes.Kind",
          "  LATER",
          "  EARLIER",
          "abstract static class Shapes.Open<S extends Number>",
          "  protected Shapes.Open()",
          "  protected abstract <T> T seen(T)",
          "record Shapes.Pair(int first, String second)" + " implements Comparable<Shapes.Pair>",
          "  Shapes.Pair(int)",
          "  int compareTo(Shapes.Pair)");

  @Test
  void everyKindOfMemberHasItsLine() {
    assertThat(
            PublicApi.of(
                List.of(Shapes.Pair.class, Shapes.class, Shapes.Open.class, Shapes.Kind.class)))
        .isEqualTo(SHAPES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          none; nothing; Shapes: default void none()
          int...; int; Shapes: abstract java.util.Optional<java.util.List<String>> all(int...) throws java.io.IOException
          <T> T; Object; Shapes.Open: protected abstract <T> T seen(T)
          java.io.IO; IO; Shapes: abstract java.util.Optional<java.util.List<String>> all(int...) throws java.io.IOException
          COUNT = 2; COUNT = 3; Shapes: static final int COUNT = 2
          int first; long first; record Shapes.Pair(int first, String second) implements Comparable<Shapes.Pair>
          """)
  void aChangedMemberIsFound(String from, String to, String named) {
    List<String> changed = SHAPES.stream().map(line -> line.replace(from, to)).toList();

    assertThat(differences(SHAPES, changed)).hasSize(2).contains("- " + named);
    assertThat(differences(changed, SHAPES)).hasSize(2).contains("+ " + named);
  }

  @Test
  void anAddedAndARemovedMemberIsFound() {
    List<String> fewer = new ArrayList<>(SHAPES);
    fewer.remove("  default void none()");

    assertThat(differences(SHAPES, fewer)).containsExactly("- Shapes: default void none()");
    assertThat(differences(fewer, SHAPES)).containsExactly("+ Shapes: default void none()");
  }
}
