package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.blames;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.SoundsRequest;
import dev.papack.asset.TilesRequest;
import dev.papack.container.BankType;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.Severity;
import dev.papack.disk.FileType;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.AddRequest.Folders;
import dev.papack.result.Added;
import dev.papack.result.Added.Action;
import dev.papack.result.Effect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code add} declares, fixes, refuses and leaves alone. */
class AddTest {
  private static final String WITHOUT_ID =
      """
      {"artifact": "asset", "schema_version": 3, "name": "hero", "sources": ["hero.png"],
       "bank": "TILES", "tiles": {"tile_size": 16, "palettes": "auto"}}
      """;

  private TestWorkspace workspace;

  @BeforeEach
  void create() throws IOException, CancelledException {
    workspace = TestWorkspace.create();
  }

  private static Map<String, Action> actions(Added added) {
    return added.assets().stream()
        .collect(
            Collectors.toMap(
                asset -> asset.place().file().text(),
                Added.AddedAsset::action,
                (first, second) -> first,
                TreeMap::new));
  }

  private static int id(Added added, String root) {
    return added.assets().stream()
        .filter(asset -> asset.place().root().toString().equals(root))
        .map(asset -> asset.id().orElseThrow().value())
        .findFirst()
        .orElseThrow();
  }

  private AddRequest with(String path, String name, int slot) {
    return new AddRequest(
        List.of(workspace.path(path)),
        Folders.OF_ASSETS,
        Optional.empty(),
        TilesRequest.NOTHING,
        SoundsRequest.NOTHING,
        slot < 0 ? OptionalInt.empty() : OptionalInt.of(slot),
        Optional.of(name));
  }

  private AddRequest asOne(String path) {
    return new AddRequest(
        List.of(workspace.path(path)),
        Folders.AS_ONE_ASSET,
        Optional.empty(),
        TilesRequest.NOTHING,
        SoundsRequest.NOTHING,
        OptionalInt.empty(),
        Optional.empty());
  }

