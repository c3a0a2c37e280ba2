package dev.papack.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.result.Drift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does in an editor, with a client that others wrote. */
class EditorSessionTest {
  private static final String HERO = "assets/hero/asset.json";
  private static final String INDEX = "assets/index.json";

  @TempDir private Path temporary = Path.of("");

  private static Session session(Path game) throws Exception {
    return ((Outcome.Accepted<Session>) Packer.create().open(game)).value();
  }

  private static String read(Path game, String file) throws Exception {
    return Files.readString(game.resolve(file));
  }

  private static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(diagnostic -> diagnostic.getCode().getLeft()).toList();
  }

  @Test
  void aFaultIsTypedSeenAndFixedAnAssetRenamedAndADocumentMigrated() throws Exception {
    Path game = Games.golden("PA5001-check-of-version-1", temporary);
    String declaration = "assets/ground.asset.json";
    try (Editor editor = new Editor(game)) {
      editor.open(declaration, read(game, declaration));
      editor.open(INDEX, read(game, INDEX));
      assertThat(codes(editor.settled(declaration))).containsExactly("PA5001");

      // A fault is typed, and seen where it is.
      editor.type(declaration, "\"source\"", "\"sauce\"");
      Diagnostic seen =
          editor.settled(declaration).stream()
              .filter(diagnostic -> diagnostic.getCode().getLeft().equals("PA2001"))
              .findFirst()
              .orElseThrow();
      assertThat(seen.getSeverity()).isEqualTo(DiagnosticSeverity.Error);
      assertThat(seen.getRange())
          .isEqualTo(
              new Range(
                  editor.at(declaration, "\"sauce\"", 0),
                  editor.at(declaration, "\"sauce\"", "\"sauce\"".length())));
      assertThat(editor.published(declaration).getVersion()).isEqualTo(2);

      // Its fix is taken.
      CodeAction fix =
          editor.actions(declaration).stream()
              .filter(action -> action.getEdit() != null)
              .findFirst()
              .orElseThrow();
      assertThat(fix.getTitle()).isEqualTo("Change it to \"source\" (likely)");
      assertThat(fix.getIsPreferred()).isFalse();
      editor.apply(fix.getEdit());
      assertThat(editor.text(declaration)).isEqualTo(read(game, declaration));
      assertThat(codes(editor.settled(declaration))).containsExactly("PA5001");

      // A migration writes files, so what is typed has to be saved first.
      CodeAction migration =
          editor.actions(declaration).stream()
              .filter(action -> action.getCommand() != null)
              .findFirst()
              .orElseThrow();
      assertThat(migration.getTitle()).startsWith("Migrate all documents");
      ExecuteCommandParams command =
          new ExecuteCommandParams(
              migration.getCommand().getCommand(), migration.getCommand().getArguments());
      editor.type(declaration, "{", "{ ");
      assertThatThrownBy(
              () -> Editor.get(editor.server.getWorkspaceService().executeCommand(command)))
          .hasMessageContaining("save " + declaration + " first");
      // Typing is taken back: there is nothing to save.
      editor.type(declaration, "{ ", "{");
      assertThat(Editor.get(editor.server.getWorkspaceService().executeCommand(command))).isNull();
      assertThat(read(game, declaration)).contains("\"schema_version\": 3");

      // The editor reads its files again.
      for (String file : List.of(declaration, INDEX)) {
        editor.type(file, 0, editor.text(file).length(), read(game, file));
        editor.saved(file);
      }
      assertThat(editor.faults()).isEmpty();

      // The asset gets another name, in both documents that say it.
      Position name = editor.at(declaration, "\"name\": \"", 10);
      PrepareRenameResult old =
          editor
              .ask(documents ->
                  documents.prepareRename(new PrepareRenameParams(editor.named(declaration), name)))
              .getSecond();
      assertThat(old.getPlaceholder()).isEqualTo("ground");
      WorkspaceEdit renamed =
          editor.ask(documents ->
              documents.rename(new RenameParams(editor.named(declaration), name, "knight")));
      editor.apply(renamed);
      assertThat(editor.text(declaration)).contains("\"name\": \"knight\"");
      assertThat(editor.text(INDEX)).contains("\"name\": \"knight\"");
      assertThat(editor.faults()).isEmpty();

      // As papack does it.
      Files.writeString(game.resolve(declaration), editor.text(declaration));
      Files.writeString(game.resolve(INDEX), editor.text(INDEX));
      assertThat(session(game).check(Drift.REFUSED).diagnostics())
          .noneMatch(diagnostic -> diagnostic.severity() != Severity.NOTE);
    }
  }

  @Test
  void aNameThatIsTakenIsRefusedInWords() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO));
      Position name = editor.at(HERO, "\"hero\"", 2);
      assertThatThrownBy(() ->
              editor.ask(documents ->
                  documents.rename(new RenameParams(editor.named(HERO), name, "items/key"))))
          .hasMessageContaining("the name \"items/key\" belongs to");
    }
  }

  @Test
  void everyVersionThatIsNotSupportedIsSaidWhereItIsWritten() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO));
      editor.type(HERO, "\"schema_version\": 3", "\"schema_version\": 9");
      Diagnostic version = editor.settled(HERO).getFirst();
      assertThat(version.getCode().getLeft()).isEqualTo("PA4002");
      assertThat(version.getRange().getStart()).isEqualTo(editor.at(HERO, "9", 0));
      editor.type(HERO, "\"schema_version\": 9", "\"schema_version\": 3");
      assertThat(editor.settled(HERO)).isEmpty();

      editor.open(INDEX, read(game, INDEX));
      editor.type(INDEX, "\"schema_version\": 3", "\"schema_version\": 0");
      assertThat(codes(editor.settled(INDEX))).containsExactly("PA4003");
    }
  }

  @Test
  void budgetsAndTheListOfWhatIsIgnoredAreJudgedToo() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      editor.open(
          "assets/budgets.json",
          "{\n  \"artifact\": \"budgets\",\n  \"schema_version\": 1,\n  \"budgets\": [{\"mesure\": 1}]\n}\n");
      editor.open(
          "assets/ignore.json",
          "{\n  \"artifact\": \"ignore\",\n  \"schema_version\": 1,\n  \"ignore\": []\n}\n");
      assertThat(codes(editor.settled("assets/budgets.json"))).contains("PA2001", "PA2002");
      editor.type("assets/ignore.json", "[]", "[1]");
      assertThat(codes(editor.settled("assets/ignore.json"))).containsExactly("PA2003");
    }
  }

  @Test
  void aFaultOfAPictureIsShownWhereADeclarationNamesIt() throws Exception {
    Path game = Games.starter(temporary);
    Path picture = game.resolve("assets/items/key.png");
    byte[] good = Files.readAllBytes(picture);
    try (Editor editor = new Editor(game)) {
      String key = "assets/items/key.asset.json";
      editor.open(key, read(game, key));
      assertThat(editor.settled(key)).isEmpty();
      byte[] bad = good.clone();
      bad[bad.length / 2] ^= 1;
      Files.write(picture, bad);
      await(editor, key, List.of("PA6011"));
      Diagnostic fault = editor.settled(key).getFirst();
      assertThat(fault.getRange().getStart()).isEqualTo(editor.at(key, "\"key.png\"", 0));
      assertThat(fault.getMessage().getLeft()).startsWith("assets/items/key.png: ");
      assertThat(fault.getRelatedInformation())
          .extracting(related -> related.getLocation().getUri())
          .contains(editor.uri("assets/items/key.png"));
      Files.write(picture, good);
      await(editor, key, List.of());
    }
  }

  /** The system takes its time to tell of a file. */
  private static void await(Editor editor, String file, List<String> codes) throws Exception {
    for (int i = 0; i < 300 && !codes(editor.settled(file)).equals(codes); i++) {
      Thread.sleep(20);
    }
    assertThat(codes(editor.settled(file))).isEqualTo(codes);
  }

  @Test
  void damagedPicturesAreShownAlthoughAnotherDeclarationIsWrong() throws Exception {
    Path game = Games.starter(temporary);
    Files.write(game.resolve("assets/items/key.png"), new byte[] {1, 2, 3});
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO));
      editor.type(HERO, "16", "12");
      Map<String, List<Diagnostic>> all = editor.faults();
      assertThat(codes(all.getOrDefault(editor.uri(HERO), List.of()))).containsExactly("PA2007");
      assertThat(codes(all.getOrDefault(editor.uri("assets/items/key.asset.json"), List.of())))
          .containsExactly("PA6001");
    }
  }

  @Test
  void membersValuesAndFilesAreCompleted() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO));
      editor.type(HERO, "\"palettes\": \"indexed\"", "\"palettes\": \"\",\n    ");
      assertThat(labels(editor, HERO, editor.at(HERO, "\"palettes\": \"", 13)))
          .contains("auto", "indexed");
      List<CompletionItem> members = items(editor, HERO, editor.at(HERO, "\n    \n", 5));
      assertThat(members).extracting(CompletionItem::getLabel).contains("fit", "alpha_threshold");
      CompletionItem fit =
          members.stream().filter(item -> item.getLabel().equals("fit")).findFirst().orElseThrow();
      assertThat(fit.getTextEdit().getLeft().getNewText()).isEqualTo("\"fit\": ");
      assertThat(fit.getDocumentation().getLeft()).isNotEmpty();
      editor.type(HERO, "hero.png", "");
      assertThat(labels(editor, HERO, editor.at(HERO, "[\"", 2))).containsExactly("hero.png");
    }
  }

  private static List<CompletionItem> items(Editor editor, String file, Position position)
      throws Exception {
    return editor
        .ask(documents -> documents.completion(new CompletionParams(editor.named(file), position)))
        .getLeft();
  }

  private static List<String> labels(Editor editor, String file, Position position)
      throws Exception {
    return items(editor, file, position).stream().map(CompletionItem::getLabel).toList();
  }

  @Test
  void aPlaceIsExplainedWithWhatTheAssetBecame() throws Exception {
    Path game = Games.starter(temporary);
    assertThat(session(game).build(Drift.TOLERATED)).isInstanceOf(Outcome.Accepted.class);
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO));
      Hover hover =
          editor.ask(documents ->
              documents.hover(
                  new HoverParams(editor.named(HERO), editor.at(HERO, "\"tile_size\": 16", 14))));
      assertThat(hover.getContents().getRight().getValue())
          .startsWith("**tiles.tile_size**")
          .contains("One of `8`, `16`, `32`.")
          .containsPattern("`hero` became [0-9]+ tiles of 16x16 pixels")
          // The signature of a PNG.
          .contains("![hero](data:image/png;base64,iVBORw0KGgo");
    }
  }

  /** An editor would fetch such a picture from its server. */
  @Test
  void nameOfAMemberIsNoMarkupWhereItIsExplained() throws Exception {
    Path game = Games.starter(temporary);
    String name = "![x](http://x.example/y.png) `<b>` *c* \\u202e";
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO).replace("\"tile_size\"", "\"" + name + "\""));
      Hover hover =
          editor.ask(documents ->
              documents.hover(
                  new HoverParams(editor.named(HERO), editor.at(HERO, "x.example", 2))));
      assertThat(hover.getContents().getRight().getValue().lines().findFirst())
          .contains(
              "**tiles.\\!\\[x\\]\\(http\\:\\/\\/x.example\\/y.png\\) \\`\\<b\\>\\` \\*c\\* ?**");
    }
  }

  @Test
  void declarationAndRegistryLeadToEachOtherAndADeclarationToItsSources() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO));
      editor.open(INDEX, read(game, INDEX));
      assertThat(target(editor, HERO, editor.at(HERO, "983682911", 2)))
          .contains(tuple(editor.uri(INDEX), editor.at(INDEX, "983682911", 0)));
      assertThat(target(editor, INDEX, editor.at(INDEX, "983682911", 2)))
          .contains(tuple(editor.uri(HERO), editor.at(HERO, "983682911", 0)));
      List<DocumentLink> links =
          editor.ask(
              documents -> documents.documentLink(new DocumentLinkParams(editor.named(HERO))));
      assertThat(links)
          .extracting(DocumentLink::getTarget, link -> link.getRange().getStart())
          .containsExactly(
              tuple(editor.uri("assets/hero/hero.png"), editor.at(HERO, "\"hero.png\"", 0)));
    }
  }

  private static Optional<Tuple> target(Editor editor, String file, Position position)
      throws Exception {
    return editor
        .ask(documents -> documents.definition(new DefinitionParams(editor.named(file), position)))
        .getLeft()
        .stream()
        .map((Location location) -> tuple(location.getUri(), location.getRange().getStart()))
        .findFirst();
  }

  @Test
  void columnsAreCountedAsTheEditorCountsThem() throws Exception {
    Path game = Games.starter(temporary);
    List<Integer> columns = new ArrayList<>();
    for (String encoding : List.of("utf-16", "utf-8")) {
      try (Editor editor = new Editor(game, "utf-7", encoding)) {
        assertThat(editor.initialized.getCapabilities().getPositionEncoding()).isEqualTo(encoding);
        editor.open(
            HERO, read(game, HERO).replace("\"name\"", "\"\ud83d\ude00\u00e9\": 1, \"nmae\""));
        columns.add(
            editor.settled(HERO).stream()
                .filter(diagnostic -> diagnostic.getMessage().getLeft().contains("nmae"))
                .map(diagnostic -> diagnostic.getRange().getStart().getCharacter())
                .findFirst()
                .orElseThrow());
      }
    }
    // The face has 2 units or 4 bytes, the letter 1 or 2; both are in quotes.
    assertThat(columns).containsExactly(2 + 5 + 5, 2 + 8 + 5);
  }

  @Test
  void whatIsClosedIsJudgedAsItIsOnTheDisk() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      editor.open(HERO, read(game, HERO));
      editor.type(HERO, "16", "12");
      assertThat(codes(editor.settled(HERO))).containsExactly("PA2007");
      editor.shut(HERO);
      assertThat(editor.faults()).isEmpty();
    }
  }

  /** As by a branch that does not have it, and back. */
  @Test
  void workspaceThatGoesAndComesBackIsWatchedAgain() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      assertThat(editor.faults()).isEmpty();
      delete(game);
      await(editor, INDEX, List.of("PA9001"));
      Games.starter(temporary);
      await(editor, INDEX, List.of());
      Files.writeString(game.resolve(HERO), read(game, HERO).replace("16", "12"));
      await(editor, HERO, List.of("PA2007"));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void documentsOfOtherProgramsAreNoneOfItsBusiness() throws Exception {
    Path game = Games.starter(temporary);
    try (Editor editor = new Editor(game)) {
      editor.open("package.json", "{");
      editor.open("assets/levels.json", "{");
      assertThat(editor.faults()).isEmpty();
    }
  }
}
