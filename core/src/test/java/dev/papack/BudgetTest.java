package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.AssetName;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.registry.NameForms;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pack may have at most; the amounts are read off the pack that was built. */
final class BudgetTest {
  private TestWorkspace workspace;

  @BeforeEach
  void fill() throws Exception {
    workspace = TestWorkspace.create();
    workspace
        .picture("assets/sprites/hero.png", 0xFFCC2211)
        .picture("assets/sprites/imp.png", 0xFF1122CC)
        .sound("assets/hit.wav", 1, 2, 3, 4);
    workspace.add("assets");
  }

  private void budget(String members) {
    workspace.write(
        "assets/budgets.json",
        "{\"artifact\": \"budgets\", \"schema_version\": 1, \"budgets\": [{" + members + "}]}");
  }

  private Outcome<Built> build() throws Exception {
    return workspace.session().build(Drift.TOLERATED);
  }

  private Outcome<?> check() throws Exception {
    return workspace.session().check(Drift.TOLERATED);
  }

  /** The amount of each is what {@code inspect} says of the pack; sprites have one tile each. */
  @ParameterizedTest
  @CsvSource({
    "'\"measure\": \"tiles\"', 2",
    "'\"measure\": \"palettes\"', 2",
    "'\"measure\": \"frames\"', 0",
    "'\"measure\": \"tiles\", \"names\": \"sprites/h*\"', 1",
    "'\"measure\": \"tiles\", \"names\": \"*\"', 0",
    "'\"measure\": \"tiles\", \"set\": \"preload\"', 0",
    "'\"measure\": \"bytes\", \"bank\": \"SOUNDS\"', 8",
    "'\"measure\": \"bytes\", \"names\": \"hit\"', 8"
  })
  void exactlyTheLimitPassesAndOneLessDoesNot(String selection, long amount) throws Exception {
    budget(selection + ", \"limit\": " + amount);
    accepted(check());
    accepted(build());
    if (amount > 0) {
      budget(selection + ", \"limit\": " + (amount - 1));
      assertThat(codes(check())).containsExactly(DiagnosticCode.BUDGET_EXCEEDED);
      Outcome<Built> refused = build();
      assertThat(codes(refused)).containsExactly(DiagnosticCode.BUDGET_EXCEEDED);
      assertThat(refused.diagnostics().getFirst().found()).contains(String.valueOf(amount));
    }
  }

  @Test
  void bytesOfThePackAreThoseOfItsFile() throws Exception {
    long packBytes = accepted(build()).packBytes();
    budget("\"measure\": \"bytes\", \"limit\": " + packBytes);
    accepted(check());
    accepted(build());
    budget("\"measure\": \"bytes\", \"limit\": " + (packBytes - 1));
    assertThat(codes(check())).containsExactly(DiagnosticCode.BUDGET_EXCEEDED);
    assertThat(codes(build())).containsExactly(DiagnosticCode.BUDGET_EXCEEDED);
  }

  @Test
  void whatExceedsIsNotPublishedAndALowerLimitStopsABuildThatChangesNothing() throws Exception {
    budget("\"measure\": \"tiles\", \"limit\": 1");
    assertThat(codes(build())).containsExactly(DiagnosticCode.BUDGET_EXCEEDED);
    assertThat(workspace.has("assets.pa")).isFalse();
    workspace.delete("assets/budgets.json");
    accepted(build());
    budget("\"measure\": \"tiles\", \"limit\": 1");
    assertThat(codes(build())).containsExactly(DiagnosticCode.BUDGET_EXCEEDED);
    assertThat(workspace.has("assets.pa")).isTrue();
  }

  @Test
  void largestAndWhatChangedSinceThePublishedBuildAreNamed() throws Exception {
    accepted(build());
    workspace.picture("assets/sprites/wall.png", 0xFF00FF00).sound("assets/hit.wav", 1, 2, 3);
    workspace.add("assets");
    budget("\"measure\": \"bytes\", \"limit\": 100");
    Diagnostic fault = build().diagnostics().getFirst();
    List<String> related = fault.related().stream().map(Diagnostic.Related::message).toList();
    assertThat(related)
        .contains("\"sprites/hero\" has 161 bytes", "\"hit\" has 6 bytes")
        .contains("since the published build: \"sprites/wall\" is new, +161 bytes")
        .contains("since the published build: \"hit\" had 8, -2 bytes");
    assertThat(related.getLast()).contains("hit");
  }

  @Test
  void faultOfTheFileIsReportedBesideThoseOfAssets() throws Exception {
    budget("\"measure\": \"tiles\"");
    workspace.write("assets/sprites/imp.png", "no picture");
    assertThat(codes(check()))
        .containsExactlyInAnyOrder(DiagnosticCode.MEMBER_MISSING, DiagnosticCode.MEDIA_UNKNOWN);
    assertThat(codes(build()))
        .containsExactlyInAnyOrder(DiagnosticCode.MEMBER_MISSING, DiagnosticCode.MEDIA_UNKNOWN);
    assertThat(accepted(workspace.session().doctor()).findings())
        .extracting(Diagnostic::code)
        .contains(DiagnosticCode.MEMBER_MISSING);
  }

  @Test
  void versionFromTheFutureStopsBeforeASourceIsOpened() throws Exception {
    workspace.write(
        "assets/budgets.json", "{\"artifact\": \"budgets\", \"schema_version\": 2, \"x\": []}");
    workspace.write("assets/sprites/imp.png", "no picture");
    assertThat(codes(check())).containsExactly(DiagnosticCode.VERSION_TOO_NEW);
    assertThat(codes(build())).containsExactly(DiagnosticCode.VERSION_TOO_NEW);
  }

  @Test
  void otherCommandsAreNotStoppedByAFaultOfTheFile() throws Exception {
    workspace.write("assets/budgets.json", "{");
    accepted(workspace.session().list());
    workspace.picture("assets/new.png", 0xFF00FF00);
    assertThat(workspace.add("assets").assets()).hasSize(1);
    assertThat(accepted(workspace.session().doctor()).findings())
        .extracting(Diagnostic::code)
        .doesNotContain(DiagnosticCode.FILE_UNUSED);
  }

  /** The right side is what the specification says, written out by hand. */
  @ParameterizedTest
  @CsvSource({
    "hero, hero, true",
    "hero, heroes, false",
    "h*, hero, true",
    "*o, hero, true",
    "h*r*, hero, true",
    "h*x, hero, false",
    "*, hero, true",
    "*, sprites/hero, false",
    "**, sprites/hero, true",
    "sprites/**, sprites, true",
    "sprites/**, sprites/a/b/c, true",
    "sprites/**, spritesheet/a, false",
    "**/hero, hero, true",
    "**/hero, a/b/hero, true",
    "**/hero, a/b/heroine, false",
    "a/**/z, a/z, true",
    "a/**/z, a/b/c/z, true",
    "a/**/z, a/b/c, false",
    "**/**, a, true",
    "a*a, a, false",
    "a*a, aa, true",
    "con/*, con/prn, true"
  })
  void patternOfNamesCoversWholeNames(String pattern, String name, boolean isCovered) {
    assertThat(NameForms.of(pattern).matches(new AssetName(name))).isEqualTo(isCovered);
  }
}
