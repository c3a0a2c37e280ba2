package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.TestDisk;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Progress;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.MissingFolder;
import dev.papack.result.Plan;
import dev.papack.result.Recorded;
import dev.papack.result.Recovered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace that publishes elsewhere: nothing in it is written, and everything is there. */
class OutputTest {
  private static final Path OUT = Path.of("/out").toAbsolutePath();
  private static final Set<String> WRITING =
      Set.of("create", "append", "rename", "link", "delete", "flush", "lock");

  private static TestWorkspace game() throws IOException, CancelledException {
    TestWorkspace workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFFCC2211).sound("assets/jump.wav", 1, 2, 3);
    workspace.add("assets");
    return workspace.delete(".papack/lock").delete(".papack");
  }

  /** A disk on which everything can be written but the workspace. */
  static Disk readOnlyWorkspace(Disk real) {
    return TestDisk.with(
        real,
        (number, operation) -> {
          int space = operation.indexOf(' ');
          if (WRITING.contains(operation.substring(0, space))
              && !operation.startsWith(OUT.toString(), space + 1)) {
            throw new DiskException(
                DiskException.Trouble.READ_ONLY, operation, "Read-only file system");
          }
        });
  }

  private static Session apart(TestWorkspace workspace) throws IOException, CancelledException {
    return accepted(
        workspace
            .session(readOnlyWorkspace(workspace.disk))
            .withOutput(OUT, MissingFolder.CREATED));
  }

  private static Built build(Session session) throws IOException, CancelledException {
    return accepted(session.build(Drift.TOLERATED));
  }

  @Test
  void whoeverFollowsAWorkspaceFollowsItWhereItPublishesElsewhere() throws Exception {
    List<Progress> events = new ArrayList<>();
    accepted(
            game()
                .session()
                .followedBy(Observer.of(events::add))
                .withOutput(OUT, MissingFolder.CREATED))
        .build(Drift.TOLERATED);
    assertThat(events).isNotEmpty();
  }

  private static Map<String, String> workspaceFiles(TestWorkspace workspace) {
    return workspace.disk.files("game");
  }

  @Test
  void buildWritesEverythingThereAndNothingInTheWorkspace() throws Exception {
    TestWorkspace workspace = game();
    Map<String, String> before = workspaceFiles(workspace);
    Session session = apart(workspace);
    assertThat(session.output()).isEqualTo(OUT);
    Built built = build(session);
    assertThat(built.pack()).isEqualTo(OUT.resolve("assets.pa"));
    assertThat(workspaceFiles(workspace)).isEqualTo(before);
    assertThat(workspace.disk.files("out").keySet())
        .containsExactlyInAnyOrder(
            "out/assets.pa",
            "out/build/asset_table.json",
            "out/build/preload.json",
            "out/build/asset_table_metadata.json",
            "out/.papack/lock",
            "out/.papack/build_cache");
    assertThat(build(session).state()).isEqualTo(Built.State.UNCHANGED);
  }

  @Test
  void packIsTheSameWhereverItIsPublished() throws Exception {
    TestWorkspace workspace = game();
    Built elsewhere = build(apart(workspace));
    assertThat(workspace.build().packId()).isEqualTo(elsewhere.packId());
    for (String file : workspace.published().keySet()) {
      assertThat(workspace.disk.text(file.replace("game/", "out/")))
          .as(file)
          .isEqualTo(workspace.disk.text(file));
    }
  }

  @Test
  void everythingThatIsPublishedIsLookedForThere() throws Exception {
    TestWorkspace workspace = game();
    Session session = apart(workspace);
    build(session);
    assertThat(accepted(session.verify(Recorded.COMPARED)).header().assetTable()).hasSize(2);
    assertThat(accepted(session.inspect()).header().assetTable()).hasSize(2);
    assertThat(accepted(session.constants()).assets()).hasSize(2);
    assertThat(accepted(session.plan(Drift.TOLERATED)).assets())
        .extracting(Plan.PlannedAsset::change)
        .containsOnly(Plan.Change.UNCHANGED);
    assertThat(accepted(session.cache()).assetCount()).isEqualTo(2);
    assertThat(accepted(session.check(Drift.TOLERATED)).assetCount()).isEqualTo(2);
    assertThat(accepted(session.list()).assets()).hasSize(2);
    assertThat(accepted(session.doctor()).findings()).isEmpty();
    assertThat(accepted(session.recover(Effect.SHOW)).state())
        .isEqualTo(Recovered.State.NOTHING_FOUND);
    assertThat(accepted(session.clearCache())).isPositive();
    Session beside = workspace.session();
    assertThat(codes(beside.inspect())).containsExactly(DiagnosticCode.PACK_NOT_FOUND);
    assertThat(accepted(beside.plan(Drift.TOLERATED)).assets())
        .extracting(Plan.PlannedAsset::change)
        .containsOnly(Plan.Change.ADDED);
  }

  @Test
  void messagesNameFilesOfTheOutputByTheirWholePath() throws Exception {
    TestWorkspace workspace = game();
    Session session = apart(workspace);
    assertThat(session.inspect().diagnostics().getFirst().location().path())
        .isEqualTo("/out/assets.pa");
    build(session);
    workspace.disk.delete("out/build/preload.json");
    assertThat(session.verify(Recorded.IGNORED).diagnostics())
        .extracting(fault -> fault.location().path())
        .containsExactly("/out/build/preload.json");
    workspace.disk.write("out/assets.pa", "damaged");
    assertThat(session.verify(Recorded.IGNORED).diagnostics())
        .extracting(fault -> fault.location().path())
        .containsOnly("/out/assets.pa");
  }

  @Test
  void changedPictureIsTheOnlyThingThatIsConvertedAgain() throws Exception {
    TestWorkspace workspace = game();
    Session session = apart(workspace);
    build(session);
    workspace.picture("assets/hero.png", 0xFF112233);
    assertThat(build(session).convertedCount()).isEqualTo(1);
  }

  @Test
  void documentsAreStillWrittenInTheWorkspace() throws Exception {
    TestWorkspace workspace = game();
    Session session = accepted(workspace.session().withOutput(OUT, MissingFolder.CREATED));
    build(session);
    Map<String, String> published = workspace.disk.files("out");
    accepted(session.rename("hero", "knight", Effect.WRITE));
    assertThat(workspace.read("assets/hero.asset.json")).contains("\"knight\"");
    assertThat(workspace.has(".papack/lock")).isTrue();
    assertThat(workspace.disk.files("out")).isEqualTo(published);
    assertThat(build(session).state()).isEqualTo(Built.State.PUBLISHED);
  }

  @Test
  void lostSourceIsRecognizedByWhatTheBuildThereRecorded() throws Exception {
    TestWorkspace workspace = game();
    Session session = accepted(workspace.session().withOutput(OUT, MissingFolder.CREATED));
    build(session);
    workspace.move("assets/hero.png", "assets/knight.png");
    assertThat(codes(accepted(session.doctor()).findings()))
        .contains(DiagnosticCode.SOURCE_MISSING);
    assertThat(accepted(session.doctor()).findings())
        .anySatisfy(fault -> assertThat(fault.toString()).contains("knight.png"));
  }

  @Test
  void workspaceItselfIsTheUsualOutput() throws Exception {
    TestWorkspace workspace = game();
    Session session =
        accepted(workspace.session().withOutput(workspace.path("."), MissingFolder.REFUSED));
    assertThat(session.output()).isEqualTo(session.workspace());
    build(session);
    assertThat(workspace.has("assets.pa")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/game/assets, is inside the assets of the workspace",
    "/game/assets/out, is inside the assets of the workspace",
    "/game/.papack, is inside the control folder of the workspace",
    "/game/.papack/staging, is inside the control folder of the workspace",
    "/, contains the workspace",
    "/other, is another workspace",
    "/other/assets, is inside the assets of another workspace",
    "/other/assets/deep/out, is inside the assets of another workspace"
  })
  void folderThatIsSomethingElseIsRefusedAndNothingIsCreated(String folder, String reason)
      throws Exception {
    TestWorkspace workspace = game();
    workspace.disk.write("other/assets/index.json", "{}");
    Map<String, String> before = workspace.disk.files("game", "other");
    Outcome<Session> refused =
        workspace.session().withOutput(Path.of(folder).toAbsolutePath(), MissingFolder.CREATED);
    assertThat(codes(refused)).containsExactly(DiagnosticCode.OUTPUT_UNFIT);
    assertThat(refused.diagnostics().getFirst().message()).contains(reason);
    assertThat(workspace.disk.files("game", "other")).isEqualTo(before);
  }

  @Test
  void folderInTheWorkspaceThatIsNothingElseIsGood() throws Exception {
    TestWorkspace workspace = game();
    Session session =
        accepted(workspace.session().withOutput(workspace.path("out"), MissingFolder.CREATED));
    build(session);
    assertThat(workspace.has("out/assets.pa")).isTrue();
    assertThat(workspace.has("assets.pa")).isFalse();
    assertThat(workspace.has(".papack")).isFalse();
  }

  @Test
  void missingFolderIsRefusedByWhoeverOnlyLooks() throws Exception {
    TestWorkspace workspace = game();
    assertThat(codes(workspace.session().withOutput(OUT, MissingFolder.REFUSED)))
        .containsExactly(DiagnosticCode.OUTPUT_MISSING);
    assertThat(workspace.disk.has("out")).isFalse();
  }

  @Test
  void fileInPlaceOfTheFolderIsRefused() throws Exception {
    TestWorkspace workspace = game();
    workspace.disk.write("out", "a file");
    assertThatThrownBy(
            () -> workspace.session().withOutput(OUT.resolve("deep"), MissingFolder.CREATED))
        .isInstanceOf(Exception.class);
    assertThat(codes(workspace.session().withOutput(OUT, MissingFolder.REFUSED)))
        .containsExactly(DiagnosticCode.OUTPUT_MISSING);
  }

  @Test
  void outputOfAnotherWorkspaceIsRefusedAndStays() throws Exception {
    TestWorkspace workspace = game();
    build(apart(workspace));
    Map<String, String> published = workspace.disk.files("out");
    TestWorkspace other = TestWorkspace.create();
    other.declared("tree", 7, "tree").registry("7 tree");
    other.disk.write("out/assets.pa", workspace.disk.read("out/assets.pa"));
    Outcome<Session> refused = other.session().withOutput(OUT, MissingFolder.CREATED);
    assertThat(codes(refused)).containsExactly(DiagnosticCode.OUTPUT_OF_OTHER_WORKSPACE);
    assertThat(refused.diagnostics().getFirst().location().path()).isEqualTo("/out/assets.pa");
    assertThat(workspace.disk.files("out")).isEqualTo(published);
  }

  /** Two workspaces that begin at the same time, with a folder that is empty for both. */
  @Test
  void outputOfAnotherWorkspaceIsRefusedUnderTheLock() throws Exception {
    TestWorkspace workspace = game();
    build(apart(workspace));
    TestWorkspace other = TestWorkspace.create();
    other.declared("tree", 7, "tree").registry("7 tree");
    Session session = accepted(other.session().withOutput(OUT, MissingFolder.CREATED));
    other.disk.write("out/assets.pa", workspace.disk.read("out/assets.pa"));
    assertThat(codes(session.build(Drift.TOLERATED)))
        .containsExactly(DiagnosticCode.OUTPUT_OF_OTHER_WORKSPACE);
    assertThat(other.disk.read("out/assets.pa")).isEqualTo(workspace.disk.read("out/assets.pa"));
  }

  @Test
  void otherBranchAndRemovedAssetsAreStillTheSameWorkspace() throws Exception {
    TestWorkspace workspace = game();
    Session session = accepted(workspace.session().withOutput(OUT, MissingFolder.CREATED));
    build(session);
    accepted(session.remove("hero", Effect.WRITE));
    accepted(session.remove("jump", Effect.WRITE));
    build(apart(workspace));
    assertThat(accepted(session.inspect()).header().assetTable()).isEmpty();
    workspace.picture("assets/tree.png", 0xFF004400).add("assets/tree.png");
    build(apart(workspace));
  }

  @ParameterizedTest
  @ValueSource(strings = {"assets.pa", "build/preload.json"})
  void fileThatPapackDidNotPutThereIsNotReplaced(String file) throws Exception {
    TestWorkspace workspace = game();
    workspace.disk.write("out/" + file, "precious");
    Outcome<Session> refused = workspace.session().withOutput(OUT, MissingFolder.CREATED);
    assertThat(codes(refused)).containsExactly(DiagnosticCode.FILE_EXISTS);
    assertThat(workspace.disk.text("out/" + file)).isEqualTo("precious");
  }

  @Test
  void damagedPackOfOursIsReplaced() throws Exception {
    TestWorkspace workspace = game();
    Session session = apart(workspace);
    build(session);
    workspace.disk.write("out/assets.pa", "damaged");
    build(apart(workspace));
    accepted(session.verify(Recorded.COMPARED));
  }

  @Test
  void linkInTheOutputIsNotFollowed() throws Exception {
    TestWorkspace workspace = game();
    workspace.disk.plant("out", FileType.DIRECTORY).plant("out/build", FileType.LINK);
    assertThat(codes(apart(workspace).build(Drift.TOLERATED)))
        .containsExactly(DiagnosticCode.LINK_REFUSED);
  }

  @Test
  void cleanWorkspaceButUnfinishedDocumentsStopTheBuild() throws Exception {
    TestWorkspace ready = WritingCommand.RECOVER_DOCUMENTS.ready();
    Session session = apart(ready);
    for (Drift drift : Drift.values()) {
      Outcome<Built> refused = session.build(drift);
      assertThat(codes(refused)).containsExactly(DiagnosticCode.PUBLICATION_UNFINISHED);
      Diagnostic fault = refused.diagnostics().getFirst();
      assertThat(fault.location().path()).isEqualTo(".papack/journal.json");
      assertThat(fault.fixes().getFirst().title()).contains("the workspace itself");
    }
    assertThat(session.check(Drift.TOLERATED)).isInstanceOf(Outcome.Refused.class);
    assertThat(codes(session.list())).contains(DiagnosticCode.PUBLICATION_UNFINISHED);
    assertThat(ready.disk.has("out/assets.pa")).isFalse();
  }

  @Test
  void unfinishedPackOfTheWorkspaceIsNotOfTheOutput() throws Exception {
    TestWorkspace ready = WritingCommand.RECOVER.ready();
    Session session = apart(ready);
    Map<String, String> before = workspaceFiles(ready);
    build(session);
    assertThat(session.verify(Recorded.COMPARED).diagnostics()).isEmpty();
    assertThat(accepted(session.recover(Effect.WRITE)).state())
        .isEqualTo(Recovered.State.NOTHING_FOUND);
    assertThat(workspaceFiles(ready)).isEqualTo(before);
  }

  /** A build that dies right after its decision. */
  private static TestWorkspace unfinished() throws IOException, CancelledException {
    TestWorkspace workspace = game();
    Session session =
        accepted(
            workspace
                .session(
                    TestDisk.with(
                        workspace.disk,
                        (number, operation) -> {
                          if (workspace.disk.has("out/.papack/journal.json")) {
                            throw new TestDisk.Crash(operation);
                          }
                        }),
                    1)
                .withOutput(OUT, MissingFolder.CREATED));
    assertThatThrownBy(() -> session.build(Drift.TOLERATED)).isInstanceOf(TestDisk.Crash.class);
    assertThat(workspace.disk.has("out/.papack/journal.json")).isTrue();
    assertThat(workspace.disk.has("out/assets.pa")).isFalse();
    return workspace;
  }

  @Test
  void unfinishedPackIsReportedThereAndRecoveredThere() throws Exception {
    TestWorkspace workspace = unfinished();
    Session session = apart(workspace);
    assertThat(session.list().diagnostics())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo(DiagnosticCode.PUBLICATION_UNFINISHED);
          assertThat(fault.severity()).isEqualTo(Severity.WARNING);
          assertThat(fault.location().path()).isEqualTo("/out/.papack/journal.json");
        });
    assertThat(workspace.session().list().diagnostics()).isEmpty();
    assertThat(codes(session.build(Drift.REFUSED)))
        .containsExactly(DiagnosticCode.PUBLICATION_UNFINISHED);
    assertThat(accepted(session.recover(Effect.SHOW)).state()).isEqualTo(Recovered.State.FOUND);
    assertThat(accepted(session.recover(Effect.WRITE)).state()).isEqualTo(Recovered.State.FINISHED);
    accepted(session.verify(Recorded.COMPARED));
  }

  @Test
  void unfinishedPackIsCompletedByTheNextBuildOrDiscarded() throws Exception {
    TestWorkspace completed = unfinished();
    build(apart(completed));
    assertThat(completed.disk.has("out/.papack/journal.json")).isFalse();
    TestWorkspace discarded = unfinished();
    assertThat(accepted(apart(discarded).discardUnfinished()).state())
        .isEqualTo(Recovered.State.DISCARDED);
    assertThat(discarded.disk.files("out").keySet()).containsExactly("out/.papack/lock");
  }

  @Test
  void recordOfDocumentsInTheOutputIsNeverCarriedOut() throws Exception {
    TestWorkspace ready = WritingCommand.RECOVER_DOCUMENTS.ready();
    ready.disk.move("game/.papack", "out/.papack");
    Map<String, String> before = workspaceFiles(ready);
    Session session = apart(ready);
    assertThat(codes(session.build(Drift.TOLERATED)))
        .containsExactly(DiagnosticCode.PUBLICATION_UNFINISHED);
    assertThat(codes(session.recover(Effect.WRITE)))
        .containsExactly(DiagnosticCode.PUBLICATION_UNFINISHED);
    accepted(session.discardUnfinished());
    assertThat(ready.disk.has("out/.papack/journal.json")).isFalse();
    assertThat(workspaceFiles(ready)).isEqualTo(before);
  }

  @Test
  void outputIsLockedAndTheWorkspaceIsNot() throws Exception {
    TestWorkspace workspace = game();
    Outcome<?>[] met = new Outcome<?>[2];
    Disk watched =
        TestDisk.with(
            workspace.disk,
            (number, operation) -> {
              if (operation.equals("create /out/.papack/staging/spool") && met[0] == null) {
                met[0] = Outcome.done();
                try {
                  met[0] =
                      accepted(workspace.session().withOutput(OUT, MissingFolder.REFUSED))
                          .build(Drift.TOLERATED);
                  met[1] = workspace.session().build(Drift.TOLERATED);
                } catch (CancelledException e) {
                  throw new IOException(e);
                }
              }
            });
    build(accepted(workspace.session(watched).withOutput(OUT, MissingFolder.CREATED)));
    assertThat(codes(met[0])).containsExactly(DiagnosticCode.WORKSPACE_LOCKED);
    assertThat(met[1]).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void documentsThatAnotherPapackChangesMeanwhileStopTheBuild() throws Exception {
    TestWorkspace workspace = game();
    boolean[] isDone = new boolean[1];
    Disk watched =
        TestDisk.with(
            workspace.disk,
            (number, operation) -> {
              if (operation.equals("create /out/.papack/staging/spool") && !isDone[0]) {
                isDone[0] = true;
                try {
                  accepted(workspace.session().rename("hero", "knight", Effect.WRITE));
                } catch (CancelledException e) {
                  throw new IOException(e);
                }
              }
            });
    Session session =
        accepted(workspace.session(watched, 1).withOutput(OUT, MissingFolder.CREATED));
    Outcome<Built> refused = session.build(Drift.TOLERATED);
    assertThat(isDone[0]).isTrue();
    assertThat(codes(refused)).containsExactly(DiagnosticCode.FILE_CHANGED);
    assertThat(workspace.disk.has("out/assets.pa")).isFalse();
    build(session);
  }
}
