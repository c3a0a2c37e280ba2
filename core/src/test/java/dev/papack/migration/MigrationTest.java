package dev.papack.migration;

import static dev.papack.document.Shape.Member.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextRange;
import dev.papack.document.Kind;
import dev.papack.document.Shape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.IntegerShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.NumberChoiceShape;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.SupportWindow;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.StableForm;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A kind of four versions that exists in this test alone: 2 renamed {@code size}, 3 doubled its
 * unit, 4 put it into an object. Version 1 has left the window.
 */
final class MigrationTest {
  private static final IntegerShape ID = new IntegerShape(1, Integer.MAX_VALUE);
  private static final IntegerShape SIZE = new IntegerShape(0, 1_000);

  private static final Kind KIND =
      new Kind(Artifact.ASSET, new SupportWindow(2, 4), new TreeMap<>(Map.of(1, "0.3")));

  private static final History HISTORY =
      new History(
          KIND,
          structures(),
          new TreeMap<>(Map.of(2, MigrationTest::doubled, 3, MigrationTest::wrapped)));

  private static SortedMap<Integer, Shape> structures() {
    SortedMap<Integer, Shape> structures = new TreeMap<>();
    structures.put(2, structure(2, required("tile_size", SIZE)));
    structures.put(3, structure(3, required("tile_size", SIZE)));
    structures.put(
        4, structure(4, required("tiles", new ObjectShape(List.of(required("tile_size", SIZE))))));
    return structures;
  }

  private static Shape structure(int version, Member size) {
    return new ObjectShape(
        List.of(
            required("artifact", new ChoiceShape(List.of("asset"))),
            required("schema_version", new NumberChoiceShape(List.of(version))),
            required("asset_id", ID),
            size));
  }

  private static JsonObject doubled(JsonObject tree) {
    return changed(
        tree,
        3,
        member ->
            new JsonMember(
                member.name(),
                member.nameRange(),
                JsonNumber.of(2 * number(member.value()), member.value().range())));
  }

  private static JsonObject wrapped(JsonObject tree) {
    return changed(
        tree,
        4,
        member ->
            new JsonMember(
                "tiles",
                member.nameRange(),
                new JsonObject(List.of(member), member.value().range())));
  }

  private static JsonObject changed(
      JsonObject tree, int version, UnaryOperator<JsonMember> change) {
    List<JsonMember> members = new ArrayList<>();
    for (JsonMember member : tree.members()) {
      members.add(
          switch (member.name()) {
            case "schema_version" ->
                new JsonMember(
                    member.name(),
                    member.nameRange(),
                    JsonNumber.of(version, member.value().range()));
            case "tile_size" -> change.apply(member);
            default -> member;
          });
    }
    return new JsonObject(members, tree.range());
  }

  private static long number(JsonNode node) {
    return ((JsonNumber) node).asInteger().orElseThrow();
  }

  private static JsonNode at(JsonNode node, String... names) {
    JsonNode found = node;
    for (String name : names) {
      found = ((JsonObject) found).find(name).orElseThrow();
    }
    return found;
  }

  private static Outcome<CurrentDocument> read(String text, History history) {
    return Migration.read(
        Snapshot.of("assets/a/asset.json", text.getBytes(StandardCharsets.UTF_8)), history);
  }

  private static CurrentDocument current(String text) {
    Outcome<CurrentDocument> outcome = read(text, HISTORY);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return ((Outcome.Accepted<CurrentDocument>) outcome).value();
  }

  private static Diagnostic fault(String text) {
    Outcome<CurrentDocument> outcome = read(text, HISTORY);
    assertThat(outcome).as(text).isInstanceOf(Outcome.Refused.class);
    return outcome.diagnostics().getFirst();
  }

  private static String document(int version, String size) {
    return "{\n  \"artifact\": \"asset\",\n  \"schema_version\": "
        + version
        + ",\n  \"asset_id\": 204871,\n  "
        + size
        + "\n}\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2 | \"tile_size\": 8",
        "3 | \"tile_size\": 16",
        "4 | \"tiles\": {\"tile_size\": 16}"
      })
  void everyVersionOfTheWindowBecomesTheSameCurrentText(int version, String size) {
    CurrentDocument document = current(document(version, size));
    assertThat(StableForm.write(document.tree()))
        .isEqualTo(StableForm.write(current(document(4, "\"tiles\": {\"tile_size\": 16}")).tree()));
    assertThat(document.declaredVersion()).isEqualTo(version);
    assertThat(document.isPending()).isEqualTo(version < 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void idsSurviveEveryStep(int version) {
    assertThat(number(at(current(document(version, "\"tile_size\": 8")).tree(), "asset_id")))
        .isEqualTo(204871);
  }

  @Test
  void positionsAreThoseOfTheOriginalFile() {
    JsonObject tree = current(document(2, "\"tile_size\": 500")).tree();
    assertThat(at(tree, "tiles", "tile_size").range()).isEqualTo(new TextRange(5, 16, 5, 19));
    assertThat(at(tree, "asset_id").range()).isEqualTo(new TextRange(4, 15, 4, 21));
  }

  @Test
  void theStructureIsThatOfTheDeclaredVersion() {
    Diagnostic fault = fault(document(2, "\"tiles\": {\"tile_size\": 16}"));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.MEMBER_MISSING);
    assertThat(fault.message()).contains("asset version 2");
    assertThat(fault(document(4, "\"tile_size\": 8")).message()).contains("asset version 4");
  }

  @Test
  void noStepSeesADocumentWhoseStructureIsWrong() {
    assertThat(fault(document(2, "\"tile_size\": \"8\"")).code())
        .isEqualTo(DiagnosticCode.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"tile_size\": 8", "\"never\": null"})
  void aDroppedVersionIsTooOldWhateverElseIsWrong(String member) {
    Diagnostic fault = fault(document(1, member));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.VERSION_TOO_OLD);
    assertThat(FirstFix.title(fault).orElseThrow()).contains("papack 0.3");
  }

  @Test
  void aStepThatMakesAnInvalidDocumentIsOurDefect() {
    // Doubled, 600 passes the range of version 3: the author's document was right.
    assertThatIllegalStateException()
        .isThrownBy(() -> read(document(2, "\"tile_size\": 600"), HISTORY))
        .withMessageContaining("from version 2")
        .withMessageContaining("1200");
  }

  @Test
  void aStepThatForgetsTheVersionIsOurDefect() {
    History forgetful =
        new History(KIND, structures(), new TreeMap<>(Map.of(2, tree -> tree, 3, tree -> tree)));
    assertThatIllegalStateException()
        .isThrownBy(() -> read(document(3, "\"tile_size\": 8"), forgetful));
  }

  @Test
  void aKindWithoutAStepIsNoKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new History(KIND, structures(), new TreeMap<>(Map.of(3, MigrationTest::wrapped))))
        .withMessageContaining("the step from 2");
  }

  @Test
  void aKindWithoutAStructureIsNoKind() {
    SortedMap<Integer, Shape> gap = structures();
    gap.remove(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new History(KIND, gap, HISTORY.steps()))
        .withMessageContaining("structure 3");
  }

  @Test
  void aKindKeepsNothingOfVersionsOutsideOfItsWindow() {
    SortedMap<Integer, Shape> early = structures();
    early.put(1, early.get(early.firstKey()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new History(KIND, early, HISTORY.steps()));
    SortedMap<Integer, Step> beyond = new TreeMap<>(HISTORY.steps());
    beyond.put(4, tree -> tree);
    assertThatIllegalArgumentException().isThrownBy(() -> new History(KIND, structures(), beyond));
  }
}
