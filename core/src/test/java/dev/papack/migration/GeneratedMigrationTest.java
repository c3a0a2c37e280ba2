package dev.papack.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.document.Shape;
import dev.papack.document.StructureCheck;
import dev.papack.json.JsonNode;
import dev.papack.json.StableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every document of every kind and version that can be read, shown with generated
 * ones; their seed is the version.
 */
final class GeneratedMigrationTest {
  private static final int DOCUMENTS = 100;
  private static final int CHANGES_OF_ONE_DOCUMENT = 15;

  /** What a step may do with a fact other than keep it, each with its reason. */
  private static final Map<String, Predicate<Leaf>> RULES =
      Map.of(
          "the version is what a step changes", leaf -> leaf.pointer().equals("/schema_version"));

  /** A version of a kind that can be read. */
  record KnownVersion(History history, int version) {
    Shape structure() {
      return Objects.requireNonNull(history.structures().get(version));
    }

    List<JsonNode> documents() {
      GeneratedDocuments generated = new GeneratedDocuments(version);
      return IntStream.range(0, DOCUMENTS)
          .<JsonNode>mapToObj(_ -> generated.document(structure()))
          .toList();
    }

    Path schema() {
      return Path.of(
          System.getProperty("papack.home"),
          "docs",
          "schemas",
          history.kind().label() + "-" + version + ".schema.json");
    }

    @Override
    public String toString() {
      return history.kind().label() + " " + version;
    }
  }

  static Stream<KnownVersion> known() {
    return Histories.all().stream()
        .flatMap(history ->
            history.structures().keySet().stream()
                .map(version -> new KnownVersion(history, version)));
  }

  /** Control data is nobody's but the packer's, and has no schema. */
  static Stream<KnownVersion> published() {
    return known()
        .filter(known -> !HistoriesTest.CONTROL.contains(known.history().kind().artifact()));
  }

  @ParameterizedTest
  @MethodSource("known")
  void everyDocumentMigratesIntoOneThatReadsBackEqual(KnownVersion known) {
    for (JsonNode document : known.documents()) {
      CurrentDocument current = Documents.accepted(StableForm.write(document), known.history());
      String text = StableForm.write(current.tree());
      assertThat(StableForm.write(Documents.tree(text, known.history()))).isEqualTo(text);
      assertThat(Documents.accepted(text, known.history()).isPending()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("known")
  void idsSurvive(KnownVersion known) {
    for (JsonNode document : known.documents()) {
      JsonNode current = Documents.accepted(StableForm.write(document), known.history()).tree();
      assertThat(Leaf.named(current, "asset_id")).containsAll(Leaf.named(document, "asset_id"));
    }
  }

  @ParameterizedTest
  @MethodSource("known")
  void noDeclaredFactIsLost(KnownVersion known) {
    for (JsonNode document : known.documents()) {
      List<String> kept = new ArrayList<>();
      Leaf.of(Documents.accepted(StableForm.write(document), known.history()).tree())
          .forEach(leaf -> kept.add(leaf.value()));
      List<Leaf> lost =
          Leaf.of(document).stream()
              .filter(leaf -> RULES.values().stream().noneMatch(rule -> rule.test(leaf)))
              .filter(leaf -> !kept.remove(leaf.value()))
              .toList();
      assertThat(lost).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("published")
  void thePublishedSchemaJudgesEveryDocumentAsTheStructureDoes(KnownVersion known)
      throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(known.schema()), InputFormat.JSON);
    Random random = new Random(known.version());
    int refused = 0;
    for (JsonNode document : known.documents()) {
      assertThat(schema.validate(StableForm.write(document), InputFormat.JSON)).isEmpty();
      List<JsonNode> changes = small(document) ? OneChange.of(document) : List.of();
      for (int i = 0; i < CHANGES_OF_ONE_DOCUMENT && !changes.isEmpty(); i++) {
        JsonNode changed = changes.get(random.nextInt(changes.size()));
        String text = StableForm.write(changed);
        boolean isAccepted =
            StructureCheck.faultsOf(
                    changed,
                    known.structure(),
                    Location.of(known.history().kind().artifact(), "document.json"),
                    known.toString())
                .isEmpty();
        assertThat(schema.validate(text, InputFormat.JSON).isEmpty())
            .as(text)
            .isEqualTo(isAccepted);
        refused += isAccepted ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  /** All changes of one document are made before some are chosen: no more than of a page. */
  private static boolean small(JsonNode document) {
    return Leaf.of(document).size() < 20;
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatTheStructureAcceptsIsAccepted(KnownVersion known) {
    for (JsonNode document : known.documents()) {
      assertThat(Documents.read(StableForm.write(document), known.history()))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }
}
