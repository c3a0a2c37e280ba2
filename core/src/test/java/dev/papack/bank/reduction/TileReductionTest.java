package dev.papack.bank.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.papack.campaign.Campaign;
import dev.papack.media.Rgb565;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileReductionTest {
  @Test
  void everyPixelShowsTheNearestEntryOfItsTilesPalette() throws IOException {
    for (int size : new int[] {8, 16, 32}) {
      TestTiles tiles = TestTiles.random(size, Campaign.amount(4, 20), size);
      ReducedTiles reduced = tiles.reduced(3, Dither.NONE);
      assertThat(reduced.palettes()).hasSizeBetween(1, 3);
      tiles.each((tile, place, rgb) -> {
        List<Rgb565> palette = reduced.palettes().get(reduced.paletteOfTile(tile));
        int expected = LawOfPixels.nearest(palette, rgb);
        if (reduced.entry(tile, place) != expected) {
          assertThat(reduced.entry(tile, place)).as("%d, %d", tile, place).isEqualTo(expected);
        }
      });
    }
  }

  @Test
  void everyDitheredPixelFollowsTheLawOfTheMatrix() throws IOException {
    int count = Campaign.amount(4, 20);
    TestTiles tiles = TestTiles.random(16, count, 7);
    ReducedTiles reduced = tiles.reduced(2, Dither.ORDERED);
    int[] others = {0};
    tiles.each((tile, place, rgb) -> {
      List<Rgb565> palette = reduced.palettes().get(reduced.paletteOfTile(tile));
      int expected = LawOfPixels.ordered(palette, rgb, place % 16, place / 16);
      others[0] += expected == LawOfPixels.nearest(palette, rgb) ? 0 : 1;
      if (reduced.entry(tile, place) != expected) {
        assertThat(reduced.entry(tile, place)).as("%d, %d", tile, place).isEqualTo(expected);
      }
    });
    assertThat(others[0]).isGreaterThan(25 * count);
  }

  @Test
  void transparentPixelsStayTransparentAndNoOthers() throws IOException {
    for (Dither dither : Dither.values()) {
      TestTiles tiles = TestTiles.random(8, 6, 1);
      ReducedTiles reduced = tiles.reduced(2, dither);
      for (int tile = 0; tile < 6; tile++) {
        for (int place = 0; place < 64; place++) {
          assertThat(reduced.entry(tile, place) == 0)
              .isEqualTo(tiles.argb().get(tile)[place] == TestTiles.CLEAR);
        }
      }
    }
  }

  @Test
  void orderOfPixelsDoesNotMatter() throws IOException {
    int count = Campaign.amount(6, 30);
    TestTiles tiles = TestTiles.random(8, count, 3);
    TileReduction reduction = new TileReduction(count, 8, 4, Dither.NONE);
    ReducedTiles one = reduction.reduce(tiles);
    ReducedTiles other = reduction.reduce(tiles.shuffled(5));
    assertThat(other.palettes()).isEqualTo(one.palettes());
    assertThat(other.loss()).isEqualTo(one.loss());
    assertThat(entries(other, count)).isEqualTo(entries(one, count));
  }

  /** Pinned: another machine, another Java or another run must not give other bytes. */
  @Test
  void resultIsTheSameEverywhere() throws IOException {
    ReducedTiles reduced = TestTiles.random(8, 30, 3).reduced(4, Dither.NONE);
    int[] colors =
        reduced.palettes().stream().flatMap(List::stream).mapToInt(Rgb565::bits).toArray();
    assertThat(Arrays.hashCode(colors)).isEqualTo(1924808644);
    assertThat(Arrays.hashCode(entries(reduced, 30))).isEqualTo(1203186589);
  }

  private static int[] entries(ReducedTiles reduced, int tileCount) {
    return IntStream.range(0, tileCount)
        .flatMap(tile ->
            IntStream.concat(
                IntStream.of(reduced.paletteOfTile(tile)),
                IntStream.range(0, 64).map(place -> reduced.entry(tile, place))))
        .toArray();
  }

  @Test
  void fifteenColorsOfAConsoleAreShownExactly() throws IOException {
    int[] colors = shades(0x1234, 15);
    ReducedTiles reduced = TestTiles.of(8, colors).reduced(1, Dither.NONE);
    assertThat(reduced.loss()).isEqualTo(new ReductionLoss(64, 0, 0, 0));
    assertThat(reduced.palettes().getFirst())
        .hasSize(15)
        .isSortedAccordingTo(Rgb565.BY_BRIGHTNESS)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(colors).mapToObj(Rgb565::nearest).toList());
  }

  @Test
  void tilesThatFitInTheirPalettesAreShownExactly() throws IOException {
    ReducedTiles reduced =
        TestTiles.of(8, shades(0xF800, 15), shades(0x07E0, 15), shades(0xF800, 15), shades(31, 14))
            .reduced(3, Dither.ORDERED);
    assertThat(reduced.loss()).isEqualTo(new ReductionLoss(256, 0, 0, 0));
    assertThat(reduced.palettes()).hasSize(3);
    assertThat(IntStream.range(0, 4).map(reduced::paletteOfTile)).containsExactly(0, 1, 0, 2);
  }

  private static int[] shades(int first, int count) {
    return IntStream.range(first, first + count).map(bits -> new Rgb565(bits).argb()).toArray();
  }

  @Test
  void colorOfOnePaletteEntryIsTheNearestInOklabNotTheRounded() throws IOException {
    int almostBlack = 0xFF020202;
    ReducedTiles reduced = TestTiles.of(8, new int[] {almostBlack}).reduced(1, Dither.NONE);
    Rgb565 shown = reduced.palettes().getFirst().getFirst();
    long[] color = LawOfPixels.units(almostBlack);
    long least = Long.MAX_VALUE;
    for (int bits = 0; bits <= Rgb565.MAX_BITS; bits++) {
      least =
          Math.min(least, LawOfPixels.squared(LawOfPixels.units(new Rgb565(bits).argb()), color));
    }
    assertThat(LawOfPixels.squared(LawOfPixels.units(shown.argb()), color)).isEqualTo(least);
    assertThat(shown).isNotEqualTo(Rgb565.nearest(almostBlack));
    assertThat(reduced.palettes()).hasSize(1);
    assertThat(reduced.loss().changedPixels()).isEqualTo(64);
  }

  @Test
  void sixteenColorsLoseTheLeast() throws IOException {
    int[] colors = IntStream.range(0, 16).map(i -> new Rgb565(i * 4112).argb()).toArray();
    colors[15] = new Rgb565(new Rgb565(14 * 4112).bits() + 1).argb();
    ReducedTiles reduced = TestTiles.of(8, colors).reduced(1, Dither.NONE);
    assertThat(reduced.palettes().getFirst()).hasSize(15);
    assertThat(reduced.loss().changedPixels()).isEqualTo(4);
  }

  @Test
  void tilesWithoutPixelsNeedNoPalette() throws IOException {
    int[] clear = {TestTiles.CLEAR};
    assertThat(TestTiles.of(8, clear, clear).reduced(4, Dither.NONE).palettes())
        .containsExactly(List.of());
    ReducedTiles reduced =
        TestTiles.of(8, clear, shades(100, 15), clear, shades(5000, 15)).reduced(4, Dither.NONE);
    assertThat(reduced.palettes()).hasSize(2);
    assertThat(IntStream.range(0, 4).map(reduced::paletteOfTile)).containsExactly(0, 0, 0, 1);
    assertThat(reduced.loss().opaquePixels()).isEqualTo(128);
  }

  @Test
  void lossIsThatOfThePixels() throws IOException {
    TestTiles tiles = TestTiles.random(8, 10, 11);
    ReducedTiles reduced = tiles.reduced(1, Dither.NONE);
    double[] sums = new double[3];
    tiles.each((tile, place, rgb) -> {
      Rgb565 shown = reduced.palettes().getFirst().get(reduced.entry(tile, place) - 1);
      double[] one = LawOfPixels.exact(rgb);
      double[] other = LawOfPixels.exact(shown.argb());
      double squared = 0;
      for (int i = 0; i < 3; i++) {
        squared += (one[i] - other[i]) * (one[i] - other[i]);
      }
      sums[0] += squared;
      sums[1] = Math.max(sums[1], Math.sqrt(squared));
      sums[2] += shown.equals(Rgb565.nearest(rgb)) ? 0 : 1;
    });
    ReductionLoss loss = reduced.loss();
    assertThat(loss.changedPixels()).isEqualTo((long) sums[2]);
    assertThat(loss.meanError()).isCloseTo(Math.sqrt(sums[0] / loss.opaquePixels()), within(1e-4));
    assertThat(loss.worstError()).isCloseTo(sums[1], within(1e-4));
  }

  @Test
  void morePalettesLoseLess() throws IOException {
    TestTiles tiles = TestTiles.random(8, Campaign.amount(12, 40), 13);
    double one = tiles.reduced(1, Dither.NONE).loss().meanError();
    double four = tiles.reduced(4, Dither.NONE).loss().meanError();
    double many = tiles.reduced(64, Dither.NONE).loss().meanError();
    assertThat(four).isLessThan(one * 0.7);
    assertThat(many).isLessThan(four * 0.7);
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new TileReduction(0, 8, 1, Dither.NONE)).hasMessage("tiles 0");
    assertThatThrownBy(() -> new TileReduction(1, 9, 1, Dither.NONE)).hasMessage("tile size 9");
    assertThatThrownBy(() -> new TileReduction(1, 8, 0, Dither.NONE)).hasMessage("palettes 0");
    assertThatThrownBy(() -> new TileReduction(1, 8, 65, Dither.NONE)).hasMessage("palettes 65");
  }
}
