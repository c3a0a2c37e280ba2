package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextPosition;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.SystemDisk;
import dev.papack.result.DiagnosedDocument.Depth;
import dev.papack.result.Effect;
import dev.papack.result.NamedFile;
import dev.papack.result.NamedPlace;
import dev.papack.result.Preview;
import dev.papack.result.ProposedText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor does with a draft: rename, follow links, find its files in a workspace. */
class DraftOfAnEditorTest {
  private static final WorkspacePath HERO = WorkspacePath.of("assets/hero.asset.json");
  private static final WorkspacePath INDEX = WorkspacePath.INDEX;
  private static final WorkspacePath BUDGETS = WorkspacePath.of("assets/budgets.json");

  @TempDir private Path temporary = Path.of("");

  private RealWorkspace workspace = new RealWorkspace(Path.of(""), new SystemDisk());
  private String hero = "";

  @BeforeEach
  void twoAssets() throws Exception {
    workspace = RealWorkspace.create(temporary.resolve("game"));
    workspace.picture("hero", 0xFF102030).picture("twin", 0xFF405060).add();
    hero = workspace.read("assets/hero.asset.json");
  }

  private Draft draft(WorkspacePath document, String text) throws Exception {
    return workspace.session().draft(System::currentTimeMillis).with(document, text);
  }

  private static TextPosition in(String text, String written) {
    int offset = text.indexOf(written) + 1;
    String head = text.substring(0, offset);
    int line = (int) head.chars().filter(c -> c == '\n').count() + 1;
    return new TextPosition(line, offset - head.lastIndexOf('\n'));
  }

  @Test
  void nameIsFoundInADeclarationAndInTheRegistry() throws Exception {
    String index = workspace.read("assets/index.json");
    Draft draft = draft(HERO, hero).with(INDEX, index);
    NamedPlace here = draft.name(HERO, in(hero, "\"hero\"")).orElseThrow();
    assertThat(here.name()).isEqualTo("hero");
    String entry = index.substring(0, index.indexOf("\"name\": \"hero\"") + 8);
    NamedPlace there =
        draft
            .name(
                INDEX,
                new TextPosition(
                    (int) entry.lines().count(), entry.length() - entry.lastIndexOf('\n') + 1))
            .orElseThrow();
    assertThat(there.asset()).isEqualTo(here.asset());
    assertThat(draft.name(HERO, in(hero, "\"hero.png\""))).isEmpty();
    assertThat(draft.name(HERO, new TextPosition(99, 1))).isEmpty();
  }

  @Test
  void renameOfADraftIsWhatARenameWrites() throws Exception {
    Draft draft = workspace.session().draft(System::currentTimeMillis);
    var asset = draft.with(HERO, hero).name(HERO, in(hero, "\"hero\"")).orElseThrow().asset();
    List<ProposedText> proposed = accepted(draft.rename(asset, "knight"));
    assertThat(proposed).extracting(ProposedText::document).containsExactly(HERO, INDEX);
    assertThat(workspace.read("assets/hero.asset.json")).isEqualTo(hero);
    accepted(workspace.session().rename("hero", "knight", Effect.WRITE));
    for (ProposedText text : proposed) {
      assertThat(workspace.read(text.document().text())).isEqualTo(text.text());
    }
    assertThat(accepted(draft.rename(asset, "knight"))).isEmpty();
  }

  @Test
  void renameOfADraftIsRefusedAsARenameIs() throws Exception {
    Draft draft = draft(HERO, hero);
    var asset = draft.name(HERO, in(hero, "\"hero\"")).orElseThrow().asset();
    for (String name : List.of("twin", "Twin", "")) {
      assertThat(draft.rename(asset, name))
          .isInstanceOf(Outcome.Refused.class)
          .extracting(Outcome::diagnostics)
          .isEqualTo(workspace.session().rename("hero", name, Effect.SHOW).diagnostics());
    }
  }

