package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import dev.papack.json.JsonTree;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Step;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.publish.Operation;
import dev.papack.publish.Publication;
import dev.papack.result.Effect;
import dev.papack.result.Migrated;
import dev.papack.result.MigratedDocument;
import dev.papack.upkeep.Migrating;
import dev.papack.workspace.DocumentSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code migrate} changes, shows, refuses and leaves alone. */
final class MigrateTest {
  private static final String INDEX_1 =
      """
      {"artifact": "index", "schema_version": 1,
       "assets": [{"asset_id": 1001, "root": "hero"}, {"asset_id": 1002, "root": "items/sword"}],
       "retired": [77]}
      """;
  private static final String INDEX_3 =
      """
      {
        "artifact": "index",
        "schema_version": 3,
        "assets": [
          {"asset_id": 1001, "root": "hero"},
          {"asset_id": 1002, "root": "items/sword"}
        ],
        "retired": [
          {"asset_id": 77}
        ]
      }
      """;

  private TestWorkspace workspace;

  @BeforeEach
  void documentsOfVersionOne() throws IOException, CancelledException {
    workspace =
        TestWorkspace.create()
            .write("assets/index.json", INDEX_1)
            .write("assets/hero.asset.json", declaration1(1001, "hero"))
            .write("assets/items/sword.asset.json", declaration1(1002, "sword"));
  }

  private static String declaration1(int id, String name) {
    return "{\"artifact\": \"asset\", \"schema_version\": 1, \"asset_id\": "
        + id
        + ", \"preload\": {\"slot\": 3}, \"name\": \""
        + name
        + "\",\n \"source\": \""
        + name
        + ".wav\", \"bank\": \"SOUNDS\"}";
  }

  private static String declaration3(int id, String name) {
    return """
    {
      "artifact": "asset",
      "schema_version": 3,
      "asset_id": %d,
      "name": "%s",
      "sources": ["%s.wav"],
      "bank": "SOUNDS",
      "preload": {
        "slot": 3
      }
    }
    """
        .formatted(id, name, name);
  }

  private List<Path> paths(String... below) {
    return Arrays.stream(below).map(workspace::path).toList();
  }

  private Outcome<Migrated> migrate(String... below) throws IOException, CancelledException {
    return workspace.session().migrate(paths(below), Effect.WRITE, _ -> {});
  }

  @Test
  void everyPendingDocumentIsWrittenInTheStableForm() throws Exception {
    assertThat(accepted(migrate())).isEqualTo(new Migrated(3, 3));
    assertThat(workspace.read("assets/index.json")).isEqualTo(INDEX_3);
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(declaration3(1001, "hero"));
    assertThat(workspace.read("assets/items/sword.asset.json"))
        .isEqualTo(declaration3(1002, "sword"));
    assertThat(workspace.has(".papack/journal.json")).isFalse();
    assertThat(workspace.has(".papack/staging")).isFalse();
  }

  @Test
  void aSecondMigrationFindsNothing() throws Exception {
    accepted(migrate());
    Map<String, String> once = workspace.authored();
    assertThat(accepted(migrate())).isEqualTo(new Migrated(3, 0));
    assertThat(workspace.authored()).isEqualTo(once);
  }

  @Test
  void aCurrentDocumentIsNotTouchedHoweverItIsFormatted() throws Exception {
    String byHand = declaration3(1001, "hero").replace("\n", "\r\n\t").strip();
    workspace.write("assets/hero.asset.json", byHand);
    assertThat(accepted(migrate()).migratedCount()).isEqualTo(2);
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(byHand);
  }

  @Test
  void aPlanShowsWhatAMigrationDoesAndWritesNothing() throws Exception {
    Map<String, String> before = workspace.authored();
    List<String> planned = new ArrayList<>();
    List<String> done = new ArrayList<>();
    Outcome<Migrated> plan =
        workspace
            .session()
            .migrate(List.of(), Effect.SHOW, change -> planned.add(change.diff().text()));
    assertThat(accepted(plan)).isEqualTo(new Migrated(3, 3));
    assertThat(workspace.authored()).isEqualTo(before);
    assertThat(workspace.has(".papack")).isFalse();
    accepted(
        workspace
            .session()
            .migrate(List.of(), Effect.WRITE, change -> done.add(change.diff().text())));
    assertThat(done).isEqualTo(planned).hasSize(3);
    assertThat(done.getFirst()).startsWith("--- a/assets/hero.asset.json\n");
  }

  @Test
  void pathsSelectDocumentsAndFolders() throws Exception {
    assertThat(accepted(migrate("assets/items"))).isEqualTo(new Migrated(1, 1));
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(declaration1(1001, "hero"));
    assertThat(accepted(migrate("assets/items", "assets/hero.asset.json")))
        .isEqualTo(new Migrated(2, 1));
    assertThat(accepted(migrate("assets/index.json"))).isEqualTo(new Migrated(1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "assets"})
  void theWorkspaceAndItsAssetsStandForEverything(String path) throws Exception {
    assertThat(accepted(migrate(path)).documentCount()).isEqualTo(3);
  }

  @Test
  void oneFaultyDocumentStopsAllAndEveryFaultIsReported() throws Exception {
    workspace
        .write("assets/bad.asset.json", "{\"artifact\": \"asset\", \"schema_version\": 1}")
        .write("assets/worse.asset.json", "{")
        .write("assets/future.asset.json", "{\"artifact\": \"asset\", \"schema_version\": 9}")
        .write("assets/outside.asset.json", declaration1(5, "x").replace("x.wav", "../x.wav"));
    Map<String, String> before = workspace.authored();
    List<MigratedDocument> shown = new ArrayList<>();
    Outcome<Migrated> outcome = workspace.session().migrate(List.of(), Effect.WRITE, shown::add);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics())
        .extracting(fault -> fault.location().path())
        .contains(
            "assets/bad.asset.json",
            "assets/worse.asset.json",
            "assets/future.asset.json",
            "assets/outside.asset.json");
    assertThat(codes(outcome)).contains(DiagnosticCode.VERSION_TOO_NEW, DiagnosticCode.PATH_FORM);
    assertThat(workspace.authored()).isEqualTo(before);
    assertThat(shown).isEmpty();
    assertThat(accepted(migrate("assets/items")).migratedCount()).isEqualTo(1);
  }

