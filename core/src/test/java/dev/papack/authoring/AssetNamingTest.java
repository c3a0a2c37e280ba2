package dev.papack.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.container.AssetName;
import dev.papack.container.BankType;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.RelativePath;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path of a file, made a name. */
class AssetNamingTest {
  private static final String LONG = "x".repeat(100);

  private static AssetNaming free() {
    return new AssetNaming(Optional.empty(), Map.of(), Set.of());
  }

  private static NameParts parts(String path) {
    return NameParts.ofFile(AssetsPath.of(path));
  }

  private static String draw(AssetNaming naming, String path) {
    return draw(naming, path, BankType.TILES);
  }

  private static String draw(AssetNaming naming, String path, BankType bank) {
    return naming.draw(parts(path + ".file"), bank).text();
  }

  @ParameterizedTest
  @CsvSource({
    "sprites/hero, sprites/hero",
    "Sprites/HERO 1, sprites/hero_1",
    "a--b, a-_b",
    "-a, _a",
    "a-/b, a_/b",
    "a/-b, a/_b",
    "a.b, a.b",
    "x/a😀, x/a_",
    "INSEL, insel",
    "m\u00fasica, musica",
    "mu\u0301sica, musica",
    "Stra\u00dfe, strasse",
    "\u00c6gir \u00d8l, aegir_ol",
    "\u0141\u00f3d\u017a, lodz",
    "\u0110\u00e0 L\u1ea1t, da_lat",
    "\u00deing, thing",
    "I\u0307stanbul, istanbul",
    "\ufb01n, fin",
    "\u97f3/jump, jump",
    "jump\u8df3, jump_",
    "jump\uac00, jump_",
  })
  void pathBecomesALegalName(String path, String name) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr", "TR"));
    try {
      assertThat(draw(free(), path)).isEqualTo(name);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void takenNamesAreNumbered() {
    AssetNaming naming =
        new AssetNaming(
            Optional.empty(),
            Map.of("hero", BankType.TILES, "hero_3", BankType.TILES),
            Set.of("hero_2"));
    assertThat(draw(naming, "Hero")).isEqualTo("hero_2");
    assertThat(draw(naming, "hero")).isEqualTo("hero_4");
    assertThat(draw(naming, "HERO")).isEqualTo("hero_5");
  }

  @Test
  void whereNothingCanBeKeptTheKindIsCountedAndNoNumberComesBack() {
    AssetNaming naming =
        new AssetNaming(
            Optional.empty(), Map.of("ui/sound_2", BankType.SOUNDS), Set.of("ui/sound_3"));
    assertThat(draw(naming, "ui/\u8df3", BankType.SOUNDS)).isEqualTo("ui/sound_1");
    assertThat(draw(naming, "ui/\u98db", BankType.SOUNDS)).isEqualTo("ui/sound_4");
    assertThat(draw(naming, "\u98db", BankType.SOUNDS)).isEqualTo("sound_1");
    assertThat(draw(naming, "\u98db", BankType.TILES)).isEqualTo("picture_1");
  }

  @Test
  void namesOfBothKindsInOneRunTellTheKind() {
    AssetNaming naming = free();
    naming.expect(parts("a/jump.png"), BankType.TILES);
    naming.expect(parts("a/jump.wav"), BankType.SOUNDS);
    naming.expect(parts("a/hero.png"), BankType.TILES);
    assertThat(draw(naming, "a/jump", BankType.TILES)).isEqualTo("a/jump_picture");
    assertThat(draw(naming, "a/jump", BankType.SOUNDS)).isEqualTo("a/jump_sound");
    assertThat(draw(naming, "a/hero", BankType.TILES)).isEqualTo("a/hero");
  }

  @Test
  void inALaterRunTheSecondTellsItsKindAndTheFirstKeepsItsName() {
    AssetNaming naming =
        new AssetNaming(Optional.empty(), Map.of("jump", BankType.TILES), Set.of());
    naming.expect(parts("jump.wav"), BankType.SOUNDS);
    assertThat(draw(naming, "jump", BankType.SOUNDS)).isEqualTo("jump_sound");
    assertThat(draw(naming, "jump", BankType.SOUNDS)).isEqualTo("jump_sound_2");
    assertThat(draw(naming, "jump", BankType.TILES)).isEqualTo("jump_2");
  }

  @Test
  void aLongFileNameKeepsItsFolderAndIsTheSameWhateverElseIsThere() {
    String first = draw(free(), "music/" + LONG + "/" + LONG + "one");
    AssetNaming naming = free();
    String second = draw(naming, "music/" + LONG + "/" + LONG + "two");
    assertThat(first).startsWith("music/" + LONG + "/xxxx").hasSize(128);
    assertThat(second).startsWith("music/" + LONG + "/xxxx").hasSize(128).isNotEqualTo(first);
    assertThat(draw(naming, "music/" + LONG + "/" + LONG + "one")).isEqualTo(first);
  }

  @Test
  void foldersThatLeaveNoRoomLoseTheOuterOnes() {
    String name = draw(free(), "a/".repeat(100) + "hero");
    assertThat(name).matches("(a/)+hero?_[0-9a-f]{8}|(a/)+h_[0-9a-f]{8}").hasSizeBetween(120, 128);
  }

  @ParameterizedTest
  @CsvSource({
    "sfx_{name}, a/b/jump.wav, sfx_jump",
    "{folder}/{name}, a/b/jump.wav, a/b/jump",
    "{folder}/{name}, jump.wav, jump",
    "{folder}_{name}, jump.wav, jump",
    "{name}.{folder}, a/jump.wav, jump.a",
  })
  void aPatternIsFilledWithWhatTheFileGives(String pattern, String file, String name) {
    AssetNaming naming = new AssetNaming(Optional.of(new NamePattern(pattern)), Map.of(), Set.of());
    AssetsPath path = AssetsPath.of(file);
    assertThat(naming.asked(path, NameParts.ofFile(path), BankType.SOUNDS).toString())
        .contains("[" + name + "]");
  }

  @Test
  void placesThatStandForNothingAreFound() {
    assertThat(NamePattern.findUnknown("{folder}/{name}")).isEmpty();
    assertThat(
            List.of("{nam}", "a{", "}b", "{name", "{}").stream()
                .map(NamePattern::findUnknown)
                .flatMap(Optional::stream))
        .containsExactly("{nam}", "{", "}", "{name", "{}");
  }

  @Test
  void whateverThePathTheNameIsLegalAndNew() {
    long seed = 99;
    Random random = new Random(seed);
    AssetNaming naming = free();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      StringBuilder root = new StringBuilder();
      int length = 1 + random.nextInt(i % 10 == 0 ? 180 : 4);
      for (int j = 0; j < length; j++) {
        root.append("aB._- \u00e99\u8df3".charAt(random.nextInt(9)));
      }
      String text = root.toString();
      if (RelativePath.faultOf(text + ".file").isEmpty()) {
        String name = draw(naming, text);
        assertThat(AssetName.faultOf(name)).as("%s, seed %s", text, seed).isEmpty();
        assertThat(seen.add(name)).as("%s, seed %s", text, seed).isTrue();
      }
    }
    assertThat(seen).hasSizeGreaterThan(3_000);
  }
}
