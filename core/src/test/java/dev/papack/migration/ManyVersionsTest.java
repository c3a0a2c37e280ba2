package dev.papack.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.document.Kind;
import dev.papack.document.Shape;
import dev.papack.document.SupportWindow;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonTree;
import dev.papack.json.StableForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a kind of any age: shown with {@link TestKinds}, of which seed a case tells. */
final class ManyVersionsTest {
  private static final int DOCUMENTS = 60;

  /** A version of a kind that can be read. */
  record KnownVersion(History history, int version) {
    Shape structure() {
      return Objects.requireNonNull(history.structures().get(version));
    }

    List<String> documents() {
      GeneratedDocuments generated = new GeneratedDocuments(version);
      return Stream.generate(() -> StableForm.write(generated.document(structure())))
          .limit(DOCUMENTS)
          .toList();
    }

    @Override
    public String toString() {
      return history.kind().label() + " " + version + " of " + history.kind().window();
    }
  }

  static Stream<KnownVersion> known() {
    return TestKinds.all()
        .flatMap(history ->
            history.structures().keySet().stream()
                .map(version -> new KnownVersion(history, version)));
  }

  static Stream<KnownVersion> old() {
    return known().filter(known -> known.history().steps().containsKey(known.version()));
  }

  @ParameterizedTest
  @MethodSource("known")
  void stepByStepIsTheSameAsAllAtOnce(KnownVersion known) {
    for (String document : known.documents()) {
      String text = document;
      for (int version : known.history().steps().tailMap(known.version()).keySet()) {
        text = Documents.step(text, version, known.history());
      }
      String last = Documents.migrated(text, known.history());
      assertThat(Documents.migrated(document, known.history())).isEqualTo(last);
    }
  }

  @ParameterizedTest
  @MethodSource("known")
  void migratingTwiceChangesNothing(KnownVersion known) {
    for (String document : known.documents()) {
      String once = Documents.migrated(document, known.history());
      assertThat(Documents.accepted(once, known.history()).isPending()).isFalse();
      assertThat(Documents.migrated(once, known.history())).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @MethodSource("known")
  void idsSurvive(KnownVersion known) {
    for (String document : known.documents()) {
      JsonNode before = Documents.tree(document, known.history());
      JsonNode after = Documents.accepted(document, known.history()).tree();
      assertThat(Leaf.named(after, "asset_id")).containsAll(Leaf.named(before, "asset_id"));
    }
  }

  @ParameterizedTest
  @MethodSource("old")
  void noDeclaredFactIsLost(KnownVersion known) {
    for (String document : known.documents()) {
      JsonNode before = Documents.tree(document, known.history());
      List<String> after =
          Leaf.of(Documents.accepted(document, known.history()).tree()).stream()
              .map(Leaf::value)
              .toList();
      assertThat(Leaf.of(before))
          .filteredOn(leaf -> !leaf.pointer().equals("/schema_version"))
          .extracting(Leaf::value)
          .allMatch(after::contains);
    }
  }

  static Stream<History> kinds() {
    return TestKinds.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aDroppedVersionIsTooOldAndNothingElseAndNamesItsLastReader(History history) {
    history
        .kind()
        .lastReaders()
        .forEach((version, release) -> {
          for (String rest : List.of("", ", \"never\": null", ", \"asset_id\": -1")) {
            String text =
                "{\"artifact\": \""
                    + history.kind().label()
                    + "\", \"schema_version\": "
                    + version
                    + rest
                    + "}";
            List<Diagnostic> faults = Documents.faults(text, history);
            assertThat(faults)
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.VERSION_TOO_OLD);
            assertThat(FirstFix.title(faults.getFirst()).orElseThrow())
                .contains("papack " + release + ",");
          }
        });
  }

  @ParameterizedTest
  @MethodSource("old")
  void aStepThatThrowsIsOurDefect(KnownVersion known) {
    History broken =
        withStep(
            known,
            tree -> {
              throw new ArithmeticException("broken step");
            });
    for (String document : known.documents()) {
      assertThatThrownBy(() -> Documents.read(document, broken))
          .isInstanceOf(RuntimeException.class)
          .hasStackTraceContaining("broken step");
    }
  }

  @ParameterizedTest
  @MethodSource("old")
  void aStepThatMakesAnInvalidTreeIsOurDefect(KnownVersion known) {
    List<Step> wrong =
        List.of(
            tree -> tree,
            tree -> JsonTree.object(),
            tree -> JsonTree.object(withUnknownMember(tree)));
    for (Step step : wrong) {
      History broken = withStep(known, step);
      for (String document : known.documents()) {
        assertThatIllegalStateException()
            .isThrownBy(() -> Documents.read(document, broken))
            .withMessageContaining("from version " + known.version());
      }
    }
  }

  private static List<JsonMember> withUnknownMember(JsonObject tree) {
    List<JsonMember> members = new ArrayList<>(tree.members());
    members.add(JsonTree.member("unheard_of", 1));
    return members;
  }

  private static History withStep(KnownVersion known, Step step) {
    SortedMap<Integer, Step> steps = new TreeMap<>(known.history().steps());
    steps.put(known.version(), step);
    return new History(known.history().kind(), known.history().structures(), steps);
  }

  @Test
  void aMissingStepIsRefusedAndToldHowToMend() {
    History history = TestKinds.declarations(3);
    for (int version : history.steps().keySet()) {
      SortedMap<Integer, Step> gap = new TreeMap<>(history.steps());
      gap.remove(version);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new History(history.kind(), history.structures(), gap))
          .withMessageContaining("the step from " + version)
          .withMessageContaining("CONTRIBUTING.md");
    }
  }

  @Test
  void aMissingStructureIsRefusedAndToldHowToMend() {
    History history = TestKinds.declarations(3);
    for (int version : history.structures().keySet()) {
      SortedMap<Integer, Shape> gap = new TreeMap<>(history.structures());
      gap.remove(version);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new History(history.kind(), gap, history.steps()))
          .withMessageContaining("structure " + version)
          .withMessageContaining("CONTRIBUTING.md");
    }
  }

  @Test
  void aWindowWithoutTheTwoVersionsBeforeTheCurrentIsRefusedAndToldHowToMend() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SupportWindow(6, 7))
        .withMessageContaining("keep");
  }

  @Test
  void aDroppedVersionWithoutALastReaderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Kind(
                TestKinds.journal().kind().artifact(), new SupportWindow(3, 5), new TreeMap<>()))
        .withMessageContaining("without a last reader");
  }
}
