package dev.papack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import dev.papack.result.Recovered;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A record of a decision proves nothing by itself: not in the folder that it was written in, and
 * still less in a copy. No authored document changes unasked, and no pack is published that is not
 * valid to its last byte.
 */
class PlantedRecordTest {
  private static List<Diagnostic> unfinished(Outcome<?> outcome) {
    return outcome.diagnostics().stream()
        .filter(fault -> fault.code() == DiagnosticCode.PUBLICATION_UNFINISHED)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void noCommandThatJudgesOrWritesFinishesDocumentsUnasked(Decided.Place place) throws Exception {
    TestWorkspace workspace = Decided.by(WritingCommand.ADD, place);
    Map<String, String> authored = workspace.authored();
    Map<String, String> published = workspace.published();
    for (Decided.Command command : Decided.judging(workspace)) {
      Outcome<?> outcome = command.run(workspace.session());
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(unfinished(outcome))
          .singleElement()
          .satisfies(fault -> assertThat(fault.severity()).isEqualTo(Severity.ERROR));
      assertThat(workspace.authored()).isEqualTo(authored);
      assertThat(workspace.published()).isEqualTo(published);
      assertThat(workspace.has(".papack/journal.json")).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void commandsThatOnlyLookGoOnWithAWarning(Decided.Place place) throws Exception {
    TestWorkspace workspace = Decided.by(WritingCommand.ADD, place);
    List<Decided.Command> looking =
        List.of(
            Session::list,
            Session::inspect,
            Session::doctor,
            session -> session.verify(Recorded.IGNORED));
    for (Decided.Command command : looking) {
      Outcome<?> outcome = command.run(workspace.session());
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      assertThat(unfinished(outcome))
          .singleElement()
          .satisfies(fault -> assertThat(fault.severity()).isEqualTo(Severity.WARNING));
    }
  }

  @ParameterizedTest
  @EnumSource
  void recoverShowsTheExactChangeAndMakesItWhenToldTo(Decided.Place place) throws Exception {
    TestWorkspace workspace = Decided.by(WritingCommand.ADD, place);
    Map<String, String> authored = workspace.authored();
    Recovered shown = TestWorkspace.accepted(workspace.session().recover(Effect.SHOW));
    assertThat(shown.state()).isEqualTo(Recovered.State.FOUND);
    assertThat(shown.documents())
        .anySatisfy(
            document -> assertThat(document.diff().text()).contains("--- a/assets/index.json"));
    assertThat(workspace.authored()).isEqualTo(authored);

    Recovered done = TestWorkspace.accepted(workspace.session().recover(Effect.WRITE));
    assertThat(done.state()).isEqualTo(Recovered.State.FINISHED);
    assertThat(done.documents().stream().map(document -> document.diff().text()))
        .containsExactlyElementsOf(
            shown.documents().stream().map(document -> document.diff().text()).toList());
    assertThat(workspace.authored()).isNotEqualTo(authored);
    assertThat(TestWorkspace.accepted(workspace.session().recover(Effect.SHOW)).state())
        .isEqualTo(Recovered.State.NOTHING_FOUND);
  }

  @Test
  void aBuildCompletesAPackOfThisFolderAndStopsAtOneFromElsewhere() throws Exception {
    TestWorkspace here = Decided.by(WritingCommand.BUILD, Decided.Place.HERE);
    TestWorkspace.accepted(here.session().build(Drift.TOLERATED));
    assertThat(here.has(".papack/journal.json")).isFalse();

    TestWorkspace copy = Decided.by(WritingCommand.BUILD, Decided.Place.IN_A_COPY);
    Map<String, String> published = copy.published();
    Outcome<?> outcome = copy.session().build(Drift.TOLERATED);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(copy.published()).isEqualTo(published);
    Recovered shown = TestWorkspace.accepted(copy.session().recover(Effect.SHOW));
    assertThat(shown.packId()).isPresent();
    assertThat(shown.comparison()).isPresent();
    TestWorkspace.accepted(copy.session().recover(Effect.WRITE));
    TestWorkspace.accepted(copy.session().verify(Recorded.IGNORED));
    assertThat(copy.published()).isNotEqualTo(published);
  }

  @Test
  void aFrozenBuildNeverRecovers() throws Exception {
    TestWorkspace workspace = Decided.by(WritingCommand.BUILD, Decided.Place.HERE);
    Map<String, String> published = workspace.published();
    assertThat(workspace.session().build(Drift.REFUSED)).isInstanceOf(Outcome.Refused.class);
    assertThat(workspace.session().check(Drift.REFUSED)).isInstanceOf(Outcome.Refused.class);
    assertThat(workspace.published()).isEqualTo(published);
    assertThat(workspace.session().verify(Recorded.IGNORED)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theGateOfVersionsComesBeforeAnyRecovery() throws Exception {
    TestWorkspace workspace = Decided.by(WritingCommand.BUILD, Decided.Place.HERE);
    Map<String, String> published = workspace.published();
    workspace.write(
        "assets/index.json",
        workspace
            .read("assets/index.json")
            .replace("\"schema_version\": 3", "\"schema_version\": 99"));
    for (Outcome<?> outcome :
        List.of(
            workspace.session().build(Drift.TOLERATED),
            workspace.session().recover(Effect.WRITE))) {
      assertThat(outcome.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.VERSION_TOO_NEW);
    }
    assertThat(workspace.published()).isEqualTo(published);
    assertThat(workspace.has(".papack/journal.json")).isTrue();
  }

  /**
   * A record that says of the published set that it is the new one, and that there was no other.
   */
  private static TestWorkspace claimingThatNothingWasBefore(String journal) throws Exception {
    TestWorkspace workspace = Decided.by(WritingCommand.BUILD, Decided.Place.IN_A_COPY);
    String record = workspace.read(".papack/journal.json");
    List<String> published =
        List.of(
            "assets.pa",
            "build/asset_table.json",
            "build/preload.json",
            "build/asset_table_metadata.json");
    for (int slot = 0; slot < 4; slot++) {
      record =
          record.replace(
              RecordForger.digest(workspace.disk.read("game/.papack/staging/" + slot)),
              RecordForger.digest(workspace.disk.read("game/" + published.get(slot))));
    }
    record = record.replace("\"old\": \"kept\"", "\"old\": \"nothing\"");
    for (String path : workspace.published().keySet()) {
      if (path.contains("/.papack-old-")) {
        workspace.disk.delete(path);
      }
    }
    return workspace
        .delete(".papack/journal.json")
        .write(
            ".papack/" + journal,
            SignedRecord.of(record.getBytes(StandardCharsets.UTF_8)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal.json", "journal.back"})
  void aRecordFromElsewhereNeverDeletesWhatIsPublished(String journal) throws Exception {
    TestWorkspace workspace = claimingThatNothingWasBefore(journal);
    Map<String, String> published = workspace.published();
    workspace.session().build(Drift.TOLERATED);
    TestWorkspace.accepted(workspace.session().discardUnfinished());
    assertThat(workspace.published()).isEqualTo(published);
  }
}
