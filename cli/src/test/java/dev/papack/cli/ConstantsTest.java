package dev.papack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code constants} prints is compiled, where there is a compiler, and asked for its values.
 */
class ConstantsTest {
  private static final Path GAME = golden("constants-java");

  /** Two tags, and frames that are shown for different times. */
  private static final Path ANIMATION = golden("constants-of-an-animation-java");

  @TempDir private Path folder = Path.of("");

  private String packId = "";

  @BeforeEach
  void readId() {
    packId = String.valueOf(Run.papack(GAME, "inspect", "--format", "json").member("pack_id"));
  }

  private static Path golden(String name) {
    return Path.of(System.getProperty("papack.home"), "cli/src/test/golden", name, "workspace");
  }

  private Path written(String language, String file) throws Exception {
    return written(GAME, language, file);
  }

  private Path written(Path game, String language, String file) throws Exception {
    Run run = Run.papack(game, "constants", "--language", language);
    assertThat(run.status()).as(run.err()).isZero();
    return Files.writeString(folder.resolve(file), run.out());
  }

  private static void assumeThereIs(String program) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    Assumptions.assumeTrue(
        Arrays.stream(path.split(File.pathSeparator, -1))
            .anyMatch(entry -> Files.isExecutable(Path.of(entry).resolve(program))),
        program + " is not installed");
  }

  private String printed(List<String> compile, String program) throws Exception {
    RealPapack.Ended compiled = RealPapack.process(folder, Map.of(), compile);
    assertThat(compiled.status()).as(compiled.toString()).isZero();
    return RealPapack.process(folder, Map.of(), List.of(folder.resolve(program).toString())).out();
  }

  @Test
  void javaCompilesWithoutAWarningAndHasTheNumbers() throws Exception {
    try (URLClassLoader loader = compiled(written("java", "Assets.java"))) {
      assertThat(loader.loadClass("Assets").getField("PACK_ID").get(null)).isEqualTo(packId);
      assertThat(loader.loadClass("Assets$Id").getField("HERO").get(null)).isEqualTo(1001);
      assertThat(loader.loadClass("Assets$Slot").getField("ITEMS_SWORD").get(null)).isEqualTo(3);
      assertThat(loader.loadClass("Assets$Tiles").getField("HERO").get(null)).isEqualTo(16);
      assertThat(loader.loadClass("Assets$Frames").getField("HERO").get(null)).isEqualTo(4);
      assertThat(loader.loadClass("Assets$Id").getFields())
          .extracting("name")
          .containsExactlyInAnyOrder("HERO", "ITEMS_SWORD", "ITEMS_SWORD2", "_8BIT_JUMP_LOOP");
    }
  }

  @Test
  void javaHasTagsAndDurations() throws Exception {
    try (URLClassLoader loader = compiled(written(ANIMATION, "java", "Assets.java"))) {
      assertThat(number(loader, "TagFirst", "HERO_IDLE_U2191")).isEqualTo(2);
      assertThat(number(loader, "TagLast", "HERO_WALK_LEFT")).isEqualTo(1);
      assertThat(number(loader, "TagDirection", "HERO_8"))
          .isEqualTo(number(loader, "Direction", "REVERSE"));
      assertThat(loader.loadClass("Assets$DurationsMs").getMethod("HERO").invoke(null))
          .isEqualTo(new int[] {100, 100, 250, 40});
    }
  }

  private static Object number(URLClassLoader loader, String group, String name) throws Exception {
    return Objects.requireNonNull(loader.loadClass("Assets$" + group).getField(name).get(null));
  }

  private URLClassLoader compiled(Path source) throws Exception {
    RealPapack.Ended compiled =
        RealPapack.process(
            folder,
            Map.of(),
            List.of(
                RealPapack.JAVA.resolveSibling("javac").toString(),
                "-Xlint:all",
                "-Werror",
                "-d",
                folder.toString(),
                source.toString()));
    assertThat(compiled.status()).as(compiled.toString()).isZero();
    return new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  /** A class file of Java has no room for the constants of so many: a pack may have 131,072. */
  @Test
  void javaOfManyAssetsCompilesAndIsUsedInTheSameWay() throws Exception {
    int count = Campaign.amount(2 * JavaHolder.MAX_FIELDS + 1, 131_072);
    List<String> fields = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      fields.add("    public static final int SPRITES_OF_USUAL_LENGTH_" + i + " = " + -i + ";");
    }
    List<String> lines = new ArrayList<>(List.of("public final class Assets {"));
    for (String title : List.of("Id", "Frames")) {
      lines.addAll(JavaHolder.of(title, fields));
    }
    lines.add("}");
    Files.write(folder.resolve("Assets.java"), lines);
    Files.writeString(
        folder.resolve("Game.java"),
        """
        class Game {
          public static void main(String[] arguments) {
            System.out.print(Assets.Id.SPRITES_OF_USUAL_LENGTH_1 + " "
                + Assets.Id.SPRITES_OF_USUAL_LENGTH_%1$d + " "
                + Assets.Frames.SPRITES_OF_USUAL_LENGTH_%1$d);
          }
        }
        """
            .formatted(count));
    String javac = RealPapack.JAVA.resolveSibling("javac").toString();
    RealPapack.Ended compiled =
        RealPapack.process(
            folder,
            Map.of(),
            List.of(javac, "-Xlint:all", "-Werror", "-d", ".", "Assets.java", "Game.java"));
    assertThat(compiled.status()).as(compiled.err()).isZero();
    RealPapack.Ended ran =
        RealPapack.process(
            folder, Map.of(), List.of(RealPapack.JAVA.toString(), "-cp", ".", "Game"));
    assertThat(ran.out()).isEqualTo("-1 -" + count + " -" + count);
    Campaign.report("constants", "classes of Java with " + count + " constants each compile");
  }

  @Test
  void cCompilesWithoutAWarningAndHasTheNumbers() throws Exception {
    assumeThereIs("cc");
    written("c", "assets.h");
    Files.writeString(
        folder.resolve("main.c"),
        """
        #include <stdio.h>
        #include "assets.h"
        #include "assets.h"
        int main(void) {
            printf("%s %d %d %d %d\\n", ASSET_PACK_ID, ASSET_ID_HERO, ASSET_SLOT_ITEMS_SWORD, ASSET_TILES_HERO, ASSET_FRAMES_HERO);
            return ASSET_ID__8BIT_JUMP_LOOP == 0;
        }
        """);
    assertThat(
            printed(
                List.of("cc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-o", "game", "main.c"),
                "game"))
        .isEqualTo(packId + " 1001 3 16 4\n");
  }

  @Test
  void cHasTagsAndDurations() throws Exception {
    assumeThereIs("cc");
    written(ANIMATION, "c", "assets.h");
    Files.writeString(
        folder.resolve("main.c"),
        """
        #include <stdio.h>
        #include "assets.h"
        static const int hero[] = ASSET_DURATIONS_MS_HERO;
        int main(void) {
            printf("%d %d %d %d\\n", ASSET_TAG_FIRST_HERO_IDLE_U2191, ASSET_TAG_LAST_HERO_WALK_LEFT,
                ASSET_TAG_DIRECTION_HERO_8 == ASSET_DIRECTION_REVERSE, hero[3]);
            return 0;
        }
        """);
    assertThat(
            printed(
                List.of("cc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-o", "game", "main.c"),
                "game"))
        .isEqualTo("2 1 1 40\n");
  }

  @Test
  void rustHasTagsAndDurations() throws Exception {
    assumeThereIs("rustc");
    written(ANIMATION, "rust", "assets.rs");
    Files.writeString(
        folder.resolve("main.rs"),
        """
        #[allow(dead_code)]
        mod assets;
        fn main() {
            use assets::*;
            println!(
                "{} {} {} {:?}",
                tag_first::HERO_IDLE_U2191,
                tag_last::HERO_WALK_LEFT,
                tag_direction::HERO_8 == direction::REVERSE,
                durations_ms::HERO
            );
        }
        """);
    assertThat(printed(List.of("rustc", "-D", "warnings", "-o", "game", "main.rs"), "game"))
        .isEqualTo("2 1 true [100, 100, 250, 40]\n");
  }

  @Test
  void jsonHasTagsAsTheyAre() throws Exception {
    var tree = LineSchemas.tree(Files.readString(written(ANIMATION, "json", "assets.json")));
    assertThat(tree.at("/assets/0/durations_ms").toString()).isEqualTo("[100,100,250,40]");
    assertThat(tree.at("/assets/0/tags/1").toString())
        .isEqualTo("{\"name\":\"idle ↑\",\"from\":2,\"to\":2,\"direction\":\"forward\"}");
  }

  @Test
  void rustCompilesWithoutAWarningAndHasTheNumbers() throws Exception {
    assumeThereIs("rustc");
    written("rust", "assets.rs");
    Files.writeString(
        folder.resolve("main.rs"),
        """
        #[allow(dead_code)]
        mod assets;
        fn main() {
            use assets::*;
            println!("{} {} {} {} {}", PACK_ID, id::HERO, slot::ITEMS_SWORD, tiles::HERO, frames::HERO);
        }
        """);
    assertThat(printed(List.of("rustc", "-D", "warnings", "-o", "game", "main.rs"), "game"))
        .isEqualTo(packId + " 1001 3 16 4\n");
  }

  @Test
  void jsonHasTheNamesAsTheyAre() throws Exception {
    var tree = LineSchemas.tree(Files.readString(written("json", "assets.json")));
    assertThat(tree.path("pack_id").asString("")).isEqualTo(packId);
    assertThat(tree.at("/assets/0").toString())
        .startsWith("{\"name\":\"8bit/jump-loop\",\"asset_id\":");
    assertThat(tree.at("/retired/0/name").asString("")).isEqualTo("gone");
  }

  @ParameterizedTest
  @CsvSource({
    "hero, HERO",
    "sprites/hero-idle.left, SPRITES_HERO_IDLE_LEFT",
    "8bit/jump, _8BIT_JUMP",
    "_, __",
    "__, __",
    "_8bit, _8BIT",
    "int, INT",
    "hero/Walk left, HERO_WALK_LEFT",
    "hero/, HERO_",
    "hero/\u2191\uD83D\uDE00, HERO_U2191U1F600",
    "hero/*/ \" \\, HERO_______"
  })
  void identifiersAreOfEveryLanguage(String name, String identifier) {
    assertThat(ConstantGroup.identifier(name)).isEqualTo(identifier);
  }

  @Test
  void workspaceWithoutAPackHasNone() {
    Run.papack(folder, "init");
    Run run = Run.papack(folder, "constants", "--language", "c");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("PA8024");
  }

  @Test
  void companionOfAnotherPackIsRefused() throws Exception {
    Run.papack(folder, "init", "game");
    Path game = folder.resolve("game");
    TinyFiles.wav(game.resolve("assets/hit.wav"), 22_050, 100);
    Run.papack(game, "add", "assets");
    Run.papack(game, "build");
    Files.copy(
        GAME.resolve("build/asset_table_metadata.json"),
        game.resolve("build/asset_table_metadata.json"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(Run.papack(game, "constants", "--language", "c").status()).isEqualTo(1);
  }
}
