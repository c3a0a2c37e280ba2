package dev.papack.bank.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.media.Rgb565;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReductionPartsTest {
  private final Oklab oklab = new Oklab();

  @Test
  void oklabIsThatOfItsDefinition() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      int rgb = random.nextInt(1 << 24);
      long color = oklab.of(rgb);
      assertThat(new long[] {Oklab.l(color), Oklab.a(color), Oklab.b(color)})
          .isEqualTo(LawOfPixels.units(rgb));
    }
    long red = oklab.of(0xFF0000);
    assertThat(Oklab.l(red)).isEqualTo(Math.round(0.627955 * Oklab.UNITS));
    assertThat(Oklab.a(red)).isEqualTo(Math.round(0.224863 * Oklab.UNITS));
    assertThat(Oklab.b(red)).isEqualTo(Math.round(0.125846 * Oklab.UNITS));
  }

  @Test
  void ofEquallyNearEntriesTheLowestIsShown() {
    long[] palette = {Oklab.pack(10, 0, 5), Oklab.pack(0, 0, 10), Oklab.pack(0, 10, 0)};
    assertThat(Dither.NONE.entry(palette, Oklab.pack(0, 0, 0), 0, 0)).isEqualTo(1);
  }

  @Test
  void ditheredPixelsHalfwayBetweenTwoEntriesShowEachOnHalfOfThePlaces() {
    long[] palette = {Oklab.pack(1000, 0, 0), Oklab.pack(3000, 0, 0)};
    assertThat(secondOn(palette, 2000)).isEqualTo(32);
    assertThat(secondOn(palette, 1999)).isEqualTo(32);
    assertThat(secondOn(palette, 2001)).isEqualTo(32);
    assertThat(secondOn(palette, 1600)).isEqualTo(15);
    assertThat(secondOn(palette, 1200)).isZero();
    assertThat(secondOn(palette, 2800)).isEqualTo(64);
  }

  /** Why a dithered palette keeps colours that no pixel shows. */
  @Test
  void entryThatIsNotShownDecidesWhatADitheredPixelShows() {
    long nearest = Oklab.pack(0, 0, 0);
    long aside = Oklab.pack(450, 600, 0);
    long behind = Oklab.pack(1500, 0, 0);
    long pixel = Oklab.pack(300, 0, 0);
    assertThat(Dither.ORDERED.entry(new long[] {nearest, aside, behind}, pixel, 2, 0)).isZero();
    assertThat(Dither.ORDERED.entry(new long[] {nearest, aside}, pixel, 2, 0)).isEqualTo(1);
    assertThat(Dither.ORDERED.looksAtHiddenEntries()).isTrue();
    assertThat(Dither.NONE.looksAtHiddenEntries()).isFalse();
  }

  private static long secondOn(long[] palette, int l) {
    return IntStream.range(0, 64)
        .filter(i -> Dither.ORDERED.entry(palette, Oklab.pack(l, 0, 0), i % 8, i / 8) == 1)
        .count();
  }

  @Test
  void nearestColorOfAConsoleIsThatOfAllColors() {
    ConsoleColors console = new ConsoleColors(oklab);
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      long color = oklab.of(random.nextInt(1 << random.nextInt(1, 25)));
      int nearest = 0;
      for (int bits = 1; bits <= Rgb565.MAX_BITS; bits++) {
        if (Oklab.distance(console.oklab(bits), color)
            < Oklab.distance(console.oklab(nearest), color)) {
          nearest = bits;
        }
      }
      assertThat(console.nearest(color)).isEqualTo(nearest);
    }
  }

  @Test
  void tileWithMoreColorsThanThereIsRoomForHasThemRounded() {
    TileHistograms histograms = new TileHistograms(20_000, 32);
    for (int value = 0; value < 256; value++) {
      histograms.accept(7, value, value << 8);
    }
    assertThat(histograms.colorsMax()).isEqualTo(64);
    assertThat(histograms.size(7)).isEqualTo(64);
    assertThat(histograms.color(7, 1)).isEqualTo(0x020602);
    assertThat(histograms.count(7, 1)).isEqualTo(4);
  }

  @Test
  void histogramDoesNotDependOnTheOrderOfPixels() {
    TestTiles tiles = TestTiles.random(16, 1, 5);
    int[] shown = tiles.argb().getFirst();
    TileHistograms one = new TileHistograms(20_000, 16);
    TileHistograms other = new TileHistograms(20_000, 16);
    for (int i = 0; i < shown.length; i++) {
      one.accept(0, 0, shown[i]);
      other.accept(0, 0, shown[shown.length - 1 - i]);
      other.accept(1, 0, shown[i] ^ 0x800000);
    }
    other.accept(2, 0, 0);
    assertThat(IntStream.range(0, one.size(0)).map(i -> one.color(0, i)))
        .containsExactlyElementsOf(
            IntStream.range(0, other.size(0)).mapToObj(i -> other.color(0, i)).toList());
    assertThat(IntStream.range(0, one.size(0)).map(i -> one.count(0, i)).sum()).isEqualTo(256);
    assertThat(other.isEqual(0, 1)).isFalse();
  }

  @Test
  void sampleOfManyTilesIsBounded() {
    TestTiles tiles = TestTiles.random(8, 9_000, 17);
    TileHistograms histograms = new TileHistograms(9_000, 8);
    tiles.each(histograms);
    Sample sample = Sample.of(histograms, oklab);
    assertThat(sample.isWhole()).isFalse();
    assertThat(sample.entryCount()).isBetween(40_000, 1 << 17);
    assertThat(sample.colorCount()).isBetween(500, 1 << 12);
    assertThat(sample.tileCount()).isBetween(1_000, 1 << 13);
  }

  @Test
  void equalTilesAreOneInASample() {
    TestTiles tiles = TestTiles.of(8, new int[] {-1}, new int[] {-1}, new int[] {-2});
    TileHistograms histograms = new TileHistograms(3, 8);
    tiles.each(histograms);
    Sample sample = Sample.of(histograms, oklab);
    assertThat(sample.isWhole()).isTrue();
    assertThat(sample.tileCount()).isEqualTo(2);
    assertThat(sample.weight).containsExactly(128, 64);
  }

  /**
   * An entry that no pixel shows is left out where nothing depends on it. The law of dithering
   * looks at every entry: without one, pixels that never showed it could show another.
   */
  @ParameterizedTest
  @EnumSource
  void entriesThatNobodySeesStayOnlyWhereTheLawLooksAtThem(Dither dither) throws IOException {
    char[][] palette = {{0x0000, 0x1234, 0xFFFF}};
    TestTiles tiles = TestTiles.of(8, new int[] {0xFFFFFFFF});
    Oklab oklab = new Oklab();
    ReducedTiles reduced =
        new Showing(
                new TileReduction(1, 8, 1, dither),
                oklab,
                new ConsoleColors(oklab).oklab(palette),
                palette,
                new byte[1])
            .show(tiles);
    List<Integer> bits = reduced.palettes().getFirst().stream().map(Rgb565::bits).toList();
    switch (dither) {
      case NONE -> assertThat(bits).containsExactly(0xFFFF);
      case ORDERED -> assertThat(bits).containsExactly(0x0000, 0x1234, 0xFFFF);
    }
    assertThat(reduced.entry(0, 0)).isEqualTo(bits.size());
  }
}
