package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.blames;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Severity;
import dev.papack.progress.CancelledException;
import dev.papack.result.Added;
import dev.papack.result.Added.Action;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.Health;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An id comes to mean another asset only if its author says so, and never in silence. */
final class MeaningOfIdsTest {
  private TestWorkspace workspace;

  @BeforeEach
  void oneHero() throws IOException, CancelledException {
    workspace = TestWorkspace.create().declared("hero", 1001, "hero").registry("1001 hero hero");
  }

  private Health fix() throws IOException, CancelledException {
    return accepted(workspace.session().fix(Effect.WRITE));
  }

  private static List<String> fixes(Health health) {
    return health.fixes().stream().map(fix -> fix.action() + " " + fix.place().root()).toList();
  }

  private static List<String> actions(Added added) {
    return added.assets().stream()
        .map(asset -> asset.action() + " " + asset.place().root())
        .toList();
  }

  private String index() {
    return workspace.read("assets/index.json");
  }

  private void edit(String file, String from, String to) {
    String text = workspace.read(file);
    assertThat(text).contains(from);
    workspace.write(file, text.replace(from, to));
  }

  private void rename(String name) {
    edit("assets/hero.asset.json", "\"name\": \"hero\"", "\"name\": \"" + name + "\"");
  }

  /** The folder of the original was moved away, and a newcomer has a copy of its declaration. */
  private void moveAwayForANewcomer(String name) {
    workspace
        .move("assets/hero.asset.json", "assets/hero_old.asset.json")
        .move("assets/hero.png", "assets/hero_old.png");
    edit("assets/hero_old.asset.json", "hero.png", "hero_old.png");
    workspace.declared("hero", 1001, name).picture("assets/hero.png", 0xFF445566);
  }

  @Test
  void renamedAssetIsAWarningAndAnErrorWhereDocumentsMustBeCurrent() throws Exception {
    rename("champion");
    assertThat(blames(workspace.check())).containsExactly("ASSET_RENAMED assets/hero.asset.json");
    assertThat(workspace.check()).extracting(Diagnostic::severity).containsOnly(Severity.WARNING);
    assertThat(workspace.session().check(Drift.REFUSED).diagnostics())
        .extracting(Diagnostic::severity)
        .containsOnly(Severity.ERROR);
  }

  @Test
  void anIdIsNotWrittenBackWhereAnotherMissingAssetHasTheName() throws Exception {
    workspace.registry("1001 hero hero", "1002 away hero");
    edit("assets/hero.asset.json", "\"asset_id\": 1001,", "");
    String before = workspace.read("assets/hero.asset.json");
    assertThat(workspace.check())
        .anySatisfy(fault -> {
          assertThat(fault.code()).isEqualTo(DiagnosticCode.ID_MISSING);
          assertThat(fault.message()).contains("may be 1001", "or 1002", "\"hero\"");
        });
    assertThat(workspace.add("assets").assets()).isEmpty();
    assertThat(fix().fixes()).isEmpty();
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(before);
    workspace.registry("1001 hero hero", "1002 away other");
    assertThat(actions(workspace.add("assets"))).hasSize(1);
    assertThat(workspace.read("assets/hero.asset.json")).contains("\"asset_id\": 1001");
  }

  @Test
  void nameThatIsRecordedIsNoWarningAnyMore() throws Exception {
    rename("champion");
    TestWorkspace other = workspace.copy();
    assertThat(fixes(fix())).containsExactly("RENAMED hero");
    assertThat(workspace.check()).isEmpty();
    assertThat(actions(other.add("assets/hero.png"))).containsExactly("RENAMED hero");
    assertThat(other.read("assets/index.json")).isEqualTo(index()).contains("\"champion\"");
  }

  @Test
  void nameIsNotRecordedWhileAnotherAssetHasTheOldOne() throws Exception {
    rename("champion");
    workspace.declared("tree", 1002, "hero").registry("1001 hero hero", "1002 tree hero");
    String before = index();
    assertThat(fixes(fix())).isEmpty();
    assertThat(index()).isEqualTo(before);
    assertThat(actions(workspace.add("assets/hero.asset.json"))).containsExactly("RENAMED hero");
  }

