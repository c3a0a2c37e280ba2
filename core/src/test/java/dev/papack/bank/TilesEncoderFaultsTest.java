package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.ArgbPicture;
import dev.papack.media.Rgb565;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TilesEncoderFaultsTest {
  @Test
  void sheetSizeNamesRemaindersAndBothWaysOut() {
    Diagnostic fault = only(Pictures.filled(100, 37, Pictures.RED), Banks.auto(16));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.SHEET_SIZE);
    assertThat(fault.message())
        .isEqualTo(
            "the sheet is 100x37 pixels; with tiles of 16, 4 pixels remain in width and 5"
                + " in height");
    assertThat(fault.found()).contains("100x37");
    assertThat(FirstFix.title(fault))
        .contains(
            "\"fit\": \"pad\" makes it 112x48 (7x3 tiles); cropping it to 96x32 leaves 6x2 tiles");
  }

  @Test
  void sheetSmallerThanATileCannotBeCropped() {
    Diagnostic fault = only(Pictures.filled(5, 64, Pictures.RED), Banks.auto(8));
    assertThat(FirstFix.title(fault).orElseThrow()).endsWith("it is too small to be cropped");
  }

  @Test
  void partialAlphaCountsPixelsAndPointsAtTheFirst() {
    int[] pixels = new int[64];
    pixels[8 + 3] = 0x01FF0000;
    pixels[60] = 0xFE00FF00;
    Diagnostic fault = only(ArgbPicture.of(8, 8, pixels), Banks.auto(8));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PARTIAL_ALPHA);
    assertThat(fault.location().pixels()).contains(new PixelRectangle(3, 1, 1, 1));
    assertThat(fault.message()).isEqualTo("2 pixels have partial alpha, the first 1 of 255");
    assertThat(FirstFix.title(fault).orElseThrow()).contains("\"alpha_threshold\": 128");
  }

  @Test
  void alphaAtTheThresholdIsOpaque() {
    TilesSettings settings =
        new TilesSettings(8, Palettes.AUTO, Fit.EXACT, OptionalInt.of(100), Index0.AS_DECLARED);
    Bank bank =
        Banks.encoded(Pictures.tiles(new int[] {99 << 24 | 0xFF, 100 << 24 | 0xFF}), settings);
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x10);
  }

  @Test
  void crowdedTileIsDescribed() {
    int[] colors = Pictures.shades(1024, 17);
    int[] pixels = Arrays.copyOf(colors, 64);
    Arrays.fill(pixels, 17, 60, colors[5]);
    pixels[60] = colors[0] | 1;
    Diagnostic fault = only(Pictures.tiles(new int[0], pixels), Banks.auto(8));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.TILE_COLORS);
    assertThat(fault.location().pixels()).contains(new PixelRectangle(8, 0, 8, 8));
    assertThat(fault.message()).isEqualTo("tile 1 (column 1, row 0) uses 17 colours, 2 too many");
    assertThat(fault.limit()).contains("15");
    assertThat(fault.found().orElseThrow().split(", ")).hasSize(17);
    assertThat(fault.found().orElseThrow()).startsWith("#008200=#008201, ");
    assertThat(FirstFix.title(fault).orElseThrow())
        .matches(
            "merge colours: the nearest are #\\w{6}(=#\\w{6})? and #\\w{6}; the rarest, with their"
                + " pixels: #\\w{6} \\(1\\), #\\w{6} \\(1\\); no other tile size is nearer to"
                + " fitting");
  }

  @Test
  void nearestPairIsTheNearest() {
    int[] colors = new int[16];
    for (int i = 0; i < 15; i++) {
      colors[i] = 0xFF000000 | (i * 0x110011);
    }
    colors[15] = 0xFF770080;
    Diagnostic fault = only(Pictures.tiles(colors), Banks.auto(8));
    assertThat(FirstFix.title(fault).orElseThrow()).contains("nearest are #770077 and #770080;");
  }

  @Test
  void fifteenColorsAndTransparencyAreNotTooMany() {
    Bank bank = Banks.encoded(Pictures.tiles(Pictures.shades(1, 15)));
    assertThat(Banks.palette(bank, 0)).hasSize(16).doesNotHaveDuplicates();
  }

  @Test
  void crowdedTilesOfASheetAreOneFaultThatDescribesTheWorst() {
    int[][] tiles = new int[50][];
    Arrays.fill(tiles, Pictures.shades(0, 16));
    tiles[7] = Pictures.shades(0, 18);
    Diagnostic fault = only(Pictures.tiles(tiles), Banks.auto(8));
    assertThat(fault.message())
        .isEqualTo(
            "tile 7 (column 7, row 0) uses 18 colours, 3 too many; it is the worst of 50 tiles with"
                + " too many");
    assertThat(fault.location().pixels()).contains(new PixelRectangle(56, 0, 8, 8));
    assertThat(FirstFix.title(fault).orElseThrow())
        .endsWith("; no other tile size is nearer to fitting");
  }

  @Test
  void tileSizeThatFitsIsNamed() {
    int[] pixels = new int[256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = new Rgb565((i / 128 * 2 + i % 16 / 8) * 5 + i % 5).argb();
    }
    Diagnostic fault = only(ArgbPicture.of(16, 16, pixels), Banks.auto(16));
    assertThat(FirstFix.title(fault).orElseThrow())
        .endsWith("; with \"tile_size\": 8, all tiles fit");
  }

  @Test
  void colourOfTheBackgroundIsNamedWhereItIsWhatDoesNotFit() {
    int[] palette = Pictures.shades(0, 16);
    byte[] pixels = new byte[64];
    for (int i = 0; i < 16; i++) {
      pixels[i] = (byte) i;
    }
    Diagnostic fault = only(ArgbPicture.indexed(8, 8, palette, pixels), Banks.auto(8));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.TILE_COLORS);
    assertThat(fault.message()).endsWith("; without index 0, #000000, it would fit");
    assertThat(FirstFix.title(fault).orElseThrow()).contains("\"index_0\": \"transparent\"");
  }

  @Test
  void moreColorsThanAllPalettesHoldAreCounted() {
    int[][] tiles = new int[65][];
    Arrays.setAll(tiles, tile -> Pictures.shades(tile * 15, 15));
    Diagnostic fault = only(Pictures.tiles(tiles), Banks.auto(8));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PALETTES_TOO_MANY);
    assertThat(fault.found()).contains("975 colours");
    assertThat(fault.limit()).contains("960 colours");
  }

  @Test
  void sixtyFourFullPalettesAreNotTooMany() {
    int[][] tiles = new int[64][];
    Arrays.setAll(tiles, tile -> Pictures.shades(tile * 15, 15));
    Bank bank = Banks.encoded(Pictures.tiles(tiles));
    assertThat(Banks.tilePalettes(bank)).hasSize(64).doesNotHaveDuplicates();
  }

  @Test
  void tilesThatCannotSharePalettesAreRefusedWithTheirNumber() {
    int[][] tiles = new int[65][];
    Arrays.setAll(tiles, tile -> Pictures.shades(tile, 15));
    Diagnostic fault = only(Pictures.tiles(tiles), Banks.auto(8));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PALETTES_TOO_MANY);
    assertThat(fault.found()).contains("at least 65");
  }

  @Test
  void largestBankOfRandomColorsIsRefused() {
    Random random = new Random(9);
    int[] pixels = new int[2048 * 2048];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = new Rgb565(i / 8 % 256 * 3 + random.nextInt(15)).argb();
    }
    Diagnostic fault = only(ArgbPicture.of(2048, 2048, pixels), Banks.auto(8));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PALETTES_TOO_MANY);
  }

  @Test
  void oneTileAboveTheLimitIsTooMany() {
    Diagnostic fault = only(Pictures.filled(8, 65_537 * 8, Pictures.RED), Banks.auto(8));
    assertThat(fault.code()).isEqualTo(DiagnosticCode.TILES_TOO_MANY);
    assertThat(fault.found()).contains("65537");
    assertThat(fault.limit()).contains("65536");
  }

  @Test
  void tilesOfAllSheetsCountTogether() {
    TestSheet half =
        new TestSheet(
            Location.of(Artifact.SOURCE, "half.png"), Pictures.filled(8, 32_769 * 8, Pictures.RED));
    TestSheet rest = new TestSheet(Location.of(Artifact.SOURCE, "rest.png"), half.picture());
    List<Diagnostic> faults = Banks.refused(List.of(half, rest), Banks.auto(8));
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().location().path()).isEqualTo("rest.png");
    assertThat(faults.getFirst().found()).contains("65538");
  }

  @Test
  void largestBankIsNotTooLarge() {
    Bank bank = Banks.encoded(Pictures.filled(2048, 2048, Pictures.RED));
    assertThat(Banks.tilePalettes(bank)).hasSize(65_536).containsOnly(0);
  }

  @Test
  void independentFaultsAreReportedTogether() {
    int[] partial = Pictures.shades(0, 16);
    partial[0] = 0x80FFFFFF;
    List<TestSheet> sheets =
        List.of(
            new TestSheet(Location.of(Artifact.SOURCE, "a"), Pictures.filled(9, 9, 0x80FF0000)),
            new TestSheet(Location.of(Artifact.SOURCE, "b"), Pictures.tiles(partial)),
            new TestSheet(
                Location.of(Artifact.SOURCE, "c"), Pictures.tiles(Pictures.shades(0, 16))));
    assertThat(Banks.refused(sheets, Banks.auto(8)))
        .extracting(fault -> fault.location().path() + " " + fault.code().name())
        .containsExactly("a SHEET_SIZE", "a PARTIAL_ALPHA", "b PARTIAL_ALPHA", "c TILE_COLORS");
  }

  private static Diagnostic only(ArgbPicture picture, TilesSettings settings) {
    List<Diagnostic> faults = Banks.refused(picture, settings);
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }
}
