package dev.papack.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoriesTest {
  /** Kinds without a schema: what others write or read has one, control data is the packer's. */
  static final Set<Artifact> CONTROL =
      Set.of(Artifact.PUBLICATION_RECORD, Artifact.DOCUMENT_RECORD, Artifact.LOCK_OWNER);

  /** What the command line prints, never documents. */
  private static final Set<String> LINES =
      Set.of("contract", "diagnostic", "migration", "report", "result");

  @Test
  void everyKindStandsOnce() {
    assertThat(Histories.all())
        .extracting(history -> history.kind().label())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyVersionThatOthersReadHasItsSchemaAndThereAreNoOthers() throws IOException {
    Path schemas = Path.of(System.getProperty("papack.home"), "docs", "schemas");
    List<String> expected =
        Histories.all().stream()
            .map(History::kind)
            .filter(kind -> !CONTROL.contains(kind.artifact()))
            .flatMap(kind ->
                IntStream.rangeClosed(1, kind.window().current())
                    .mapToObj(version -> kind.label() + "-" + version + ".schema.json"))
            .toList();
    try (var files = Files.list(schemas)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".json"))
          .filteredOn(name -> !LINES.contains(name.substring(0, name.indexOf('-'))))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
