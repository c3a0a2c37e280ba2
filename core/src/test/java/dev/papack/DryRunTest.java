package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.papack.asset.AssetId;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.result.Added;
import dev.papack.result.Added.Action;
import dev.papack.result.Added.AddedAsset;
import dev.papack.result.Effect;
import dev.papack.result.Health;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dry run writes nothing, and says what the same command without it then does. */
final class DryRunTest {
  private TestWorkspace workspace;

  /** An operation on authored documents. */
  @FunctionalInterface
  private interface Operation<T> {
    Outcome<T> run(Session session, Effect effect) throws IOException, CancelledException;
  }

  /** What an operation said it would do, and what it did. */
  private record Both<T>(T shown, T written) {}

  @BeforeEach
  void disarrange() throws Exception {
    workspace = TestWorkspace.create();
    workspace
        .declared("hero", 7, "hero")
        .registry("7 hero", "8 old/moved", "9 lost")
        .declared("new/moved", 8, "moved")
        .declared("copy", 7, "copy")
        .declared("unregistered", 12, "unregistered")
        .picture("assets/lost.png", 9)
        .picture("assets/undeclared.png", 10)
        .write("assets/broken.png", "no picture");
  }

  private <T> Both<T> both(Operation<T> operation) throws Exception {
    Map<String, String> before = workspace.authored();
    T shown =
        accepted(
            operation.run(workspace.session(ReadOnlyTest.readOnly(workspace.disk)), Effect.SHOW));
    assertThat(workspace.authored()).isEqualTo(before);
    T written = accepted(operation.run(workspace.session(), Effect.WRITE));
    assertThat(workspace.authored()).isNotEqualTo(before);
    return new Both<>(shown, written);
  }

  @Test
  void addShowsWhatItWouldAddWithoutTheIdsThatItWouldDraw() throws Exception {
    Both<Added> both = both((session, effect) -> session.add(workspace.request("assets"), effect));
    assertThat(both.shown()).isEqualTo(both.written().proposed());
    assertThat(both.shown().assets())
        .extracting(AddedAsset::action, asset -> asset.id().map(AssetId::value))
        .containsExactly(
            tuple(Action.GIVEN_NEW_ID, Optional.empty()),
            tuple(Action.RESTORED, Optional.of(9)),
            tuple(Action.MOVED, Optional.of(8)),
            tuple(Action.DECLARED, Optional.empty()),
            tuple(Action.REGISTERED, Optional.of(12)));
    assertThat(both.shown().assets().getFirst().declaration().id()).isEmpty();
    assertThat(both.written().assets()).allSatisfy(asset -> assertThat(asset.id()).isPresent());
    assertThat(both.shown().refused()).hasSize(1);
  }

  @Test
  void removeShowsWhatItWouldRemove() throws Exception {
    Both<?> both = both((session, effect) -> session.remove("hero", effect));
    assertThat(both.shown()).isEqualTo(both.written());
  }

  @Test
  void renameShowsWhatItWouldRename() throws Exception {
    Both<?> both = both((session, effect) -> session.rename("moved", "gone", effect));
    assertThat(both.shown()).isEqualTo(both.written());
  }

  @Test
  void fixShowsWhatItWouldFixAndHowTheWorkspaceIsNow() throws Exception {
    Health now = accepted(workspace.session().doctor());
    Both<Health> both = both(Session::fix);
    assertThat(both.shown()).isEqualTo(now);
    assertThat(both.shown().fixes()).isEqualTo(both.written().proposed().fixes()).hasSize(3);
    assertThat(both.written().findings()).isNotEqualTo(now.findings());
  }

  @Test
  void migrateShowsHowManyDocumentsItWouldMigrate() throws Exception {
    age();
    Both<?> both = both((session, effect) -> session.migrate(List.of(), effect, _ -> {}));
    assertThat(both.shown()).isEqualTo(both.written());
  }

  @Test
  void rebuildShowsWhichRegistryItWouldWrite() throws Exception {
    workspace.delete("assets/copy.asset.json").write("assets/index.json", "<<<<<<< ours");
    Both<?> both = both(Session::rebuildRegistry);
    assertThat(both.shown()).isEqualTo(both.written());
  }

  @Test
  void whatCannotBeWrittenIsRefusedInADryRunToo() throws Exception {
    age();
    assertPending((session, effect) -> session.add(workspace.request("assets"), effect));
    assertPending((session, effect) -> session.remove("hero", effect));
    assertPending((session, effect) -> session.rename("hero", "knight", effect));
    assertPending(Session::fix);
    assertPending(Session::rebuildRegistry);
  }

  private <T> void assertPending(Operation<T> operation) throws Exception {
    for (Effect effect : Effect.values()) {
      Outcome<T> outcome = operation.run(workspace.session(), effect);
      assertThat(outcome).isInstanceOf(Outcome.Refused.class);
      assertThat(codes(outcome)).contains(DiagnosticCode.MIGRATION_PENDING);
    }
  }

  private void age() {
    workspace
        .delete("assets/copy.asset.json")
        .write(
            "assets/index.json",
            """
            {"artifact": "index", "schema_version": 1,
             "assets": [{"asset_id": 7, "root": "hero"}], "retired": []}
            """);
  }
}
