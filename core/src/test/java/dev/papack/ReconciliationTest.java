package dev.papack;

import static dev.papack.TestWorkspace.blames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.FileType;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registry and declarations held against each other, one situation at a time. */
class ReconciliationTest {
  private TestWorkspace workspace;

  @BeforeEach
  void create() throws IOException, CancelledException {
    workspace = TestWorkspace.create();
  }

  private List<String> blamed() throws Exception {
    return blames(workspace.check());
  }

  private List<Severity> severities() throws Exception {
    return workspace.check().stream().map(Diagnostic::severity).toList();
  }

  private List<Integer> assets() throws Exception {
    return TestWorkspace.accepted(workspace.session().list()).assets().stream()
        .map(asset -> asset.id().value())
        .toList();
  }

  @Test
  void agreementIsNoFault() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7 hero");
    assertThat(blamed()).isEmpty();
    assertThat(assets()).containsExactly(7);
  }

  @Test
  void declarationWithoutIdIsOneFault() throws Exception {
    workspace.declared("hero", 7, "hero");
    workspace.write(
        "assets/hero.asset.json",
        workspace.read("assets/hero.asset.json").replace("  \"asset_id\": 7,\n", ""));
    assertThat(blamed()).containsExactly("ID_MISSING assets/hero.asset.json");
    workspace.registry("7 hero");
    assertThat(blamed()).containsExactly("ID_MISSING assets/hero.asset.json");
    assertThat(workspace.check().getFirst().supported()).contains("7");
  }

  @Test
  void unregisteredDeclarationIsOneFault() throws Exception {
    workspace.declared("hero", 7, "hero");
    assertThat(blamed()).containsExactly("ROOT_UNREGISTERED assets/hero.asset.json");
    assertThat(assets()).isEmpty();
  }

  @Test
  void registeredRootWithoutDeclarationIsGone() throws Exception {
    workspace.registry("7 hero");
    assertThat(blamed()).containsExactly("ROOT_GONE assets/index.json");
  }

  @Test
  void movedRootIsAWarningAndBuiltFromWhereItIs() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7 old/hero");
    assertThat(blamed()).containsExactly("ROOT_MOVED assets/hero.asset.json");
    assertThat(severities()).containsExactly(Severity.WARNING);
    assertThat(assets()).containsExactly(7);
  }

  @Test
  void twoRootsThatSwappedAreTwoMoves() throws Exception {
    workspace.declared("a", 1, "a").declared("b", 2, "b").registry("1 b", "2 a");
    assertThat(blamed())
        .containsExactly("ROOT_MOVED assets/a.asset.json", "ROOT_MOVED assets/b.asset.json");
    assertThat(assets()).containsExactly(1, 2);
  }

  @Test
  void rootThatMovedAwayFromANewAssetIsAMoveAndTheNewAssetIsUnregistered() throws Exception {
    workspace.declared("new/hero", 7, "old").declared("hero", 8, "new").registry("7 hero");
    assertThat(blamed())
        .containsExactly(
            "ROOT_UNREGISTERED assets/hero.asset.json", "ROOT_MOVED assets/new/hero.asset.json");
    assertThat(assets()).containsExactly(7);
  }

  @Test
  void copyIsBlamedAndTheRegisteredRootKeepsTheId() throws Exception {
    workspace.declared("a_copy", 7, "copy").declared("hero", 7, "hero").registry("7 hero");
    assertThat(blamed()).containsExactly("ID_IN_TWO_PLACES assets/a_copy.asset.json");
    assertThat(assets()).containsExactly(7);
  }

  @Test
  void copyWithNameAndSlotIsThreeFaultsOfTheCopy() throws Exception {
    workspace.declared("a_copy", 7, "hero").declared("hero", 7, "hero").registry("7 hero");
    for (String root : List.of("a_copy", "hero")) {
      String file = "assets/" + root + ".asset.json";
      String text = workspace.read(file);
      workspace.write(file, text.replace("\" }\n}", "\" },\n  \"preload\": { \"slot\": 3 }\n}"));
    }
    assertThat(blamed())
        .containsExactly(
            "ID_IN_TWO_PLACES assets/a_copy.asset.json",
            "NAME_TAKEN assets/a_copy.asset.json",
            "SLOT_TAKEN assets/a_copy.asset.json");
  }

  @Test
  void idAtTwoNewRootsIsClaimedByBothAndNoMove() throws Exception {
    workspace.declared("a", 7, "a").declared("b", 7, "b").registry("7 gone");
    assertThat(blamed())
        .containsExactly(
            "ID_IN_TWO_PLACES assets/a.asset.json", "ID_IN_TWO_PLACES assets/b.asset.json");
    assertThat(assets()).isEmpty();
  }

  @Test
  void retiredIdInUseIsAFault() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7");
    assertThat(blamed()).containsExactly("ID_RETIRED assets/hero.asset.json");
  }

  @Test
  void otherIdThanTheRegisteredOneIsOneFault() throws Exception {
    workspace.declared("hero", 8, "hero").registry("7 hero");
    assertThat(blamed()).containsExactly("ID_MISMATCH assets/hero.asset.json");
  }

  @Test
  void idMovedOverAnotherAssetIsOneFault() throws Exception {
    workspace.declared("hero", 8, "hero").registry("7 hero", "8 other");
    assertThat(blamed()).containsExactly("ID_MISMATCH assets/hero.asset.json");
  }

  @Test
  void brokenDeclarationIsNotAlsoGone() throws Exception {
    workspace.write("assets/hero.asset.json", "{").registry("7 hero");
    assertThat(blamed()).containsExactly("JSON_SYNTAX assets/hero.asset.json");
  }

  @Test
  void copyOfABrokenDeclarationIsNotJudged() throws Exception {
    workspace.write("assets/hero.asset.json", "{").declared("copy", 7, "copy").registry("7 hero");
    assertThat(blamed()).containsExactly("JSON_SYNTAX assets/hero.asset.json");
    assertThat(assets()).isEmpty();
  }

  @Test
  void rootsBehindALinkAreNotAlsoGone() throws Exception {
    workspace.plant("assets/sprites", FileType.LINK).registry("7 sprites/hero", "8 sprites");
    assertThat(blamed()).containsExactly("LINK_REFUSED assets/sprites");
  }

  @Test
  void linkInPlaceOfADeclarationIsNotAlsoGone() throws Exception {
    workspace.plant("assets/hero.asset.json", FileType.LINK).registry("7 hero");
    assertThat(blamed()).containsExactly("LINK_REFUSED assets/hero.asset.json");
  }

  @Test
  void pipeInPlaceOfASourceIsNotAlsoMissing() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7 hero");
    workspace.plant("assets/hero.png", FileType.SPECIAL);
    assertThat(blamed()).containsExactly("SPECIAL_FILE assets/hero.png");
  }

  @Test
  void rootsInTheSecondSpellingOfAFolderAreNotAlsoGone() throws Exception {
    workspace
        .declared("Sprites/a", 1, "a")
        .declared("sprites/b", 2, "b")
        .registry("1 Sprites/a", "2 sprites/b");
    assertThat(blamed()).containsExactly("PATH_COLLISION assets/sprites");
  }

  @Test
  void rootDeclaredTwiceIsNotAlsoGoneOrMissing() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7 hero");
    workspace.copy("assets/hero.asset.json", "assets/hero/asset.json");
    assertThat(blamed()).containsExactly("ROOT_DECLARED_TWICE assets/hero/asset.json");
  }

  @Test
  void nestedRootIsNotAlsoGone() throws Exception {
    workspace.declared("hero/arm", 8, "arm").registry("7 hero", "8 hero/arm");
    workspace.picture("assets/hero/hero.png", 0xFF000001);
    workspace.write(
        "assets/hero/asset.json",
        workspace
            .read("assets/hero/arm.asset.json")
            .replace("8", "7")
            .replace("arm", "hero")
            .replace("16", "8"));
    workspace.write(
        "assets/hero/asset.json",
        workspace.read("assets/hero/asset.json").replace("\"tile_size\": 16", "\"tile_size\": 8"));
    assertThat(blamed()).containsExactly("ROOT_NESTED assets/hero/arm.asset.json");
  }

  @Test
  void missingSourceIsOneFault() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7 hero").delete("assets/hero.png");
    assertThat(blamed()).containsExactly("SOURCE_MISSING assets/hero.asset.json");
  }

  @Test
  void brokenRegistryDoesNotHideTheFaultsOfDeclarations() throws Exception {
    workspace.write("assets/index.json", "{").write("assets/hero.asset.json", "[");
    assertThat(blamed())
        .containsExactly("JSON_SYNTAX assets/hero.asset.json", "JSON_SYNTAX assets/index.json");
  }

  @Test
  void registryOfTheFutureIsReportedAlone() throws Exception {
    workspace
        .write("assets/index.json", "{\"artifact\": \"index\", \"schema_version\": 9, \"x\": 1}")
        .write("assets/hero.asset.json", "[");
    assertThat(blamed()).containsExactly("VERSION_TOO_NEW assets/index.json");
  }
}
