package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.api.CommittedApi;
import dev.papack.campaign.api.PublicApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What others can call is what container/api.txt says. {@code -Dpapack.api=rewrite} writes the
 * file.
 */
final class PublicApiTest {
  private static final Path HOME = Path.of(System.getProperty("papack.home", ".."));
  private static final Path COMMITTED = HOME.resolve("container/api.txt");
  private static final String REWRITE =
      "./mvnw -q -pl container -am test -Dtest=PublicApiTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dpapack.api=rewrite";

  private static List<String> apiOf(Collection<Class<?>> types) {
    return PublicApi.of("dev.papack.container", types);
  }

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

  @Test
  void theApiIsWhatIsCommitted() throws Exception {
    assertThat(CommittedApi.differences(COMMITTED, apiOf(classes())))
        .as("the public API and %s; if the change is meant: %s", COMMITTED, REWRITE)
        .isEmpty();
  }

  @Test
  void theApiIsNotEmpty() throws Exception {
    assertThat(apiOf(classes()))
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
            apiOf(List.of(Shapes.Pair.class, Shapes.class, Shapes.Open.class, Shapes.Kind.class)))
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

    assertThat(CommittedApi.differences(SHAPES, changed)).hasSize(2).contains("- " + named);
    assertThat(CommittedApi.differences(changed, SHAPES)).hasSize(2).contains("+ " + named);
  }

  @Test
  void anAddedAndARemovedMemberIsFound() {
    List<String> fewer = new ArrayList<>(SHAPES);
    fewer.remove("  default void none()");

    assertThat(CommittedApi.differences(SHAPES, fewer))
        .containsExactly("- Shapes: default void none()");
    assertThat(CommittedApi.differences(fewer, SHAPES))
        .containsExactly("+ Shapes: default void none()");
  }
}
