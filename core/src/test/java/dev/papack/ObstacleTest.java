package dev.papack;

import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileType;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Recorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A link, a pipe, a file or a folder where the packer has something of its own. */
class ObstacleTest {
  private TestWorkspace workspace;

  @BeforeEach
  void build() throws Exception {
    workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFF112233).add("assets");
    workspace.build();
    workspace.picture("assets/tree.png", 0xFF445566);
  }

  private void replace(String path, FileType type) {
    if (workspace.has(path)) {
      workspace.delete(path);
    }
    if (type == FileType.FILE) {
      workspace.write(path, "something else");
    } else {
      workspace.plant(path, type);
    }
  }

  private static DiagnosticCode codeOf(FileType type) {
    return switch (type) {
      case LINK -> DiagnosticCode.LINK_REFUSED;
      case SPECIAL -> DiagnosticCode.SPECIAL_FILE;
      case FILE, DIRECTORY -> DiagnosticCode.FILE_EXISTS;
    };
  }

  @ParameterizedTest
  @CsvSource({
    ".papack, LINK",
    ".papack, SPECIAL",
    ".papack, FILE",
    ".papack/lock, LINK",
    ".papack/lock, SPECIAL",
    ".papack/lock, DIRECTORY",
    ".papack/staging, LINK",
    ".papack/staging, SPECIAL",
    ".papack/staging, FILE",
    ".papack/journal.json, LINK",
    ".papack/journal.json, SPECIAL",
    ".papack/journal.json, DIRECTORY",
    ".papack/journal.back, LINK",
    ".papack/journal.back, SPECIAL",
    ".papack/journal.back, DIRECTORY",
    ".papack/owner.json, LINK",
    ".papack/build_cache, SPECIAL",
    ".papack/staging/0, LINK",
    ".papack/staging/0, SPECIAL",
    ".papack/staging/0, DIRECTORY",
    ".papack/journal.new, LINK",
    ".papack/journal.new, SPECIAL",
    ".papack/journal.new, DIRECTORY",
  })
  void controlDataOfAnotherTypeStopsEveryWriterWithADiagnostic(String path, FileType type)
      throws Exception {
    replace(path, type);
    DiagnosticCode code =
        path.startsWith(".papack/staging/") ? DiagnosticCode.FILE_EXISTS : codeOf(type);
    Map<String, String> published = workspace.published();
    Map<String, String> authored = workspace.authored();
    List<Outcome<?>> outcomes =
        List.of(
            workspace.session().build(Drift.TOLERATED),
            workspace.session().add(workspace.request("assets"), Effect.WRITE),
            workspace.session().remove("hero", Effect.WRITE),
            workspace.session().recover(Effect.WRITE));
    assertThat(outcomes).allSatisfy(outcome -> assertThat(codes(outcome)).containsExactly(code));
    assertThat(workspace.published()).isEqualTo(published);
    assertThat(workspace.authored()).isEqualTo(authored);
    // What would stop a build, or may hide a record, stops a check; what only looks says so.
    assertThat(codes(workspace.session().check(Drift.TOLERATED))).containsExactly(code);
    assertThat(workspace.session().plan(Drift.TOLERATED)).isInstanceOf(Outcome.Refused.class);
    boolean mayHideRecord =
        path.equals(".papack") || path.contains("journal.json") || path.contains("journal.back");
    assertThat(workspace.session().verify(Recorded.IGNORED))
        .isInstanceOf(mayHideRecord ? Outcome.Refused.class : Outcome.Accepted.class);
    assertThat(workspace.session().list())
        .isInstanceOf(Outcome.Accepted.class)
        .satisfies(listed -> assertThat(codes(listed)).containsExactly(code));
    assertThat(workspace.session().doctor())
        .isInstanceOf(Outcome.Accepted.class)
        .satisfies(found -> assertThat(codes(found)).contains(code));
  }

  @ParameterizedTest
  @CsvSource({
    "build, LINK", "build, SPECIAL", "build, FILE",
    "assets.pa, LINK", "assets.pa, SPECIAL", "assets.pa, DIRECTORY",
    "build/preload.json, LINK", "build/preload.json, SPECIAL", "build/preload.json, DIRECTORY",
  })
  void publishedFileOfAnotherTypeStopsABuildWithADiagnostic(String path, FileType type)
      throws Exception {
    replace(path, type);
    Map<String, String> published = workspace.published();
    assertThat(codes(workspace.session().build(Drift.TOLERATED))).containsExactly(codeOf(type));
    assertThat(codes(workspace.session().check(Drift.TOLERATED))).containsExactly(codeOf(type));
    assertThat(codes(workspace.session().plan(Drift.TOLERATED))).containsExactly(codeOf(type));
    assertThat(codes(workspace.session().verify(Recorded.IGNORED))).containsExactly(codeOf(type));
    assertThat(workspace.published()).isEqualTo(published);
    assertThat(workspace.has(".papack/staging")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"LINK", "SPECIAL", "FILE"})
  void assetsOfAnotherTypeAreRefused(FileType type) throws Exception {
    Session session = workspace.session();
    replace("assets", type);
    List<Outcome<?>> outcomes =
        List.of(
            session.build(Drift.TOLERATED),
            session.check(Drift.TOLERATED),
            session.list(),
            session.plan(Drift.TOLERATED),
            session.add(workspace.request("assets"), Effect.WRITE),
            session.remove("hero", Effect.WRITE),
            workspace.packer(workspace.disk, 1).open(workspace.path("")),
            workspace.packer(workspace.disk, 1).init(workspace.path("")));
    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(codes(outcome)).containsExactly(codeOf(type)));
  }

  @ParameterizedTest
  @EnumSource(names = {"LINK", "SPECIAL", "DIRECTORY"})
  void checkThatHasNothingToConvertFindsWhatStopsABuild(FileType type) throws Exception {
    workspace.delete("assets/tree.png");
    workspace.build();
    assertThat(codes(workspace.session().check(Drift.TOLERATED))).isEmpty();
    replace("assets.pa", type);
    assertThat(codes(workspace.session().check(Drift.TOLERATED))).containsExactly(codeOf(type));
  }

  @Test
  void deletedAssetsAreNoWorkspace() throws Exception {
    Session session = workspace.session();
    workspace.delete("assets");
    assertThat(codes(session.list())).containsExactly(DiagnosticCode.WORKSPACE_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource(names = {"LINK", "SPECIAL"})
  void registryOfAnotherTypeIsRefused(FileType type) throws Exception {
    replace("assets/index.json", type);
    assertThat(codes(workspace.session().build(Drift.TOLERATED))).containsExactly(codeOf(type));
    assertThat(codes(workspace.session().add(workspace.request("assets"), Effect.WRITE)))
        .containsExactly(codeOf(type));
  }

  @Test
  void foreignFilesInStagingAreNotDeleted() throws Exception {
    workspace.write(".papack/staging/mine/notes.txt", "keep");
    assertThat(codes(workspace.session().build(Drift.TOLERATED)))
        .containsExactly(DiagnosticCode.FILE_EXISTS);
    assertThat(workspace.read(".papack/staging/mine/notes.txt")).isEqualTo("keep");
  }

  @Test
  void leftoversOfACrashAreDeleted() throws Exception {
    workspace.write(".papack/staging/0", "half").write(".papack/journal.new", "{");
    workspace.build();
    assertThat(workspace.has(".papack/staging")).isFalse();
  }

  @Test
  void folderThatIsNoWorkspaceAndNoFolderAreRefused() throws Exception {
    Packer packer = workspace.packer(workspace.disk, 1);
    assertThat(codes(packer.open(java.nio.file.Path.of("/nowhere"))))
        .containsExactly(DiagnosticCode.WORKSPACE_NOT_FOUND);
    assertThat(codes(packer.open(workspace.path("assets.pa"))))
        .containsExactly(DiagnosticCode.WORKSPACE_NOT_FOUND);
    assertThat(packer.open(workspace.path("assets"))).isInstanceOf(Outcome.Accepted.class);
  }
}
