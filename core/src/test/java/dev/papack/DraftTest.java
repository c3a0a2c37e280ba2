package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.SystemDisk;
import dev.papack.disk.TestDisk;
import dev.papack.progress.Observer;
import dev.papack.result.Checked;
import dev.papack.result.Completion;
import dev.papack.result.DescribedPlace;
import dev.papack.result.DiagnosedDocument.Depth;
import dev.papack.result.Drift;
import dev.papack.result.PlaceTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor learns of documents that it has not saved. */
class DraftTest {
  private static final WorkspacePath HERO = WorkspacePath.of("assets/hero.asset.json");
  private static final WorkspacePath INDEX = WorkspacePath.INDEX;
  private static final int EDITS = Campaign.amount(60, 10_000);
  private static final long SEED = 20_261_130;

  @TempDir private Path temporary = Path.of("");

  private RealWorkspace workspace = new RealWorkspace(Path.of(""), new SystemDisk());
  private String hero = "";

  @BeforeEach
  void twoAssets() throws Exception {
    workspace = RealWorkspace.create(temporary.resolve("game"));
    workspace
        .picture("hero", 0xFF102030)
        .picture("twin", 0xFF405060)
        .picture("art/tree", 0xFF708090)
        .add();
    hero = workspace.read("assets/hero.asset.json");
  }

  private Draft draft(WorkspacePath document, String text) throws Exception {
    return workspace.session().draft(System::currentTimeMillis).with(document, text);
  }

  private static List<Diagnostic> diagnosed(Draft draft, WorkspacePath document, Depth depth)
      throws Exception {
    return accepted(draft.diagnose(document, depth)).findings();
  }

