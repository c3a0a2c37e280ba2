package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.result.ChangedSettings;
import dev.papack.result.Effect;
import dev.papack.result.PathTarget;
import dev.papack.result.SettingChange;
import dev.papack.result.SettingsRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SetTest {
  private TestWorkspace workspace;

  @BeforeEach
  void fill() throws Exception {
    workspace = TestWorkspace.create();
    workspace
        .picture("assets/hero.png", 0xFFCC2211)
        .sound("assets/sfx/jump.wav", 1, 2, 3)
        .sound("assets/sfx/land.wav", 4, 5, 6);
    workspace.add("assets");
  }

  private Outcome<ChangedSettings> set(String path, SettingChange... changes) throws Exception {
    return set(List.of(new PathTarget.Named(workspace.path(path))), changes);
  }

  private Outcome<ChangedSettings> set(List<PathTarget> targets, SettingChange... changes)
      throws Exception {
    return workspace.session().set(new SettingsRequest(List.of(changes), targets), Effect.WRITE);
  }

  private static SettingChange assign(String setting, String value) {
    return new SettingChange.Assign(setting, value);
  }

  private static SettingChange remove(String setting) {
    return new SettingChange.Remove(setting);
  }

  private PathTarget matching(String folder, String pattern) throws IOException {
    return new PathTarget.Matching(workspace.path(folder), pattern);
  }

  private static List<String> changed(Outcome<ChangedSettings> outcome) {
    return accepted(outcome).documents().stream().map(change -> change.document().text()).toList();
  }

  @Test
  void aSourceOrARootOrADeclarationSelectsItsAsset() throws Exception {
    assertThat(changed(set("assets/sfx/jump.wav", assign("channels", "2"))))
        .containsExactly("sfx/jump.asset.json");
    assertThat(changed(set("assets/sfx/jump", assign("sample_rate", "8000"))))
        .containsExactly("sfx/jump.asset.json");
    assertThat(changed(set("assets/sfx/jump.asset.json", remove("sounds.channels"))))
        .containsExactly("sfx/jump.asset.json");
    assertThat(workspace.read("assets/sfx/jump.asset.json"))
        .contains("\"sample_rate\": 8000")
        .doesNotContain("channels");
  }

  @Test
  void aPatternBeginsWhereItIsWritten() throws Exception {
    SettingChange change = assign("loop", "none");
    assertThat(changed(set(List.of(matching("", "assets/**/jump.*")), change)))
        .containsExactly("sfx/jump.asset.json");
    assertThat(changed(set(List.of(matching("assets/sfx", "*.wav")), change)))
        .containsExactly("sfx/land.asset.json");
    assertThat(codes(set(List.of(matching("assets", "jump*")), change)))
        .containsExactly(DiagnosticCode.NOTHING_SELECTED);
  }

  @Test
  void ofAFolderOnlyThoseChangeThatCanHaveTheSetting() throws Exception {
    ChangedSettings changed = accepted(set("assets", assign("sounds.sample_rate", "22050")));
    assertThat(changed.documents()).hasSize(2);
    assertThat(changed.otherBankCount()).isEqualTo(1);
  }

  @Test
  void oneThatCannotChangeKeepsAllFromIt() throws Exception {
    Map<String, String> before = workspace.authored();
    assertThat(codes(set("assets", assign("tile_size", "8"), assign("sample_rate", "1"))))
        .containsExactly(DiagnosticCode.VALUE_OUT_OF_RANGE, DiagnosticCode.VALUE_OUT_OF_RANGE);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void whatABuildWouldRefuseIsRefused() throws Exception {
    assertThat(codes(set("assets/sfx", assign("loop.start", "0"), assign("loop.end", "4"))))
        .containsExactly(DiagnosticCode.LOOP_OUTSIDE, DiagnosticCode.LOOP_OUTSIDE);
  }

  @Test
  void whatABuildRefusedBeforeIsNoReasonAgainstAChange() throws Exception {
    workspace.write("assets/hero.png", "no picture");
    assertThat(changed(set("assets/hero", assign("preload.slot", "3"))))
        .containsExactly("hero.asset.json");
  }

  @Test
  void aSlotThatIsTakenIsRefusedAndOneThatIsKeptIsNot() throws Exception {
    accepted(set("assets/sfx/jump", assign("preload.slot", "3")));
    assertThat(codes(set("assets/sfx/land", assign("preload.slot", "3"))))
        .containsExactly(DiagnosticCode.SLOT_TAKEN);
    assertThat(accepted(set("assets/sfx/jump", assign("preload.slot", "3"))).unchangedCount())
        .isEqualTo(1);
    assertThat(changed(set("assets/hero", assign("preload.slot", "3"))))
        .containsExactly("hero.asset.json");
  }

  @Test
  void anObjectTakesThePlaceOfAWordAndGoesWithItsLastMember() throws Exception {
    accepted(set("assets/sfx/jump", assign("loop", "\"none\"")));
    accepted(set("assets/sfx/jump", assign("loop.start", "0"), assign("loop.end", "2")));
    assertThat(workspace.read("assets/sfx/jump.asset.json"))
        .contains("\"loop\": { \"start\": 0, \"end\": 2 }");
    assertThat(codes(set("assets/sfx/jump", remove("loop.end"))))
        .containsExactly(DiagnosticCode.MEMBER_MISSING);
    accepted(set("assets/sfx/jump", remove("loop.start"), remove("loop.end")));
    assertThat(workspace.read("assets/sfx/jump.asset.json")).doesNotContain("loop");
  }

  @Test
  void aNumberIsNoStringAndAStringOfDigitsNoNumber() throws Exception {
    assertThat(codes(set("assets/sfx/jump", assign("sample_rate", "\"22050\""))))
        .containsExactly(DiagnosticCode.WRONG_TYPE);
    assertThat(codes(set("assets/hero", assign("palettes", "5"))))
        .containsExactly(DiagnosticCode.VALUE_UNKNOWN);
  }

  @Test
  void aDeclarationThatCannotBeReadIsReportedWhereItIsSelected() throws Exception {
    workspace.write("assets/sfx/land.asset.json", "{");
    assertThat(codes(set("assets/sfx", assign("channels", "2"))))
        .containsExactly(DiagnosticCode.JSON_SYNTAX);
    assertThat(changed(set("assets/sfx/jump", assign("channels", "2")))).hasSize(1);
  }

  @Test
  void aPathElsewhereIsRefused() throws Exception {
    assertThat(codes(set("build", assign("channels", "2"))))
        .containsExactly(DiagnosticCode.PATH_OUTSIDE_ASSETS);
  }
}
