package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.Errno;
import dev.papack.disk.FileType;
import dev.papack.disk.MemoryDisk;
import dev.papack.disk.TestDisk;
import dev.papack.result.Built;
import dev.papack.result.Drift;
import dev.papack.result.Effect;
import dev.papack.result.MovedFiles;
import dev.papack.result.Recovered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MoveTest {
  private static final String TARGET = "assets/people/brave/hero.png";

  private TestWorkspace workspace;

  @BeforeEach
  void fill() throws Exception {
    workspace = TestWorkspace.create();
    workspace.picture("assets/art/hero.png", 0xFFCC2211).sound("assets/jump.wav", 1, 2, 3);
    workspace.add("assets");
  }

  private Outcome<MovedFiles> move(String from, String to) throws Exception {
    return workspace.session().move(workspace.path(from), workspace.path(to), Effect.WRITE);
  }

  @Test
  void thePackOfAMovedWorkspaceIsTheSame() throws Exception {
    Built before = workspace.build();
    assertThat(accepted(move("assets/art", "assets/people/art")).assets()).hasSize(1);
    accepted(move("assets/jump.wav", "assets/sounds/leap.wav"));
    assertThat(workspace.check()).isEmpty();
    assertThat(workspace.build().packId()).isEqualTo(before.packId());
    assertThat(workspace.read("assets/jump.asset.json")).contains("[\"sounds/leap.wav\"]");
  }

  @Test
  void aFolderThatTheLastFileMovedAwayFromGoesAndOneThatHoldsAnythingStays() throws Exception {
    workspace.picture("assets/a/b/c/deep.png", 0xFF00CC11).write("assets/a/notes.txt", "x");
    workspace.add("assets");
    accepted(move("assets/a/b/c/deep.asset.json", "assets/deep.asset.json"));
    assertThat(workspace.has("assets/a/notes.txt")).isTrue();
    assertThat(isFolder("assets/a/b")).isFalse();
    accepted(move("assets/art", "assets/people/art"));
    assertThat(isFolder("assets/people/art")).isTrue();
    assertThat(isFolder("assets/art")).isFalse();
  }

  private boolean isFolder(String path) {
    return workspace.disk.isDirectory(workspace.path(path));
  }

  @Test
  void theNameOfAFileCanChangeInCaseOnly() throws Exception {
    accepted(move("assets/art/hero.png", "assets/art/Hero.png"));
    assertThat(workspace.has("assets/art/hero.png")).isFalse();
    assertThat(workspace.check()).isEmpty();
  }

  @Test
  void anotherSpellingOfWhatStaysIsRefused() throws Exception {
    workspace.write("assets/m\u00fasica/notes.txt", "x").write("assets/art/HERO.txt", "x");
    assertThat(codes(move("assets/jump.wav", "assets/mu\u0301sica/jump.wav")))
        .containsExactly(DiagnosticCode.PATH_COLLISION);
    assertThat(codes(move("assets/jump.wav", "assets/art/hero.txt")))
        .containsExactly(DiagnosticCode.PATH_COLLISION);
    assertThat(codes(move("assets/art", "assets/Art")))
        .containsExactly(DiagnosticCode.PATH_COLLISION);
  }

  @Test
  void whatStartsWithADotStaysAndALinkStopsTheMove() throws Exception {
    workspace.write("assets/art/.hidden", "x");
    accepted(move("assets/art", "assets/drawn"));
    assertThat(workspace.has("assets/art/.hidden")).isTrue();
    assertThat(workspace.has("assets/drawn/hero.png")).isTrue();
    workspace.plant("assets/drawn/link", FileType.LINK);
    Map<String, String> before = workspace.authored();
    assertThat(move("assets/drawn", "assets/art2")).isInstanceOf(Outcome.Refused.class);
    assertThat(workspace.authored()).isEqualTo(before);
  }

  @Test
  void aDeclaredSourceThatIsMissingMovesWithItsFolder() throws Exception {
    workspace.delete("assets/art/hero.png").write("assets/art/notes.txt", "x");
    accepted(move("assets/art", "assets/people/art"));
    assertThat(codes(workspace.session().check(Drift.TOLERATED)))
        .containsExactly(DiagnosticCode.SOURCE_MISSING);
  }

  /** Its file is written anew, as it names the picture, and no other file comes to its folder. */
  @Test
  void aDeclarationThatIsAloneInItsFolderMovesWithTheFolderOfItsPalettes() throws Exception {
    TestWorkspace ready = WritingCommand.MOVE_WITH_PALETTES.ready();
    String declaration = ready.read("assets/all/hero.asset.json");
    ready
        .delete("assets/all/hero.asset.json")
        .delete("assets/all/hero.png")
        .write("assets/all/people/brave/hero.asset.json", declaration);
    accepted(
        ready
            .session()
            .move(ready.path("assets/all"), ready.path("assets/game/all"), Effect.WRITE));
    assertThat(ready.has("assets/all/people/brave/hero.asset.json")).isFalse();
    assertThat(ready.disk.isDirectory(ready.path("assets/all"))).isFalse();
    assertThat(ready.read("assets/game/all/people/brave/hero.asset.json"))
        .contains("game/all/palettes.png");
  }

  @Test
  void aFileThatAppearsAtTheTargetAfterTheDecisionIsNeverReplaced() throws Exception {
    Map<String, String> before = workspace.authored();
    TestDisk disk =
        TestDisk.with(
            workspace.disk,
            (_, _) -> {
              if (workspace.has(".papack/journal.json") && !workspace.has(TARGET)) {
                workspace.write(TARGET, "somebody else's");
              }
            });
    Session session = workspace.session(disk);
    assertThatThrownBy(() ->
            session.move(
                workspace.path("assets/art/hero.asset.json"),
                workspace.path("assets/people/brave/hero.asset.json"),
                Effect.WRITE))
        .isInstanceOf(DiskException.class);
    assertThat(workspace.read(TARGET)).isEqualTo("somebody else's");
    workspace.delete("assets/people");
    assertThat(workspace.authored()).isEqualTo(before);
    assertThat(workspace.has(".papack/journal.json")).isFalse();
  }

  /** Looks before each operation; the n-th fails, and what was done may be taken back. */
  private static List<String> operationsWithoutTheContent(TestWorkspace moving, int n, Errno errno)
      throws Exception {
    String content = moving.read("assets/hero.png");
    List<String> lost = new ArrayList<>();
    TestDisk disk =
        TestDisk.with(
            moving.disk,
            (number, operation) -> {
              if (Stream.of("assets/hero.png", TARGET)
                  .noneMatch(path -> moving.has(path) && moving.read(path).equals(content))) {
                lost.add(number + " " + operation);
              }
              if (number == n) {
                throw errno.at(operation);
              }
            });
    try {
      WritingCommand.MOVE.run(moving, disk);
    } catch (IOException failure) {
      assertThat(n).as(failure.toString()).isPositive();
    }
    return lost;
  }

  @ParameterizedTest
  @EnumSource
  void theContentIsAtOneOfTheTwoPlacesAtEveryOperationWhateverFails(MemoryDisk.Manner manner)
      throws Exception {
    TestWorkspace ready = WritingCommand.MOVE.ready(manner, MemoryDisk.Flushes.OF_EVERYTHING);
    TestWorkspace moved = ready.copy();
    assertThat(operationsWithoutTheContent(moved, 0, Errno.EACCES)).isEmpty();
    assertThat(moved.read(TARGET)).isEqualTo(ready.read("assets/hero.png"));
    int operations = WritingCommand.MOVE.whole(ready).operations();
    Errno[] all = Errno.values();
    for (int n = 1; n <= operations; n++) {
      assertThat(operationsWithoutTheContent(ready.copy(), n, all[n % all.length]))
          .as("failure at %s", n)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void recoverShowsEachMoveBeforeItDoesAny(Decided.Place place) throws Exception {
    TestWorkspace decided = Decided.by(WritingCommand.MOVE, place);
    Map<String, String> before = decided.authored();
    Recovered shown = accepted(decided.session().recover(Effect.SHOW));
    assertThat(shown.moves().stream().map(move -> move.from() + " " + move.to()))
        .containsExactly(
            "hero.asset.json people/brave/hero.asset.json", "hero.png people/brave/hero.png");
    assertThat(decided.authored()).isEqualTo(before);
    assertThat(accepted(decided.session().recover(Effect.WRITE)).moves()).isEqualTo(shown.moves());
    assertThat(decided.has(TARGET)).isTrue();
    assertThat(decided.has("assets/hero.png")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anotherFileAtEitherPlaceStopsTheRecoveryAndNothingIsDeleted(Decided.Place place)
      throws Exception {
    for (String path : new String[] {TARGET, "assets/hero.png"}) {
      TestWorkspace decided = Decided.by(WritingCommand.MOVE, place);
      decided.write(path, "somebody else's");
      Map<String, String> before = decided.authored();
      assertThat(codes(decided.session().recover(Effect.WRITE)))
          .containsExactly(DiagnosticCode.JOURNAL_CONTRADICTED);
      assertThat(decided.authored()).isEqualTo(before);
      accepted(decided.session().discardUnfinished());
      assertThat(decided.read(path)).isEqualTo("somebody else's");
      assertThat(decided.has("assets/hero.asset.json")).isTrue();
    }
  }
}