  /** A name may consist of digits; an id is never mistaken for it. */
  @Test
  void idThatIsNoMoreRenamesNoAssetOfThatName() throws Exception {
    accepted(workspace.session().rename("twin", "7", Effect.WRITE));
    Draft draft = draft(HERO, hero);
    assertThat(draft.rename(new dev.papack.asset.AssetId(7), "eight"))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void filesThatADeclarationNamesAreFoundInATextThatIsNotFinished() throws Exception {
    String text = hero.replace("[\"hero.png\"]", "[\"hero.png\", \"gone.png\", \"twin.png\"");
    assertThat(accepted(draft(HERO, text).files(HERO)))
        .extracting(NamedFile::file, named -> named.range().column())
        .containsExactly(
            tuple(WorkspacePath.of("assets/hero.png"), 15),
            tuple(WorkspacePath.of("assets/twin.png"), 39));
    assertThat(accepted(draft(INDEX, "{").files(INDEX))).isEmpty();
  }

  @Test
  void nameWithEscapesLeadsToTheFileThatItStandsFor() throws Exception {
    String text = hero.replace("\"hero.png\"", "\"\\u0068er\\u006F.png\"");
    assertThat(accepted(draft(HERO, text).files(HERO)))
        .extracting(NamedFile::file)
        .containsExactly(WorkspacePath.of("assets/hero.png"));
    assertThat(accepted(draft(HERO, text).target(HERO, in(text, "\"\\u0068er")))).isPresent();
  }

  /** As it may be for a moment while somebody types, or behind a byte order mark. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "x", "\"name\"", "7", "\uFEFF{}", "[7]", "[\"name\"]"})
  void documentWithoutAMemberHasNoNameAndNothingToExplain(String text) throws Exception {
    Draft draft = draft(HERO, text);
    for (int column = 1; column <= text.length() + 1; column++) {
      TextPosition position = new TextPosition(1, column);
      assertThat(draft.name(HERO, position)).isEmpty();
      assertThat(accepted(draft.describe(HERO, position))).isEmpty();
      assertThat(accepted(draft.complete(HERO, position))).isEmpty();
      assertThat(accepted(draft.target(HERO, position))).isEmpty();
    }
  }

  @Test
  void textOfADocumentIsTheOneThatIsOpenOrElseTheOneOnTheDisk() throws Exception {
    Draft draft = draft(HERO, "open");
    assertThat(accepted(draft.text(HERO))).isEqualTo("open");
    assertThat(accepted(draft.without(HERO).text(HERO))).isEqualTo(hero);
    assertThat(draft.text(BUDGETS)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void budgetsAreJudgedWithTheOtherDocuments() throws Exception {
    Draft draft =
        draft(
            BUDGETS,
            "{\"artifact\": \"budgets\", \"schema_version\": 1, \"budgets\": [{\"limit\": 1}]}");
    assertThat(accepted(draft.list()).faults())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.MEMBER_MISSING);
    assertThat(accepted(draft.diagnose(BUDGETS, Depth.DOCUMENTS)).findings()).hasSize(1);
    assertThat(accepted(draft.complete(BUDGETS, new TextPosition(1, 2)))).isNotEmpty();
  }

  @Test
  void pathsAreFoundInTheWorkspaceWhetherOrNotAnythingIsThere() throws Exception {
    Session session = workspace.session();
    Path game = session.workspace();
    assertThat(session.locate(game.resolve("assets/hero.asset.json"))).contains(HERO);
    assertThat(session.locate(game.resolve("assets/x/../hero.asset.json"))).contains(HERO);
    assertThat(session.locate(game.resolve("assets/not/yet.json")))
        .contains(WorkspacePath.of("assets/not/yet.json"));
    assertThat(session.locate(game)).isEmpty();
    assertThat(session.locate(game.resolve("../other.json"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"con.json", "a\u202eb.json", "end."})
  void nameThatNoWorkspaceMayHaveIsNotFound(String name) throws Exception {
    Session session = workspace.session();
    assertThat(session.locate(session.workspace().resolve(name))).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void linksInTheFoldersAboveAreFollowed() throws Exception {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), workspace.folder());
    assertThat(workspace.session().locate(link.resolve("assets/hero.asset.json"))).contains(HERO);
  }

  @Test
  void pictureIsShownAsTheDraftWouldBuildIt() throws Exception {
    Draft draft = draft(HERO, hero);
    var asset = draft.name(HERO, in(hero, "\"hero\"")).orElseThrow().asset();
    Preview all = accepted(draft.preview(asset, new Preview.Part.All())).orElseThrow();
    assertThat(all.shown())
        .isEqualTo(new PixelRectangle(0, 0, all.widthPixels(), all.heightPixels()));
    assertThat(all.draft()).isEqualTo(draft.number());
    // As 5, 6 and 5 bits hold the colour.
    assertThat(all.argb()).containsOnly(0xFF102031);
    Draft smaller = draft.with(HERO, hero.replace("\"tile_size\": 16", "\"tile_size\": 8"));
    Preview tile = accepted(smaller.preview(asset, new Preview.Part.Tile(0))).orElseThrow();
    assertThat(tile.shown()).isEqualTo(new PixelRectangle(0, 0, 8, 8));
    assertThat(tile.draft()).isGreaterThan(draft.number());
    Preview corner =
        accepted(draft.preview(asset, new Preview.Part.Rectangle(new PixelRectangle(15, 14, 9, 9))))
            .orElseThrow();
    assertThat(corner.shown()).isEqualTo(new PixelRectangle(15, 14, 1, 2));
    assertThat(corner.argb()).hasSize(2);
  }

  @Test
  void whereThereIsNoPictureThereIsNoPreview() throws Exception {
    Draft draft = draft(HERO, hero);
    var asset = draft.name(HERO, in(hero, "\"hero\"")).orElseThrow().asset();
    for (Preview.Part part :
        List.of(
            new Preview.Part.Tile(1_000),
            new Preview.Part.Tile(-1),
            new Preview.Part.Rectangle(new PixelRectangle(16, 0, 1, 1)),
            new Preview.Part.Rectangle(new PixelRectangle(0, 16, 1, 1)))) {
      assertThat(accepted(draft.preview(asset, part))).isEmpty();
    }
    assertThat(accepted(draft.preview(new dev.papack.asset.AssetId(7), new Preview.Part.All())))
        .isEmpty();
    workspace.write("assets/hero.png", new byte[] {1});
    assertThat(draft.preview(asset, new Preview.Part.All())).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void morePixelsThanMayBeShownCannotBeAskedFor() {
    assertThatThrownBy(() -> new Preview.Part.Rectangle(new PixelRectangle(0, 0, 1_025, 1_024)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