  @Test
  void everythingThatABuildAcceptsIsDeclaredAndTheRestListed() throws Exception {
    workspace
        .picture("assets/a/hero.png", 0xFF112233)
        .sound("assets/a/jump.wav", 1, 2, 3)
        .write("assets/a/bad.png", "no picture")
        .write("assets/notes.txt", "hello")
        .picture("assets/.hidden/x.png", 1);
    Added added = workspace.add("assets");
    assertThat(actions(added).keySet()).containsExactly("a/hero.asset.json", "a/jump.asset.json");
    assertThat(blames(added.refused())).containsExactly("MEDIA_UNKNOWN assets/a/bad.png");
    assertThat(blames(added.findings())).containsExactly("MEDIA_UNKNOWN assets/notes.txt");
    assertThat(blames(added.diagnostics()))
        .containsExactly("MEDIA_UNKNOWN assets/a/bad.png", "MEDIA_UNKNOWN assets/notes.txt");
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void addingAgainChangesNothing() throws Exception {
    workspace.picture("assets/hero.png", 0xFF112233).add("assets");
    Map<String, String> before = workspace.authored();
    Added again = workspace.add("assets", "assets/hero.png");
    assertThat(again.assets()).isEmpty();
    assertThat(again.refused()).isEmpty();
    assertThat(codes(again.findings())).containsExactly(DiagnosticCode.ALREADY_DECLARED);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void lostDeclarationComesBackUnderItsId() throws Exception {
    workspace.picture("assets/hero.png", 0xFF112233);
    int id = id(workspace.add("assets"), "hero");
    workspace.delete("assets/hero.asset.json");
    Added again = workspace.add("assets/hero.png");
    assertThat(actions(again)).containsExactly(Map.entry("hero.asset.json", Action.RESTORED));
    assertThat(id(again, "hero")).isEqualTo(id);
  }

  @Test
  void lostIdComesBackIntoItsDeclaration() throws Exception {
    workspace.picture("assets/hero.png", 0xFF112233).registry("7 hero");
    workspace.write("assets/hero.asset.json", WITHOUT_ID);
    assertThat(id(workspace.add("assets"), "hero")).isEqualTo(7);
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void moveIsWrittenDownAndKeepsTheId() throws Exception {
    workspace.declared("new/hero", 7, "hero").registry("7 hero");
    Map<String, String> before = workspace.authored();
    Added added = workspace.add("assets");
    assertThat(actions(added)).containsExactly(Map.entry("new/hero.asset.json", Action.MOVED));
    assertThat(workspace.read("assets/index.json")).contains("7, \"root\": \"new/hero\"");
    assertThat(workspace.authored())
        .containsEntry(
            "game/assets/new/hero.asset.json", before.get("game/assets/new/hero.asset.json"));
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void swappedRootsAreFollowedAlsoIfOneIsNamed() throws Exception {
    workspace.declared("a", 1, "a").declared("b", 2, "b").registry("1 b", "2 a");
    Added added = workspace.add("assets/a.asset.json");
    assertThat(actions(added))
        .containsOnly(
            Map.entry("a.asset.json", Action.MOVED), Map.entry("b.asset.json", Action.MOVED));
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void newFileWhereAnAssetMovedAwayGetsAnIdOfItsOwn() throws Exception {
    workspace.declared("new/hero", 7, "old").registry("7 hero").picture("assets/hero.png", 5);
    Added added = workspace.add("assets/hero.png");
    assertThat(id(added, "hero")).isNotEqualTo(7);
    assertThat(id(added, "new/hero")).isEqualTo(7);
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void declarationWithoutIdWhereAnAssetMovedAwayGetsAnIdOfItsOwn() throws Exception {
    workspace.declared("new/hero", 7, "old").registry("7 hero").picture("assets/hero.png", 5);
    workspace.write("assets/hero.asset.json", WITHOUT_ID);
    Added added = workspace.add("assets/hero.png");
    assertThat(id(added, "hero")).isNotEqualTo(7);
    assertThat(id(added, "new/hero")).isEqualTo(7);
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void copyGetsAnIdOfItsOwnOnceItHasANameOfItsOwn() throws Exception {
    workspace.declared("a_copy", 7, "hero").declared("hero", 7, "hero").registry("7 hero");
    Added refused = workspace.add("assets");
    assertThat(refused.assets()).isEmpty();
    assertThat(blames(refused.refused())).containsExactly("NAME_TAKEN assets/a_copy.asset.json");
    workspace.declared("a_copy", 7, "copy");
    Added added = workspace.add("assets");
    assertThat(actions(added)).containsExactly(Map.entry("a_copy.asset.json", Action.GIVEN_NEW_ID));
    assertThat(added.diagnostics()).isEmpty();
    assertThat(codes(workspace.check())).isEmpty();
    assertThat(workspace.read("assets/hero.asset.json")).contains("\"asset_id\": 7,");
  }

  @Test
  void retiredIdIsReplaced() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7");
    Added added = workspace.add("assets");
    assertThat(actions(added)).containsExactly(Map.entry("hero.asset.json", Action.GIVEN_NEW_ID));
    assertThat(id(added, "hero")).isNotEqualTo(7);
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void ofTwoClaimantsNeitherIsPreferredUnlessNamed() throws Exception {
    workspace.declared("a", 7, "a").declared("b", 7, "b").registry("7 gone");
    Added undecided = workspace.add("assets");
    assertThat(undecided.assets()).isEmpty();
    assertThat(codes(undecided.refused()))
        .containsExactly(DiagnosticCode.ID_IN_TWO_PLACES, DiagnosticCode.ID_IN_TWO_PLACES);
    assertThat(workspace.add("assets/a.png", "assets/b.asset.json").assets()).isEmpty();
    assertThat(id(workspace.add("assets/b.png"), "b")).isEqualTo(7);
    assertThat(actions(workspace.add("assets")))
        .containsExactly(Map.entry("a.asset.json", Action.GIVEN_NEW_ID));
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void mismatchIsLeftToTheAuthor() throws Exception {
    workspace.declared("hero", 8, "hero").registry("7 hero");
    Map<String, String> before = workspace.authored();
    Added added = workspace.add("assets");
    assertThat(added.assets()).isEmpty();
    assertThat(codes(added.refused())).containsExactly(DiagnosticCode.ID_MISMATCH);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void fileWhoseDeclarationIsBrokenIsNotDeclaredTwice() throws Exception {
    workspace.picture("assets/hero.png", 5).write("assets/hero.asset.json", "{");
    Added added = workspace.add("assets");
    assertThat(added.assets()).isEmpty();
    assertThat(codes(added.refused())).containsExactly(DiagnosticCode.JSON_SYNTAX);
  }

  @Test
  void linkWhereADeclarationWouldGoIsNotTouched() throws Exception {
    workspace.picture("assets/hero.png", 5).plant("assets/hero.asset.json", FileType.LINK);
    Added added = workspace.add("assets/hero.png");
    assertThat(added.assets()).isEmpty();
    assertThat(workspace.authored()).containsEntry("game/assets/hero.asset.json", "LINK");
  }

  @Test
  void rootsThatDifferInCaseDoNotMakeDeclarationsThatCollide() throws Exception {
    workspace.picture("assets/Hero.png", 5).sound("assets/hero.wav", 1, 2, 3);
    Added added = workspace.add("assets");
    assertThat(actions(added).keySet()).containsExactly("Hero.asset.json", "hero_2.asset.json");
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void namesThatCollideAreNumbered() throws Exception {
    workspace
        .picture("assets/über.png", 5)
        .picture("assets/äber.png", 6)
        .picture("assets/a b.png", 7)
        .picture("assets/a_b.png", 8);
    Added added = workspace.add("assets");
    assertThat(added.assets().stream().map(asset -> asset.declaration().name().text()))
        .containsExactly("a_b", "a_b_2", "aber", "uber");
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void longestFileNamesGetShorterRoots() throws Exception {
    String name = "x".repeat(195);
    workspace.picture("assets/" + name + "y.png", 5).picture("assets/" + name + "z.png", 6);
    Added added = workspace.add("assets");
    assertThat(added.assets()).hasSize(2);
    assertThat(codes(workspace.check())).isEmpty();
    assertThat(added.assets())
        .allSatisfy(asset ->
            assertThat(asset.place().file().name().text().length()).isLessThanOrEqualTo(200));
  }

  @Test
  void fileTooDeepForADeclarationIsRefused() throws Exception {
    String folder = ("d".repeat(199) + "/").repeat(5) + "d".repeat(12);
    workspace.picture("assets/" + folder + "/a.png", 5);
    assertThat(blames(workspace.add("assets").refused()))
        .containsExactly("PATH_FORM assets/" + folder + "/a.png");
  }

  @Test
  void whatCannotBeListedIsReportedWithItsFolder() throws Exception {
    workspace
        .plant("assets/a/link.png", FileType.LINK)
        .picture("assets/a/what?.png", 1)
        .picture("assets/a/\uFFFD.png", 1)
        .plant("assets/b/pipe.png", FileType.SPECIAL);
    assertThat(codes(workspace.add("assets/a").refused()))
        .containsExactly(
            DiagnosticCode.LINK_REFUSED, DiagnosticCode.PATH_FORM, DiagnosticCode.PATH_FORM);
    assertThat(workspace.add("assets").refused()).hasSize(4);
  }

  @Test
  void deepestDocumentsArePublished() throws Exception {
    String folder = ("d".repeat(199) + "/").repeat(5);
    workspace.picture("assets/" + folder + "h.png", 5);
    assertThat(workspace.add("assets").assets()).hasSize(1);
    assertThat(codes(workspace.check())).isEmpty();
    workspace.build();
  }

  @Test
  void folderAsOneAssetIsDeclaredFromInside() throws Exception {
    workspace.picture("assets/hero/sheet.png", 5).write("assets/hero/notes.txt", "x");
    Added added = accepted(workspace.session().add(asOne("assets/hero"), Effect.WRITE));
    assertThat(actions(added).keySet()).containsExactly("hero/asset.json");
    workspace.picture("assets/hero/other.png", 6);
    assertThat(codes(workspace.add("assets").refused())).isEmpty();
    assertThat(codes(workspace.add("assets/hero/other.png").refused()))
        .containsExactly(DiagnosticCode.ROOT_NESTED);
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void folderOfTwoPicturesIsOneAssetOfTwoSheets() throws Exception {
    workspace.picture("assets/hero/10.png", 5).picture("assets/hero/9.png", 6);
    Added added = accepted(workspace.session().add(asOne("assets/hero"), Effect.WRITE));
    assertThat(added.refused()).isEmpty();
    assertThat(added.assets().getFirst().declaration().sources())
        .extracting(RelativePath::text)
        .containsExactly("9.png", "10.png");
    assertThat(codes(workspace.check())).isEmpty();
    assertThat(codes(workspace.add("assets").refused())).isEmpty();
  }

  @Test
  void folderOfAPictureThatNobodyCanReadIsNotOneAsset() throws Exception {
    workspace.picture("assets/hero/a.png", 5).write("assets/hero/b.png", "\u0089PNG\r\n");
    Added added = accepted(workspace.session().add(asOne("assets/hero"), Effect.WRITE));
    assertThat(added.assets()).isEmpty();
    assertThat(added.refused()).isNotEmpty();
  }

  @Test
  void folderDeclaredFromBesideIsNotDeclaredAgainFromInside() throws Exception {
    workspace.declared("hero", 7, "hero").registry("7 hero").picture("assets/hero/x.png", 5);
    Added added = accepted(workspace.session().add(asOne("assets/hero"), Effect.WRITE));
    assertThat(added.refused()).isEmpty();
    assertThat(codes(added.findings())).containsExactly(DiagnosticCode.ALREADY_DECLARED);
  }

  @Test
  void nameAndSlotOfOthersAreRefused() throws Exception {
    workspace.picture("assets/a.png", 5).picture("assets/b.png", 6);
    accepted(workspace.session().add(with("assets/a.png", "boss", 4), Effect.WRITE));
    Added taken = accepted(workspace.session().add(with("assets/b.png", "boss", 5), Effect.WRITE));
    assertThat(codes(taken.refused())).containsExactly(DiagnosticCode.NAME_TAKEN);
    Added slot = accepted(workspace.session().add(with("assets/b.png", "other", 4), Effect.WRITE));
    assertThat(codes(slot.refused())).containsExactly(DiagnosticCode.SLOT_TAKEN);
    Added form = accepted(workspace.session().add(with("assets/b.png", "Über", -1), Effect.WRITE));
    assertThat(codes(form.refused())).containsExactly(DiagnosticCode.STRING_FORM);
    assertThat(workspace.has("assets/b.asset.json")).isFalse();
  }

  @Test
  void refusedNameLeavesTheNameFree() throws Exception {
    workspace.picture("assets/a.png", 5).picture("assets/b.png", 6);
    accepted(workspace.session().add(with("assets/a.png", "boss", 4), Effect.WRITE));
    accepted(workspace.session().add(with("assets/b.png", "second", 4), Effect.WRITE));
    Added added =
        accepted(workspace.session().add(with("assets/b.png", "second", 5), Effect.WRITE));
    assertThat(added.assets()).hasSize(1);
  }

  @Test
  void pathsAreFoundHoweverTheyAreWritten() throws Exception {
    workspace.picture("assets/sprites/hero.png", 5).picture("assets/sprites/tree.png", 6);
    for (String path :
        List.of(
            "assets/sprites/../sprites/hero.png", "assets/./sprites/hero.png", "assets/sprites/")) {
      Outcome<Added> outcome =
          workspace
              .copy()
              .session()
              .add(AddRequest.of(List.of(workspace.path(path))), Effect.WRITE);
      assertThat(accepted(outcome).assets()).as(path).isNotEmpty();
    }
  }

  @Test
  void pathsElsewhereAreRefusedTogetherAndNothingIsWritten() throws Exception {
    workspace.picture("assets/hero.png", 5).plant("assets/link.png", FileType.LINK);
    Map<String, String> before = workspace.authored();
    Outcome<Added> outcome =
        workspace
            .session()
            .add(
                AddRequest.of(
                    List.of(
                        workspace.path("assets/hero.png"),
                        workspace.path("assets/nothing.png"),
                        workspace.path("assets/link.png"),
                        workspace.path("assets/a\\b.png"),
                        workspace.path("readme.md"),
                        Path.of("/elsewhere/x.png"))),
                Effect.WRITE);
    assertThat(codes(outcome))
        .containsExactlyInAnyOrder(
            DiagnosticCode.SOURCE_MISSING,
            DiagnosticCode.LINK_REFUSED,
            DiagnosticCode.PATH_FORM,
            DiagnosticCode.PATH_OUTSIDE_ASSETS,
            DiagnosticCode.PATH_OUTSIDE_ASSETS);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void finishedArtOfAnotherFormatIsAnErrorAndAnyOtherFileANote() throws Exception {
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    workspace.write("assets/photo.jpg", jpeg).write("assets/photo.psd", new byte[] {'8', 'B'});

    Added added = workspace.add("assets");

    assertThat(blames(added.refused())).containsExactly("MEDIA_UNKNOWN assets/photo.jpg");
    assertThat(blames(added.findings())).containsExactly("MEDIA_UNKNOWN assets/photo.psd");
    assertThat(added.findings()).extracting(Diagnostic::severity).containsExactly(Severity.NOTE);
  }

  @Test
  void bankPassesOverOtherFilesOfAFolderAndRefusesThoseThatAreNamed() throws Exception {
    workspace.sound("assets/tone.wav", 1, 2, 3);

    Added found = accepted(workspace.session().add(tiles("assets"), Effect.WRITE));
    Added named = accepted(workspace.session().add(tiles("assets/tone.wav"), Effect.WRITE));

    assertThat(found.refused()).isEmpty();
    assertThat(found.findings()).extracting(Diagnostic::severity).containsExactly(Severity.NOTE);
    assertThat(named.refused()).extracting(Diagnostic::severity).containsExactly(Severity.ERROR);
    assertThat(named.findings()).isEmpty();
    assertThat(found.assets()).isEmpty();
    assertThat(named.assets()).isEmpty();
  }

  private AddRequest tiles(String path) {
    return new AddRequest(
        List.of(workspace.path(path)),
        Folders.OF_ASSETS,
        Optional.of(BankType.TILES),
        TilesRequest.NOTHING,
        SoundsRequest.NOTHING,
        OptionalInt.empty(),
        Optional.empty());
  }

  @Test
  void assetBeyondTheLimitIsRefused() throws Exception {
    workspace
        .registry(
            IntStream.rangeClosed(1, 131_072)
                .mapToObj(id -> id + " gone/a" + id)
                .toArray(String[]::new))
        .picture("assets/hero.png", 0xFF102030);
    String before = workspace.read("assets/index.json");
    Added added = workspace.add("assets/hero.png");
    assertThat(added.assets()).isEmpty();
    assertThat(added.refused())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(DiagnosticCode.ASSETS_TOO_MANY));
    assertThat(workspace.read("assets/index.json")).isEqualTo(before);
    assertThat(workspace.has("assets/hero.asset.json")).isFalse();
  }

  @Test
  void declarationThatGetsAnIdKeepsWhatItsAuthorSaid() throws Exception {
    workspace
        .picture("assets/hero.png", 0xFF102030)
        .write(
            "assets/hero.asset.json",
            """
            {"artifact": "asset", "schema_version": 3, "bank": "TILES", "sources": ["hero.png"],
             "tiles": {"fit": "exact", "tile_size": 16, "palettes": "auto"}, "name": "hero"}
            """);
    Added added = workspace.add("assets/hero.asset.json");
    assertThat(workspace.read("assets/hero.asset.json"))
        .isEqualTo(
            """
            {
              "artifact": "asset",
              "schema_version": 3,
              "asset_id": %s,
              "name": "hero",
              "sources": ["hero.png"],
              "bank": "TILES",
              "tiles": {
                "tile_size": 16,
                "palettes": "auto",
                "fit": "exact"
              }
            }
            """
                .formatted(added.assets().getFirst().id().orElseThrow()));
  }

  @Test
  void idWhoseHomeCannotBeReadIsNotRegisteredElsewhereAlsoWhenNamed() throws Exception {
    workspace
        .declared("moved", 7, "hero")
        .registry("7 hero")
        .write("assets/hero.asset.json", "{ \"artifact\": \"asset\", <<<");
    String before = workspace.read("assets/index.json");
    Added added = workspace.add("assets/moved.asset.json");
    assertThat(added.assets()).isEmpty();
    assertThat(added.refused())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.ID_IN_TWO_PLACES);
    assertThat(workspace.read("assets/index.json")).isEqualTo(before);
  }
}
