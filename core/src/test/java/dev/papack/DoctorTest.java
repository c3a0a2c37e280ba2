package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.blames;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.Health;
import dev.papack.result.Health.EditedDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code doctor} finds, what it puts right, and what it leaves to the author. */
class DoctorTest {
  private final TestWorkspace workspace;

  DoctorTest() throws IOException, CancelledException {
    workspace =
        TestWorkspace.create()
            .declared("hero", 1001, "hero")
            .declared("tree", 1002, "tree")
            .registry("1001 hero", "1002 tree", "77");
  }

  private Health doctor() throws Exception {
    return accepted(workspace.session().doctor());
  }

  private Health fixed() throws Exception {
    return accepted(workspace.session().fix(Effect.WRITE));
  }

  /** What is fixed, as {@code ACTION root}. */
  private List<String> fixes() throws Exception {
    return fixed().fixes().stream().map(fix -> fix.action() + " " + fix.place().root()).toList();
  }

  private Diagnostic only(DiagnosticCode code) throws Exception {
    List<Diagnostic> found =
        doctor().findings().stream().filter(finding -> finding.code() == code).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void healthyWorkspaceHasNoFindingsAndNothingIsWritten() throws Exception {
    Map<String, String> before = workspace.authored();
    assertThat(doctor())
        .isEqualTo(new Health(2, 5, List.of(), List.of(), List.of(), Health.MergeDriver.NO_CLONE));
    assertThat(fixes()).isEmpty();
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void copyGetsItsOwnIdAndTheRegisteredRootKeepsIts() throws Exception {
    workspace.declared("copy", 1001, "copy");
    assertThat(fixes()).containsExactly("GIVEN_NEW_ID copy");
    assertThat(workspace.read("assets/hero.asset.json")).contains("1001");
    assertThat(workspace.read("assets/copy.asset.json")).doesNotContain("1001");
    assertThat(doctor().findings()).isEmpty();
  }

  @Test
  void twoUnregisteredRootsWithOneIdAreLeftAndNamed() throws Exception {
    workspace.declared("a", 1003, "a").declared("b", 1003, "b");
    assertThat(fixes()).isEmpty();
    assertThat(doctor().findings())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.ID_IN_TWO_PLACES, DiagnosticCode.ID_IN_TWO_PLACES);
    assertThat(FirstFix.title(doctor().findings().getFirst()).orElseThrow())
        .startsWith("if this is the original, register it");
  }

  @Test
  void retiredIdInUseIsReplacedAndItsMeaningIsTold() throws Exception {
    workspace.declared("ghost", 77, "ghost");
    Health health = doctor();
    assertThat(health.fixes()).hasSize(1);
    assertThat(health.fixes().getFirst().reasons())
        .containsExactly(
            "its old id 77 was retired when an asset (name unknown) was removed; references to 77"
                + " still mean that asset");
    assertThat(fixes()).containsExactly("GIVEN_NEW_ID ghost");
  }

  @Test
  void declarationThatOnlyLostItsIdGetsItBack() throws Exception {
    workspace.write(
        "assets/hero.asset.json",
        workspace.read("assets/hero.asset.json").replace("  \"asset_id\": 1001,\n", ""));
    assertThat(fixes()).containsExactly("RESTORED hero");
    assertThat(workspace.read("assets/hero.asset.json")).contains("\"asset_id\": 1001,");
  }

  @Test
  void goneRootIsNeverRetired() throws Exception {
    workspace.delete("assets/hero.asset.json");
    Map<String, String> before = workspace.authored();
    assertThat(fixes()).isEmpty();
    assertThat(workspace.authored()).isEqualTo(before);
    assertThat(only(DiagnosticCode.ROOT_GONE).fixes())
        .extracting(Fix::action)
        .contains(Fix.run(Verb.REMOVE, new Argument.OfId(1001)));
  }

  @Test
  void moveIsNotFollowedWhileTheOldRootIsDeclaredWithoutId() throws Exception {
    workspace.declared("copy", 1001, "copy");
    workspace.write(
        "assets/hero.asset.json",
        workspace.read("assets/hero.asset.json").replace("  \"asset_id\": 1001,\n", ""));
    assertThat(fixes()).isEmpty();
    assertThat(only(DiagnosticCode.ROOT_MOVED).isError()).isTrue();
    assertThat(FirstFix.title(only(DiagnosticCode.ROOT_MOVED)).orElseThrow())
        .isEqualTo("if it moved, register it there");
  }

  @Test
  void moveIsNotFollowedWhileAnUnreadableDeclarationMayHaveTheId() throws Exception {
    workspace.declared("copy", 1001, "hero").declared("moved", 1001, "hero");
    workspace.delete("assets/hero.asset.json");
    workspace.write(
        "assets/moved.asset.json", "<<<<<<< ours\n" + workspace.read("assets/moved.asset.json"));
    assertThat(fixes()).isEmpty();
    assertThat(only(DiagnosticCode.ID_IN_TWO_PLACES).related().getFirst().location().path())
        .isEqualTo("assets/moved.asset.json");
  }

  @Test
  void lostRegistryIsNamedWithWhatTheDeclarationsTell() throws Exception {
    workspace.declared("copy", 1001, "hero").delete("assets/index.json").delete("assets/tree.png");
    Health health = accepted(repaired().doctor());
    assertThat(blames(health.findings()))
        .containsExactly(
            "ID_IN_TWO_PLACES assets/copy.asset.json",
            "ID_IN_TWO_PLACES assets/hero.asset.json",
            "NAME_TAKEN assets/hero.asset.json",
            "REGISTRY_LOST assets/index.json",
            "SOURCE_MISSING assets/tree.asset.json");
    assertThat(accepted(repaired().fix(Effect.WRITE)).fixes()).isEmpty();
    assertThat(workspace.has("assets/index.json")).isFalse();
  }

  private Session repaired() throws Exception {
    return accepted(workspace.packer(workspace.disk, 1).openForRepair(workspace.path("assets")));
  }

  @Test
  void folderOfAssetsWithoutDeclarationsIsNoWorkspace() throws Exception {
    TestWorkspace bare = TestWorkspace.create().picture("assets/a.png", 1);
    bare.delete("assets/index.json");
    assertThat(codes(bare.packer(bare.disk, 1).openForRepair(bare.path(""))))
        .containsExactly(DiagnosticCode.WORKSPACE_NOT_FOUND);
  }

  @Test
  void unreadableRegistryHasItsFaultAndTheRemedy() throws Exception {
    workspace.write("assets/index.json", workspace.read("assets/index.json").replace("}]", "}"));
    assertThat(only(DiagnosticCode.JSON_SYNTAX).fixes())
        .extracting(Fix::action)
        .contains(Fix.run(Verb.REBUILD_REGISTRY));
  }

  @Test
  void unsupportedRegistryStopsEverything() throws Exception {
    workspace.write("assets/index.json", "{\"artifact\": \"index\", \"schema_version\": 9}");
    workspace.delete("assets/hero.png");
    assertThat(codes(workspace.session().doctor())).containsExactly(DiagnosticCode.VERSION_TOO_NEW);
    assertThat(workspace.session().fix(Effect.WRITE)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void nothingIsMendedBesideADeclarationOfAnUnsupportedVersion() throws Exception {
    workspace.declared("copy", 1001, "copy");
    workspace.write(
        "assets/tree.asset.json",
        workspace.read("assets/tree.asset.json").replace("version\": 3", "version\": 9"));
    assertThat(fixes()).isEmpty();
  }

  @Test
  void pendingDocumentStopsTheFixAndNotTheReport() throws Exception {
    workspace.declared("copy", 1001, "copy");
    workspace.write(
        "assets/index.json",
        """
        {"artifact": "index", "schema_version": 1, "assets": [
          {"asset_id": 1001, "root": "hero"}, {"asset_id": 1002, "root": "tree"}], "retired": []}
        """);
    assertThat(doctor().fixes()).hasSize(1);
    assertThat(codes(workspace.session().fix(Effect.WRITE)))
        .containsExactly(DiagnosticCode.MIGRATION_PENDING);
  }

  @Test
  void renamedSourceIsDeclaredUnderItsNewName() throws Exception {
    workspace.build();
    workspace.move("assets/hero.png", "assets/champion.png");
    assertThat(only(DiagnosticCode.SOURCE_MISSING).related().getFirst().location().path())
        .isEqualTo("assets/champion.png");
    assertThat(codes(doctor().findings())).containsExactly(DiagnosticCode.SOURCE_MISSING);
    assertThat(fixed().edits())
        .extracting(EditedDocument::path)
        .containsExactly(WorkspacePath.of("assets/hero.asset.json"));
    assertThat(workspace.read("assets/hero.asset.json")).contains("[\"champion.png\"]");
    assertThat(doctor().findings()).isEmpty();
  }

  @Test
  void oneOfTwoCopiesOfAMissingSourceIsNotChosen() throws Exception {
    workspace.build();
    workspace.move("assets/hero.png", "assets/champion.png");
    workspace.picture("assets/other.png", 0xFF000000 | 1001);
    Map<String, String> before = workspace.authored();
    assertThat(fixed().edits()).isEmpty();
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void otherPictureIsNoEvidenceOfANewName() throws Exception {
    workspace.build();
    workspace.delete("assets/hero.png").picture("assets/champion.png", 0xFF123456);
    assertThat(only(DiagnosticCode.SOURCE_MISSING).related()).isEmpty();
    assertThat(only(DiagnosticCode.FILE_UNUSED).location().path()).isEqualTo("assets/champion.png");
  }

  @Test
  void filesOfAnUnreadableDeclarationAreNotCalledUnused() throws Exception {
    workspace.write("assets/hero.asset.json", "{").write("assets/.hidden", "x");
    assertThat(codes(doctor().findings())).containsExactly(DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void pointersAreFoundWithoutDecoding() throws Exception {
    workspace.write(
        "assets/hero.png",
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 4711\n"
            .getBytes(StandardCharsets.US_ASCII));
    assertThat(only(DiagnosticCode.LFS_POINTER).message()).contains("4711 bytes");
    assertThat(workspace.check()).containsExactly(only(DiagnosticCode.LFS_POINTER));
  }

  @Test
  void registeredRootsThatCollideAreTold() throws Exception {
    workspace.registry("1001 hero", "1002 tree", "1003 Hero", "1004 a/B", "1005 a/b");
    assertThat(
            doctor().findings().stream()
                .filter(finding -> finding.code() == DiagnosticCode.PATH_COLLISION)
                .map(finding -> finding.found().orElseThrow()))
        .containsExactly("Hero", "a/b");
  }

  @Test
  void sessionThatCannotRepairSaysThatTheRegistryIsLost() throws Exception {
    Session open = workspace.session();
    workspace.delete("assets/index.json");
    assertThat(codes(open.list())).containsExactly(DiagnosticCode.REGISTRY_LOST);
  }
}
