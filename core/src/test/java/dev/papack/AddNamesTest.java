package dev.papack;

import static dev.papack.TestWorkspace.accepted;
import static dev.papack.TestWorkspace.blames;
import static dev.papack.TestWorkspace.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.SoundsRequest;
import dev.papack.asset.SoundsSettings;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.progress.CancelledException;
import dev.papack.result.AddRequest;
import dev.papack.result.AddRequest.Folders;
import dev.papack.result.Added;
import dev.papack.result.Effect;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names and settings that {@code add} gives to many files. */
class AddNamesTest {
  private TestWorkspace workspace;

  @BeforeEach
  void create() throws IOException, CancelledException {
    workspace = TestWorkspace.create();
  }

  private static List<String> names(Added added) {
    return added.assets().stream().map(asset -> asset.declaration().name().text()).toList();
  }

  private AddRequest named(String path, String name) {
    return new AddRequest(
        List.of(workspace.path(path)),
        Folders.OF_ASSETS,
        Optional.empty(),
        TilesRequest.NOTHING,
        SoundsRequest.NOTHING,
        OptionalInt.empty(),
        Optional.of(name));
  }

  private Added add(AddRequest request) throws Exception {
    return accepted(workspace.session().add(request, Effect.WRITE));
  }

  @Test
  void whereNothingOfANameCanBeKeptANoteSuggestsToNameIt() throws Exception {
    workspace.sound("assets/\u8df3.wav", 1, 2, 3).picture("assets/\u52c7.png", 0xFF112233);
    Added added = workspace.add("assets");
    assertThat(names(added)).containsExactly("picture_1", "sound_1");
    assertThat(codes(added.findings()))
        .containsExactly(DiagnosticCode.NAME_COUNTED, DiagnosticCode.NAME_COUNTED);
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void aNumberThatWasRemovedDoesNotComeBack() throws Exception {
    workspace.sound("assets/\u8df3.wav", 1, 2, 3).add("assets");
    accepted(workspace.session().remove("sound_1", Effect.WRITE));
    workspace.sound("assets/\u98db.wav", 4, 5);
    assertThat(names(workspace.add("assets"))).containsExactly("sound_2");
  }

  @Test
  void twoKindsOfOneNameAreToldApartTogetherAndOneAfterTheOther() throws Exception {
    workspace
        .picture("assets/a/jump.png", 0xFF112233)
        .sound("assets/a/jump.wav", 1, 2, 3)
        .picture("assets/b/jump.png", 0xFF332211);
    assertThat(names(workspace.add("assets")))
        .containsExactly("a/jump_picture", "a/jump_sound", "b/jump");
    workspace.sound("assets/b/jump.wav", 1, 2, 3);
    assertThat(names(workspace.add("assets"))).containsExactly("b/jump_sound");
    assertThat(codes(workspace.check())).isEmpty();
  }

  @Test
  void aPatternNamesAFolderAndRefusesThoseThatItDoesNotTellApart() throws Exception {
    workspace
        .sound("assets/a/jump.wav", 1)
        .sound("assets/b/jump.wav", 2)
        .sound("assets/b/hit.wav", 3);
    Added added = add(named("assets", "sfx_{name}"));
    assertThat(names(added)).containsExactly("sfx_hit");
    assertThat(blames(added.refused()))
        .containsExactly("NAME_TAKEN assets/a/jump.wav", "NAME_TAKEN assets/b/jump.wav");
    assertThat(names(add(named("assets", "{folder}/sfx_{name}"))))
        .containsExactly("a/sfx_jump", "b/sfx_jump");
  }

  @Test
  void aPatternThatNamesNothingOrNoNameIsRefused() throws Exception {
    workspace.sound("assets/jump.wav", 1);
    assertThat(codes(workspace.session().add(named("assets", "sfx_{nmae}"), Effect.WRITE)))
        .containsExactly(DiagnosticCode.STRING_FORM);
    assertThat(codes(add(named("assets", "SFX {name}")).refused()))
        .containsExactly(DiagnosticCode.STRING_FORM);
    assertThat(codes(workspace.session().add(named("assets", "jump"), Effect.WRITE)))
        .containsExactly(DiagnosticCode.SETTING_NOT_APPLICABLE);
  }

  @Test
  void aPatternCountsWhatHasNoName() throws Exception {
    workspace.sound("assets/\u8df3.wav", 1).sound("assets/\u98db.wav", 2);
    assertThat(names(add(named("assets", "sfx_{name}"))))
        .containsExactlyInAnyOrder("sfx_sound_1", "sfx_sound_2");
  }

  @Test
  void settingsOfAFolderAreForTheFilesThatCanHaveThem() throws Exception {
    workspace
        .picture("assets/hero.png", 0xFF112233)
        .sound("assets/jump.wav", 1, 2, 3, 4)
        .sound("assets/short.wav", 1);
    TilesRequest tiles =
        new TilesRequest(
            OptionalInt.of(8),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(9),
            Optional.of(TilesSettings.Index0.TRANSPARENT));
    SoundsRequest sounds =
        new SoundsRequest(
            OptionalInt.of(11_025),
            OptionalInt.of(2),
            Optional.of(new SoundsSettings.Loop.Frames(0, 4)));
    Added added =
        add(
            new AddRequest(
                List.of(workspace.path("assets")),
                Folders.OF_ASSETS,
                Optional.empty(),
                tiles,
                sounds,
                OptionalInt.empty(),
                Optional.empty()));
    assertThat(added.assets())
        .extracting(asset -> asset.declaration().settings())
        .containsExactly(
            new TilesSettings(
                8,
                TilesSettings.Palettes.AUTO,
                TilesSettings.Fit.EXACT,
                OptionalInt.of(9),
                TilesSettings.Index0.AS_DECLARED),
            new SoundsSettings(
                OptionalInt.of(11_025), OptionalInt.of(2), new SoundsSettings.Loop.Frames(0, 4)));
    assertThat(blames(added.refused())).containsExactly("LOOP_OUTSIDE assets/short.wav");
  }

  @Test
  void settingsOfTheOtherKindAreRefusedForAFileThatIsNamedAndNotNeededInAFolder() throws Exception {
    workspace.picture("assets/hero.png", 0xFF112233).sound("assets/jump.wav", 1, 2);
    SoundsRequest mono =
        new SoundsRequest(OptionalInt.empty(), OptionalInt.of(1), Optional.empty());
    AddRequest named =
        new AddRequest(
            List.of(workspace.path("assets/hero.png")),
            Folders.OF_ASSETS,
            Optional.empty(),
            TilesRequest.NOTHING,
            mono,
            OptionalInt.empty(),
            Optional.empty());
    assertThat(codes(add(named).refused())).containsExactly(DiagnosticCode.SETTING_NOT_APPLICABLE);
    AddRequest folder =
        new AddRequest(
            List.of(workspace.path("assets")),
            Folders.OF_ASSETS,
            Optional.empty(),
            TilesRequest.NOTHING,
            mono,
            OptionalInt.empty(),
            Optional.empty());
    assertThat(names(add(folder))).containsExactly("hero", "jump");
  }

  @Test
  void nothingThatABuildRefusesIsRegisteredAndWhatIsRegisteredIsFollowedWithItsFaults()
      throws Exception {
    workspace
        .declared("broken", 7, "broken")
        .declared("moved", 8, "moved")
        .declared("renamed", 9, "new_name")
        .registry("8 before", "9 renamed old_name")
        .write("assets/broken.png", "no picture")
        .write("assets/moved.png", "no picture")
        .write("assets/renamed.png", "no picture");
    Added added = workspace.add("assets");
    assertThat(names(added)).containsExactly("moved", "new_name");
    assertThat(blames(added.refused())).containsExactly("MEDIA_UNKNOWN assets/broken.png");
    assertThat(blames(added.findings()))
        .containsExactly("MEDIA_UNKNOWN assets/moved.png", "MEDIA_UNKNOWN assets/renamed.png");
  }
}