  @Test
  void anotherBankIsAnotherAsset() throws Exception {
    workspace.sound("assets/hero.wav", 1, 2, 3);
    workspace.write(
        "assets/hero.asset.json",
        """
        {"artifact": "asset", "schema_version": 3, "asset_id": 1001, "name": "hero",
         "sources": ["hero.wav"], "bank": "SOUNDS"}
        """);
    assertThat(blames(workspace.check())).containsExactly("BANK_CHANGED assets/hero.asset.json");
    assertThat(fixes(fix())).isEmpty();
    assertThat(codes(workspace.add("assets/hero.asset.json").refused()))
        .containsExactly(DiagnosticCode.BANK_CHANGED);
    accepted(workspace.session().remove("1001", Effect.WRITE));
    assertThat(workspace.has("assets/hero.asset.json")).isTrue();
    assertThat(actions(workspace.add("assets/hero.asset.json")))
        .containsExactly("GIVEN_NEW_ID hero");
    assertThat(index()).contains("{\"asset_id\": 1001, \"name\": \"hero\", \"root\": \"hero\"}");
  }

  @Test
  void originalThatMadeWayForAnotherBankIsFollowed() throws Exception {
    workspace
        .move("assets/hero.asset.json", "assets/hero_old.asset.json")
        .move("assets/hero.png", "assets/hero_old.png")
        .sound("assets/hero.wav", 1, 2, 3)
        .write(
            "assets/hero.asset.json",
            """
            {"artifact": "asset", "schema_version": 3, "asset_id": 1001, "name": "shout",
             "sources": ["hero.wav"], "bank": "SOUNDS"}
            """);
    edit("assets/hero_old.asset.json", "hero.png", "hero_old.png");
    assertThat(fixes(fix())).containsExactly("GIVEN_NEW_ID hero", "MOVED hero_old");
    assertThat(index()).contains("{\"asset_id\": 1001, \"root\": \"hero_old\"");
    assertThat(workspace.check()).isEmpty();
  }

  @Test
  void originalThatMadeWayForANewcomerKeepsItsId() throws Exception {
    moveAwayForANewcomer("villain");
    assertThat(blames(workspace.check()))
        .containsExactly(
            "ID_IN_TWO_PLACES assets/hero.asset.json",
            "ID_IN_TWO_PLACES assets/hero_old.asset.json");
    String before = index();
    assertThat(fixes(fix())).isEmpty();
    assertThat(workspace.add("assets").assets()).isEmpty();
    assertThat(workspace.add("assets/hero.png").assets()).isEmpty();
    assertThat(index()).isEqualTo(before);
    assertThat(actions(workspace.add("assets/hero_old.png"))).containsExactly("MOVED hero_old");
    assertThat(fixes(fix())).containsExactly("GIVEN_NEW_ID hero");
    assertThat(index()).contains("{\"asset_id\": 1001, \"root\": \"hero_old\", \"name\": \"hero\"");
    assertThat(workspace.check()).isEmpty();
  }

  @Test
  void bothAtOnceAreNotTakenForTheOriginal() throws Exception {
    moveAwayForANewcomer("villain");
    assertThat(workspace.add("assets/hero.png", "assets/hero_old.png").assets()).isEmpty();
  }

  @Test
  void withoutABuildNothingSpeaksAgainstTheRegisteredRoot() throws Exception {
    moveAwayForANewcomer("villain");
    edit("assets/hero_old.asset.json", "\"name\": \"hero\"", "\"name\": \"old\"");
    assertThat(fixes(fix())).containsExactly("RENAMED hero", "GIVEN_NEW_ID hero_old");
  }

  @Test
  void lastBuildStopsWhatItContradicts() throws Exception {
    workspace.build();
    moveAwayForANewcomer("villain");
    edit("assets/hero_old.asset.json", "\"name\": \"hero\"", "\"name\": \"old\"");
    Health health = fix();
    assertThat(fixes(health)).isEmpty();
    assertThat(codes(health.findings())).contains(DiagnosticCode.ID_CHANGED_MEANING);
    assertThat(workspace.add("assets/hero_old.png").assets()).isEmpty();
  }

  @Test
  void lastBuildStopsANameThatItContradicts() throws Exception {
    workspace.build();
    moveAwayForANewcomer("villain");
    edit("assets/hero_old.asset.json", "  \"asset_id\": 1001,\n", "");
    edit("assets/hero_old.asset.json", "\"name\": \"hero\"", "\"name\": \"old\"");
    Health health = fix();
    assertThat(fixes(health)).containsExactly("REGISTERED hero_old");
    assertThat(index()).contains("{\"asset_id\": 1001, \"root\": \"hero\", \"name\": \"hero\"");
  }

