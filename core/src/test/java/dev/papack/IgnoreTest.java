package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileType;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.Ignored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IgnoreTest {
  private TestWorkspace workspace;

  @BeforeEach
  void fill() throws Exception {
    workspace = TestWorkspace.create();
    workspace.picture("assets/hero.png", 0xFFCC2211);
    workspace.add("assets");
  }

  private Outcome<Ignored> ignore(String... patterns) throws Exception {
    return workspace
        .session()
        .ignore(new IgnoreRequest(List.of(patterns), List.of()), Effect.WRITE);
  }

  private Outcome<Ignored> remove(String... patterns) throws Exception {
    return workspace
        .session()
        .ignore(new IgnoreRequest(List.of(), List.of(patterns)), Effect.WRITE);
  }

  private List<DiagnosticCode> check() throws Exception {
    return codes(workspace.session().check(Drift.TOLERATED));
  }

  @Test
  void theListIsSortedAndHasEachPatternOnce() throws Exception {
    assertThat(accepted(ignore("raw/**", "**/*.psd")).added())
        .containsExactly("**/*.psd", "raw/**");
    assertThat(accepted(ignore("music", "raw/**")).added()).containsExactly("music");
    assertThat(workspace.read("assets/ignore.json"))
        .contains("\"ignore\": [\"**/*.psd\", \"music\", \"raw/**\"]");
    assertThat(accepted(remove("music")).removed()).containsExactly("music");
    assertThat(codes(remove("music"))).containsExactly(DiagnosticCode.PATTERN_NOT_FOUND);
  }

  @Test
  void theSchemaThatAnAuthorWroteStays() throws Exception {
    workspace.write(
        "assets/ignore.json",
        "{\"artifact\": \"ignore\", \"schema_version\": 1, \"ignore\": [], \"$schema\": \"x\"}");
    accepted(ignore("raw"));
    assertThat(workspace.read("assets/ignore.json")).contains("\"$schema\": \"x\"");
  }

  @Test
  void addDeclaresNothingThatIsIgnored() throws Exception {
    workspace.picture("assets/raw/layer.png", 0xFF0000FF).picture("assets/tree.png", 0xFF00FF00);
    assertThat(accepted(ignore("raw/*")).fileCount()).isEqualTo(1);
    workspace.add("assets");
    assertThat(workspace.has("assets/tree.asset.json")).isTrue();
    assertThat(workspace.has("assets/raw/layer.asset.json")).isFalse();
    assertThat(
            codes(workspace.session().add(workspace.request("assets/raw/layer.png"), Effect.WRITE)))
        .containsExactly(DiagnosticCode.SOURCE_IGNORED);
    assertThat(workspace.add("assets/raw").assets()).isEmpty();
  }

  @Test
  void nothingInAnIgnoredFolderIsAFault() throws Exception {
    workspace
        .write("assets/raw/con", "x")
        .write("assets/raw/A", "x")
        .write("assets/raw/a", "x")
        .plant("assets/raw/link", FileType.LINK);
    assertThat(check()).hasSize(3);
    accepted(ignore("raw"));
    assertThat(check()).isEmpty();
    assertThat(accepted(workspace.session().doctor()).findings()).isEmpty();
  }

  @Test
  void whatIsDeclaredCannotBeIgnored() throws Exception {
    Map<String, String> before = workspace.authored();
    assertThat(codes(ignore("*.png"))).containsExactly(DiagnosticCode.SOURCE_IGNORED);
    assertThat(codes(ignore("**/*.json"))).containsExactly(DiagnosticCode.DECLARATION_IGNORED);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void whatIsDeclaredAndIgnoredAllTheSameIsOneErrorAndNothingIsConcluded() throws Exception {
    write("hero.png");
    assertThat(check()).containsExactly(DiagnosticCode.SOURCE_IGNORED);
    write("hero.asset.json");
    assertThat(check()).containsExactly(DiagnosticCode.DECLARATION_IGNORED);
    assertThat(codes(workspace.session().rebuildRegistry(Effect.WRITE)))
        .contains(DiagnosticCode.DECLARATION_IGNORED);
  }

  @Test
  void theRegistryAndTheListAreNeverIgnored() throws Exception {
    workspace.delete("assets/hero.png").delete("assets/hero.asset.json");
    workspace.registry();
    write("**");
    assertThat(check()).isEmpty();
    assertThat(accepted(remove("**")).patterns()).isEmpty();
  }

  @Test
  void aListThatCannotBeReadStopsEveryCommandThatLooksAtFiles() throws Exception {
    workspace.write("assets/ignore.json", "{").picture("assets/tree.png", 0xFF00FF00);
    Map<String, String> before = workspace.authored();
    assertThat(check()).containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(codes(workspace.session().add(workspace.request("assets"), Effect.WRITE)))
        .containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(codes(workspace.session().fix(Effect.WRITE)))
        .containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(codes(workspace.session().rebuildRegistry(Effect.WRITE)))
        .containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void migrationJudgesTheListToo() throws Exception {
    write("a**b");
    assertThat(codes(workspace.session().migrate(List.of(), Effect.SHOW, _ -> {})))
        .containsExactly(DiagnosticCode.PATH_FORM);
  }

  private void write(String pattern) {
    workspace.write(
        "assets/ignore.json",
        "{\"artifact\": \"ignore\", \"schema_version\": 1, \"ignore\": [\"" + pattern + "\"]}");
  }
}
