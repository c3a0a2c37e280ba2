package dev.papack.bank.palettes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.media.Rgb565;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sheets with the most colours of the art that the tests know, by their tile size and how few
 * palettes papack must find. The platform decodes them, and their colours are collected here.
 */
class RealPalettesTest {
  private static final int OPAQUE_FROM = 128;

  @ParameterizedTest
  @CsvSource({
    "palettes/western-fps-2d_background-elements_0-tileset-32x32.png, 8, 30",
    "palettes/rpg-battle-system_backgrounds_5.png, 8, 14",
    "palettes/rpg-battle-system_backgrounds_5.png, 16, 16",
    "palettes/rpg-battle-system_backgrounds_3-night.png, 8, 10",
    "palettes/rpg-battle-system_backgrounds_3-night.png, 16, 11",
    "palettes/rpg-battle-system_backgrounds_21.png, 8, 10",
    "palettes/rpg-battle-system_backgrounds_2.png, 8, 7",
    "palettes/rpg-battle-system_backgrounds_2.png, 16, 8",
    "palettes/medieval-fantasy_background-elements_0-tileset.png, 8, 11",
    "palettes/medieval-fantasy_background-elements_0-tileset.png, 16, 11",
    "palettes/3d-vehicles_car_texture-car.png, 8, 14",
    "palettes/western-fps-2d_background-elements_3D-wall_wall.png, 8, 7",
    "palettes/western-fps-2d_background-elements_3D-wall_wall.png, 16, 7",
    "superpowers/ninja-adventure/background-elements/tileset.png, 8, 36",
    "superpowers/prehistoric-platformer/background-elements/tileset-1.png, 8, 22",
    "superpowers/prehistoric-platformer/background-elements/tileset-1.png, 16, 22",
    "superpowers/space-shooter/backgrounds/5.png, 8, 8",
    "superpowers/space-shooter/backgrounds/5.png, 16, 10",
    "superpowers/space-shooter/backgrounds/4.png, 8, 7",
    "superpowers/space-shooter/backgrounds/4.png, 16, 8",
  })
  void colourfulSheetsTakeFewPalettes(String sheet, int tileSize, int most) throws IOException {
    Path file = Path.of(System.getProperty("papack.data", "")).resolve(sheet);
    Assumptions.assumeTrue(Files.isRegularFile(file), "no real art at papack.data");
    List<ColorSet> inBits = sets(ImageIO.read(file.toFile()), tileSize);
    ColorRanks ranks = ColorRanks.of(inBits);
    List<ColorSet> sets = inBits.stream().map(ranks::ranked).toList();
    WorkBudget budget = new WorkBudget(Pagination.BUDGET_STEPS);
    if (!(Pagination.of(sets, ranks.count(), budget)
        instanceof Pagination.Found(List<ColorSet> palettes))) {
      throw new AssertionError("nothing found");
    }
    assertThat(palettes).hasSizeLessThanOrEqualTo(most).allMatch(palette -> palette.size() <= 15);
    assertThat(sets).allMatch(set -> palettes.stream().anyMatch(set::isSubsetOf));
    assertThat(palettes.size())
        .isGreaterThanOrEqualTo(PaletteBounds.atLeast(sets, ranks.count(), palettes.size()));
    assertThat(budget.isExhausted()).isFalse();
  }

  /** Tiles with more than 15 colours are none of an automatic bank, and are left out. */
  private static List<ColorSet> sets(BufferedImage image, int tileSize) {
    Set<ColorSet> sets = new LinkedHashSet<>();
    for (int y = 0; y < image.getHeight(); y += tileSize) {
      for (int x = 0; x < image.getWidth(); x += tileSize) {
        int width = Math.min(tileSize, image.getWidth() - x);
        int height = Math.min(tileSize, image.getHeight() - y);
        int[] colors =
            Arrays.stream(image.getRGB(x, y, width, height, null, 0, width))
                .filter(argb -> argb >>> 24 >= OPAQUE_FROM)
                .map(argb -> Rgb565.nearest(argb).bits())
                .distinct()
                .toArray();
        if (colors.length <= 15) {
          sets.add(ColorSet.of(colors));
        }
      }
    }
    return new ArrayList<>(sets);
  }
}