  @Test
  void textThatIsNotSavedIsJudgedAsIfItWere() throws Exception {
    Draft draft = draft(HERO, hero.replace("hero.png", "hera.png"));
    assertThat(diagnosed(draft, HERO, Depth.DOCUMENTS))
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.SOURCE_MISSING);
    assertThat(diagnosed(draft.without(HERO), HERO, Depth.DOCUMENTS)).isEmpty();
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(hero);
  }

  @Test
  void draftsDoNotChange() throws Exception {
    Draft good = draft(HERO, hero);
    Draft broken = good.with(HERO, "{");
    assertThat(diagnosed(broken, HERO, Depth.DOCUMENTS)).isNotEmpty();
    assertThat(diagnosed(good, HERO, Depth.DOCUMENTS)).isEmpty();
    assertThat(accepted(broken.diagnose(HERO, Depth.DOCUMENTS)).draft())
        .isEqualTo(broken.number())
        .isGreaterThan(good.number());
  }

  @Test
  void documentThatIsNowhereYetIsJudged() throws Exception {
    WorkspacePath fresh = WorkspacePath.of("assets/new/folder/rock.asset.json");
    Draft draft = draft(fresh, hero.replace("\"hero\"", "\"rock\""));
    assertThat(diagnosed(draft, fresh, Depth.DOCUMENTS))
        .extracting(Diagnostic::code)
        .contains(DiagnosticCode.SOURCE_MISSING);
  }

  @Test
  void registryThatIsNotSavedDecidesWhatDeclarationsMean() throws Exception {
    String without = workspace.read("assets/index.json").replace("\"hero\"", "\"other\"");
    assertThat(diagnosed(draft(INDEX, without), HERO, Depth.DOCUMENTS)).isNotEmpty();
  }

  @Test
  void sourcesAreConvertedOnlyIfAskedFor() throws Exception {
    workspace.write("assets/hero.png", new byte[] {1, 2, 3});
    Draft draft = draft(HERO, hero);
    assertThat(diagnosed(draft, HERO, Depth.DOCUMENTS)).isEmpty();
    assertThat(diagnosed(draft, HERO, Depth.SOURCES)).isNotEmpty();
  }

  @Test
  void checkOfADraftIsTheCheckOfTheSavedText() throws Exception {
    String text = hero.replace("\"auto\"", "\"indexed\"");
    Outcome<Checked> draft = draft(HERO, text).check(Observer.NONE);
    Files.writeString(workspace.folder().resolve("assets/hero.asset.json"), text);
    assertThat(draft).isEqualTo(workspace.session().check(Drift.TOLERATED));
  }

  @Test
  void nothingIsWrittenThroughADraft() throws Exception {
    List<String> operations = Collections.synchronizedList(new ArrayList<>());
    Draft draft =
        workspace
            .behind(TestDisk.with(workspace.disk(), (_, operation) -> operations.add(operation)))
            .session()
            .draft(System::currentTimeMillis)
            .with(HERO, "{");
    draft.list();
    draft.check(Observer.NONE);
    draft.diagnose(HERO, Depth.SOURCES);
    assertThat(operations)
        .isNotEmpty()
        .noneMatch(operation -> operation.matches("(create|write|append|rename|delete|link).*"));
  }

  @Test
  void lookAfterAnEditReadsTheEditedDeclarationAlone() throws Exception {
    List<String> reads = Collections.synchronizedList(new ArrayList<>());
    age("assets/hero.asset.json", "assets/twin.asset.json", "assets/art/tree.asset.json");
    Draft draft =
        workspace
            .behind(
                TestDisk.with(
                    workspace.disk(),
                    (_, operation) -> {
                      if (operation.startsWith("read ") && operation.endsWith("asset.json")) {
                        reads.add(operation.substring("read ".length()));
                      }
                    }))
            .session()
            .draft(System::currentTimeMillis)
            .with(WorkspacePath.of("assets/twin.asset.json"), "{");
    draft.list();
    // Their last change of anything is now, and nobody can set that back.
    assertThat(reads).contains("assets/hero.asset.json");
  }

  private void age(String... files) throws Exception {
    for (String file : files) {
      Files.setLastModifiedTime(
          workspace.folder().resolve(file), java.nio.file.attribute.FileTime.fromMillis(0));
    }
  }

  private static TextPosition at(String text, String before) {
    int offset = text.indexOf(before) + before.length();
    String head = text.substring(0, offset);
    int line = (int) head.chars().filter(c -> c == '\n').count() + 1;
    return new TextPosition(line, offset - head.lastIndexOf('\n'));
  }

  private List<String> completed(String text, String before) throws Exception {
    return accepted(draft(HERO, text).complete(HERO, at(text, before))).stream()
        .map(Completion::label)
        .toList();
  }

  @Test
  void membersThatMayBeWrittenAreThoseThatAreMissing() throws Exception {
    String text = hero.replace("\"tile_size\": 16,", "\"tile_size\": 16,\n    ");
    assertThat(completed(text, "\"tile_size\": 16,\n    "))
        .contains("colors", "fit", "frame")
        .doesNotContain("tile_size", "palettes", "sample_rate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"bank\": \"TILES\", \"tiles\": {\"tile_size\": | 8, 16, 32",
        "{\"bank\": \"TILES\", \"tiles\": {\"palettes\": \" | indexed, auto, { }",
        "{\"bank\": \"TILES\", \"tiles\": {\"palettes\": \"au | indexed, auto, { }",
        "{\"bank\": \" | TILES, SOUNDS",
        "{\"schema_version\": | 3",
        "{\"bank\": \"SOUNDS\", \"sounds\": {\"loop\": {\"mode\": \" | forward, ping_pong, backward",
        "{\"bank\": \"TILES\", \"tiles\": {\"palettes\": {\" | from",
        "{\"preload\": { | slot"
      })
  void valuesAndMembersAreKnownInATextThatIsNotFinished(String text, String labels)
      throws Exception {
    String start = text.strip() + (text.strip().endsWith(":") ? " " : "");
    assertThat(completed(start, start)).containsExactly(labels.split(", "));
  }

  @Test
  void sourcesOfADeclarationAreCompletedWithFilesInItsReach() throws Exception {
    String text = hero.replace("[\"hero.png\"]", "[\"hero.png\", \"");
    assertThat(completed(text, "[\"hero.png\", \"")).containsExactly("art/tree.png", "twin.png");
  }

  @Test
  void completionReplacesWhatIsWrittenAlready() throws Exception {
    String text = "{\n  \"bank\": \"TI\"\n}";
    Completion tiles = accepted(draft(HERO, text).complete(HERO, at(text, "\"TI"))).getFirst();
    assertThat(tiles.text()).isEqualTo("\"TILES\"");
    assertThat(tiles.replaced().column()).isEqualTo(11);
    assertThat(tiles.replaced().endColumn()).isEqualTo(15);
  }

  @Test
  void everyMemberOfADeclarationIsDescribed() throws Exception {
    String text = "{\n  \"bank\": \"TILES\",\n  \"tiles\": {\n    \n  }\n}";
    assertThat(accepted(draft(HERO, text).complete(HERO, at(text, "\"tiles\": {\n    "))))
        .isNotEmpty()
        .allSatisfy(member -> assertThat(member.documentation()).isPresent());
    assertThat(accepted(draft(HERO, "{ ").complete(HERO, new TextPosition(1, 3))))
        .isNotEmpty()
        .allSatisfy(member -> assertThat(member.documentation()).isPresent());
  }

  @Test
  void placeSaysWhatASettingMeansAndWhatTheAssetBecame() throws Exception {
    workspace.build();
    DescribedPlace place =
        accepted(draft(HERO, hero).describe(HERO, at(hero, "\"tile_s"))).orElseThrow();
    assertThat(place.path()).containsExactly("tiles", "tile_size");
    assertThat(place.documentation()).contains("Side of a tile in pixels.");
    assertThat(place.asset()).isPresent();
    assertThat(place.values()).hasSize(1);
  }

  @Test
  void declarationAndRegistryLeadToEachOther() throws Exception {
    String index = workspace.read("assets/index.json");
    Draft draft = draft(HERO, hero).with(INDEX, index);
    PlaceTarget there =
        accepted(draft.target(HERO, at(hero, "\"asset_id\": 1".substring(0, 12)))).orElseThrow();
    assertThat(there.file()).isEqualTo(INDEX);
    String id = hero.replaceAll("(?s).*\"asset_id\": ([0-9]+).*", "$1");
    PlaceTarget back = accepted(draft.target(INDEX, at(index, id.substring(0, 3)))).orElseThrow();
    assertThat(back.file()).isEqualTo(HERO);
    assertThat(accepted(draft.target(HERO, at(hero, "\"hero.p"))).map(PlaceTarget::file))
        .contains(WorkspacePath.of("assets/hero.png"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[", "\"", "{\"", "{\"a\":[[[{", "}}}]]", "{,,:,}", "\u0000"})
  void noTextIsTooBrokenToBeAskedAbout(String text) throws Exception {
    Draft draft = draft(HERO, text);
    for (int column = 1; column <= text.length() + 2; column++) {
      TextPosition position = new TextPosition(1, column);
      draft.complete(HERO, position);
      draft.describe(HERO, position);
      draft.target(HERO, position);
    }
    assertThat(diagnosed(draft, HERO, Depth.DOCUMENTS)).isNotEmpty();
  }

  @Test
  void whateverIsTypedIsJudgedAsTheSavedTextWouldBe() throws Exception {
    Random random = new Random(SEED);
    Draft draft = workspace.session().draft(System::currentTimeMillis);
    String text = hero;
    int faulty = 0;
    for (int edit = 0; edit < EDITS; edit++) {
      text = edited(text, random);
      draft = draft.with(HERO, text);
      List<Diagnostic> typed = accepted(draft.list()).faults();
      Files.writeString(workspace.folder().resolve("assets/hero.asset.json"), text);
      assertThat(typed)
          .as("after edit %s of seed %s: %s", edit, SEED, text)
          .isEqualTo(accepted(workspace.session().list()).faults());
      faulty += typed.isEmpty() ? 0 : 1;
      TextPosition position = new TextPosition(1 + random.nextInt(12), 1 + random.nextInt(30));
      accepted(draft.complete(HERO, position));
      if (random.nextInt(4) == 0) {
        text = hero;
      }
    }
    assertThat(faulty).isPositive();
    Campaign.report(
        "drafts",
        "%,d random edits: the faults of the draft were those of the saved text, %,d times there were some (seed %d)"
            .formatted(EDITS, faulty, SEED));
  }

  /** A character or a few are deleted, or something is inserted. */
  private static String edited(String text, Random random) {
    List<String> pieces = List.of("\"", "{", "}", ",", "8", "auto", "\n", "TILES", "x", ":");
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(4));
    return random.nextBoolean()
        ? text.substring(0, at) + text.substring(end)
        : text.substring(0, at) + pieces.get(random.nextInt(pieces.size())) + text.substring(at);
  }

  @Test
  void draftOfAWorkspaceIsNeverWritten() throws Exception {
    Draft draft = draft(HERO, hero);
    assertThat(Optional.of(draft.number())).contains(1L);
    assertThatThrownBy(() ->
            new dev.papack.overlay.OverlaidDisk(
                    workspace.disk(), workspace.folder(), dev.papack.overlay.UnsavedTexts.NONE)
                .openForWriting(workspace.folder(), ""))
        .isInstanceOf(IllegalStateException.class);
  }
}