  @Test
  void whatDocumentsSayOfEachOtherStopsNoMigration() throws Exception {
    workspace
        .write("assets/copy.asset.json", declaration1(1001, "hero"))
        .write("assets/hero/asset.json", declaration1(1001, "hero"))
        .write("assets/retired.asset.json", declaration1(77, "gone"))
        .delete("assets/items/sword.asset.json");
    assertThat(accepted(migrate()).migratedCount()).isEqualTo(5);
  }

  @Test
  void whatMayHideADocumentStopsAMigrationOfItsFolder() throws Exception {
    workspace.plant("assets/items/link", FileType.LINK);
    assertThat(codes(migrate())).containsExactly(DiagnosticCode.LINK_REFUSED);
    assertThat(codes(migrate("assets/items"))).containsExactly(DiagnosticCode.LINK_REFUSED);
    assertThat(accepted(migrate("assets/index.json")).migratedCount()).isEqualTo(1);
  }

  @Test
  void whatIsNoDocumentIsRefused() throws Exception {
    workspace.write("assets/readme.txt", "x");
    assertThat(codes(migrate("assets/readme.txt"))).containsExactly(DiagnosticCode.WRONG_KIND);
    assertThat(codes(migrate("assets/nowhere"))).containsExactly(DiagnosticCode.SOURCE_MISSING);
    assertThat(codes(migrate("build"))).containsExactly(DiagnosticCode.PATH_OUTSIDE_ASSETS);
  }

  @Test
  void calledOffAnywhereBeforeTheDecisionEverythingIsAsItWas() throws Exception {
    Map<String, String> before = workspace.authored();
    int calledOff = 0;
    for (int after = 0; ; after++) {
      TestWorkspace copy = workspace.copy();
      try {
        accepted(
            copy.session()
                .followedBy(cancelledAfter(after))
                .migrate(List.of(), Effect.WRITE, _ -> {}));
        break;
      } catch (CancelledException expected) {
        assertThat(copy.authored()).isEqualTo(before);
        assertThat(copy.has(".papack/staging")).isFalse();
        calledOff++;
      }
    }
    // Three documents are read and three changed, each look at the disk is asked before.
    assertThat(calledOff).isGreaterThan(20);
  }

  private static Observer cancelledAfter(int questions) {
    return new Observer() {
      private int asked;

      @Override
      public void observe(Progress event) {}

      @Override
      public boolean isCancelled() {
        return asked++ >= questions;
      }
    };
  }

  @Test
  void progressCountsEveryDocumentInEveryPhase() throws Exception {
    List<String> events = new ArrayList<>();
    Observer observer =
        new Observer() {
          @Override
          public void observe(Progress event) {
            events.add(
                switch (event) {
                  case Progress.Begun begun -> begun.phase() + " of " + begun.total();
                  case Progress.Passed passed -> passed.phase() + " " + passed.done();
                  case Progress.Advanced advanced -> "an asset";
                });
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    accepted(
        workspace
            .session()
            .followedBy(observer)
            .migrate(paths("assets/items"), Effect.WRITE, _ -> {}));
    assertThat(events)
        .containsExactly(
            "READ of 1",
            "READ 1",
            "MIGRATE of 1",
            "MIGRATE 1",
            "VERIFY of 1",
            "VERIFY 1",
            "PUBLISH of 1",
            "PUBLISH 1");
  }

  @Test
  void aBrokenStepIsOurDefectAndWritesNothing() throws Exception {
    assertThatThrownBy(() ->
            migrateWith(tree -> {
              throw new ArithmeticException("broken step");
            }))
        .isInstanceOf(RuntimeException.class)
        .hasStackTraceContaining("broken step");
    assertThat(workspace.read("assets/index.json")).isEqualTo(INDEX_1);
    assertThat(workspace.has(".papack/staging")).isFalse();
  }

  @Test
  void aStepThatMakesAnInvalidDocumentIsOurDefectAndWritesNothing() throws Exception {
    for (Step step : List.<Step>of(tree -> tree, tree -> JsonTree.object())) {
      assertThatIllegalStateException().isThrownBy(() -> migrateWith(step));
      assertThat(workspace.read("assets/index.json")).isEqualTo(INDEX_1);
      assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(declaration1(1001, "hero"));
    }
  }

  /** With another step for declarations, as if we had released a wrong one. */
  private Outcome<Migrated> migrateWith(Step step) throws IOException, CancelledException {
    SortedMap<Integer, Step> steps = new TreeMap<>(Histories.ASSET.steps());
    steps.put(1, step);
    History declarations = new History(Histories.ASSET.kind(), Histories.ASSET.structures(), steps);
    try (WritableDirectory directory = workspace.disk.openForWriting(workspace.path(""), "");
        Publication publication = accepted(Publication.begin(directory, Operation.MIGRATE));
        ReadableDirectory assets = directory.openDirectory(new FileName("assets"))) {
      return new Migrating(assets, declarations, Histories.INDEX, Observer.NONE, _ -> {})
          .migrate(
              new DocumentSelection(workspace.disk, workspace.path(""), List.of()), publication);
    }
  }
}
