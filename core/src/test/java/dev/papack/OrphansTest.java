package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.blames;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Fix.EditDocument;
import dev.papack.progress.CancelledException;
import dev.papack.result.Added;
import dev.papack.result.Effect;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code add} makes no second asset of a file that is one already, or that nobody wants. */
final class OrphansTest {
  private TestWorkspace workspace;

  @BeforeEach
  void aHero() throws Exception {
    workspace = TestWorkspace.create().picture("assets/hero.png", 0xFF112233);
    workspace.add("assets");
  }

  private Added add(String path) throws IOException, CancelledException {
    return workspace.add(path);
  }

  private Diagnostic onlyRefused(Added added) {
    assertThat(added.assets()).isEmpty();
    assertThat(added.refused()).hasSize(1);
    return added.refused().getFirst();
  }

  private static Certainty certainty(Diagnostic orphan) {
    assertThat(orphan.code()).isEqualTo(DiagnosticCode.SOURCE_RENAMED);
    return orphan.fixes().stream()
        .filter(fix -> fix.action() instanceof EditDocument)
        .map(Fix::certainty)
        .findFirst()
        .orElseThrow();
  }

  /** Carries out the first edit that a fault proposes. */
  private void carryOut(Diagnostic orphan) {
    EditDocument edit =
        orphan.fixes().stream()
            .map(Fix::action)
            .filter(EditDocument.class::isInstance)
            .map(EditDocument.class::cast)
            .findFirst()
            .orElseThrow();
    String path = edit.path().text();
    String line = workspace.read(path).lines().toList().get(edit.range().line() - 1);
    workspace.write(
        path,
        workspace
            .read(path)
            .replace(
                line,
                line.substring(0, edit.range().column() - 1)
                    + edit.replacement()
                    + line.substring(edit.range().endColumn() - 1)));
  }

  @Test
  void equalBytesAreCertain() throws Exception {
    workspace.build();
    workspace.move("assets/hero.png", "assets/champion.png").picture("assets/a.png", 0xFF0000FF);
    Added added = add("assets");
    assertThat(added.assets())
        .singleElement()
        .matches(asset -> asset.place().root().toString().equals("a"));
    Diagnostic orphan = added.refused().getFirst();
    assertThat(certainty(orphan)).isEqualTo(Certainty.SAFE);
    carryOut(orphan);
    assertThat(workspace.check()).isEmpty();
    assertThat(add("assets").assets()).isEmpty();
  }

  @Test
  void equalBytesOfTwoFilesAreLikely() throws Exception {
    workspace.build();
    workspace.copy("assets/hero.png", "assets/b.png").move("assets/hero.png", "assets/a.png");
    Added added = add("assets");
    assertThat(added.assets()).isEmpty();
    assertThat(added.refused())
        .hasSize(2)
        .allSatisfy(orphan -> assertThat(certainty(orphan)).isEqualTo(Certainty.LIKELY));
  }

  @Test
  void anotherCaseIsTheSameName() throws Exception {
    workspace.move("assets/hero.png", "assets/Hero.png").picture("assets/a.png", 0xFF0000FF);
    Added added = add("assets");
    assertThat(blames(added.refused())).containsExactly("SOURCE_RENAMED assets/Hero.png");
    assertThat(certainty(added.refused().getFirst())).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void theOnlyNewFileIsLikely() throws Exception {
    workspace.move("assets/hero.png", "assets/kick.png").sound("assets/kick.wav", 1, 2);
    Diagnostic orphan = add("assets").refused().getFirst();
    assertThat(certainty(orphan)).isEqualTo(Certainty.LIKELY);
    carryOut(orphan);
    assertThat(workspace.check()).isEmpty();
  }

  @Test
  void oneOfSeveralNewFilesIsNotGuessed() throws Exception {
    workspace.move("assets/hero.png", "assets/a.png").picture("assets/b.png", 0xFF0000FF);
    assertThat(add("assets").assets()).hasSize(2);
  }

  @Test
  void aFileThatIsNamedIsANewAsset() throws Exception {
    workspace.build();
    workspace.move("assets/hero.png", "assets/champion.png");
    assertThat(onlyRefused(add("assets")).code()).isEqualTo(DiagnosticCode.SOURCE_RENAMED);
    assertThat(add("assets/champion.png").assets()).hasSize(1);
  }

  @Test
  void aSoundIsNoLostPicture() throws Exception {
    workspace.delete("assets/hero.png").sound("assets/hero.wav", 1, 2);
    assertThat(add("assets").assets()).hasSize(1);
  }

  @Test
  void aRemovedAssetComesBackOnlyIfItIsNamed() throws Exception {
    accepted(workspace.session().remove("hero", Effect.WRITE));
    Added added = add("assets");
    assertThat(added.assets()).isEmpty();
    assertThat(added.refused()).isEmpty();
    assertThat(codes(added.findings())).containsExactly(DiagnosticCode.SOURCE_OF_REMOVED);
    assertThat(add("assets/hero.png").assets()).hasSize(1);
    assertThat(codes(add("assets").findings())).isEmpty();
  }

  @Test
  void theLastBuildKnowsTheSourcesOfARemovedAsset() throws Exception {
    workspace.move("assets/hero.png", "assets/art.png");
    workspace.write(
        "assets/hero.asset.json",
        workspace.read("assets/hero.asset.json").replace("hero.png", "art.png"));
    workspace.build();
    accepted(workspace.session().remove("hero", Effect.WRITE));
    TestWorkspace unbuilt = workspace.copy().delete("build/asset_table_metadata.json");
    assertThat(add("assets").assets()).isEmpty();
    assertThat(unbuilt.add("assets").assets()).hasSize(1);
  }

  @Test
  void aFolderThatWasAnAssetIsNotDeclaredFileByFile() throws Exception {
    workspace
        .picture("assets/boss/boss.png", 0xFF00FF00)
        .write(
            "assets/boss/asset.json",
            """
            {"artifact": "asset", "schema_version": 3, "name": "boss", "sources": ["boss.png"],
             "bank": "TILES", "tiles": {"tile_size": 16, "palettes": "auto"}}
            """);
    add("assets");
    accepted(workspace.session().remove("boss", Effect.WRITE));
    assertThat(codes(add("assets").findings())).containsExactly(DiagnosticCode.SOURCE_OF_REMOVED);
  }

  @Test
  void nothingIsRegisteredThatABuildRefuses() throws Exception {
    String declaration =
        """
        {"artifact": "asset", "schema_version": 3, "name": "%s", "sources": ["%s.png"],
         "bank": "TILES", "tiles": {"tile_size": 16, "palettes": "auto"}}
        """;
    workspace
        .write("assets/broken.asset.json", declaration.formatted("broken", "broken"))
        .write("assets/broken.png", "no picture")
        .write("assets/absent.asset.json", declaration.formatted("absent", "absent"))
        .write("assets/twin.asset.json", declaration.formatted("hero", "twin"))
        .picture("assets/twin.png", 0xFF00FF00);
    String before = workspace.read("assets/index.json");
    Added added = add("assets");
    assertThat(added.assets()).isEmpty();
    assertThat(codes(added.refused()))
        .contains(
            DiagnosticCode.MEDIA_UNKNOWN, DiagnosticCode.SOURCE_MISSING, DiagnosticCode.NAME_TAKEN);
    assertThat(workspace.read("assets/index.json")).isEqualTo(before);
    List<String> files = List.of("assets/broken.asset.json", "assets/absent.asset.json");
    assertThat(files).allMatch(file -> !workspace.read(file).contains("asset_id"));
  }
}