  @Test
  void assetThatMovedUnderAnotherNameIsFollowedOnlyIfItIsNamed() throws Exception {
    workspace
        .move("assets/hero.asset.json", "assets/new.asset.json")
        .move("assets/hero.png", "assets/new.png");
    edit("assets/new.asset.json", "hero", "new");
    assertThat(blames(workspace.check()))
        .containsExactly("ROOT_MOVED assets/new.asset.json", "ASSET_RENAMED assets/new.asset.json");
    assertThat(fixes(fix())).isEmpty();
    Added added = workspace.add("assets/new.png");
    assertThat(actions(added)).containsExactly("MOVED new");
    assertThat(added.assets().getFirst().reasons())
        .containsExactly("it was registered for hero", "it was registered as \"hero\"");
    assertThat(workspace.check()).isEmpty();
  }

  @Test
  void declarationThatIsNotTheOneOfItsRootGetsNoIdOfTheOther() throws Exception {
    edit("assets/hero.asset.json", "  \"asset_id\": 1001,\n", "");
    TestWorkspace same = workspace.copy();
    rename("villain");
    String before = index();
    assertThat(blames(workspace.check())).containsExactly("ID_MISSING assets/hero.asset.json");
    assertThat(fixes(fix())).isEmpty();
    assertThat(workspace.add("assets/hero.png").assets()).isEmpty();
    assertThat(index()).isEqualTo(before);
    accepted(workspace.session().remove("1001", Effect.WRITE));
    assertThat(actions(workspace.add("assets/hero.png"))).containsExactly("REGISTERED hero");
    assertThat(actions(same.add("assets/hero.png"))).containsExactly("RESTORED hero");
  }

  @Test
  void ofTwoWithoutIdAndOfOneNameNoneIsTakenForTheRegisteredOne() throws Exception {
    edit("assets/hero.asset.json", "  \"asset_id\": 1001,\n", "");
    workspace
        .copy("assets/hero.asset.json", "assets/hero_old.asset.json")
        .move("assets/hero.png", "assets/hero_old.png")
        .picture("assets/hero.png", 0xFF445566);
    edit("assets/hero_old.asset.json", "hero.png", "hero_old.png");
    String before = workspace.read("assets/hero.asset.json");
    fix();
    workspace.add("assets");
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(before);
    assertThat(actions(workspace.add("assets/hero.png"))).containsExactly("RESTORED hero");
  }

  @Test
  void lostDeclarationIsWrittenAgainUnderItsNameAndForItsBankAlone() throws Exception {
    workspace.registry("1001 hero champion").delete("assets/hero.asset.json");
    TestWorkspace other = workspace.copy();
    Added added = workspace.add("assets/hero.png");
    assertThat(added.assets().getFirst().action()).isEqualTo(Action.RESTORED);
    assertThat(added.assets().getFirst().declaration().name().text()).isEqualTo("champion");
    other.delete("assets/hero.png").sound("assets/hero.wav", 1, 2, 3);
    assertThat(codes(other.add("assets/hero.wav").refused()))
        .containsExactly(DiagnosticCode.BANK_CHANGED);
  }

  @Test
  void namesAreFilledInByWhatWritesTheRegistryAndNothingElse() throws Exception {
    workspace.write(
        "assets/index.json",
        """
        {"artifact": "index", "schema_version": 3, "assets": [
          {"asset_id": 1001, "root": "hero"}], "retired": []}
        """);
    assertThat(codes(workspace.check())).containsExactly(DiagnosticCode.REGISTRY_INCOMPLETE);
    TestWorkspace copied = workspace.copy();
    copied.declared("copy", 1001, "copy").picture("assets/tree.png", 0xFF00FF00);
    copied.add("assets/tree.png");
    assertThat(copied.read("assets/index.json"))
        .contains("{\"asset_id\": 1001, \"root\": \"hero\"}");
    workspace.add("assets");
    assertThat(codes(workspace.check())).containsExactly(DiagnosticCode.REGISTRY_INCOMPLETE);
    assertThat(fix().edits()).hasSize(1);
    assertThat(workspace.check()).isEmpty();
    assertThat(fix().edits()).isEmpty();
  }
}
