package dev.papack.bank;

import static dev.papack.bank.Pictures.BLACK;
import static dev.papack.bank.Pictures.CLEAR;
import static dev.papack.bank.Pictures.RED;
import static dev.papack.bank.Pictures.WHITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.KeyColor;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.ArgbPicture;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class IndexedTilesTest {
  private static final TilesSettings EXACT = Banks.indexed(8, Fit.EXACT, Index0.AS_DECLARED);
  private static final TilesSettings PAD = Banks.indexed(8, Fit.PAD, Index0.AS_DECLARED);
  private static final TilesSettings ACCEPTED = Banks.indexed(8, Fit.PAD, Index0.TRANSPARENT);

  private static int[] palette(int... argb) {
    return argb;
  }

  @Test
  void entriesKeepTheirOrder() {
    int[] palette = palette(CLEAR, WHITE, BLACK, RED);
    Bank bank = Banks.encoded(Pictures.indexed(8, 8, palette, 3, 2, 1), EXACT);
    assertThat(bank.metadata()).isEqualTo(new TilesMetadata(1, 1, 1, 8));
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x23);
    assertThat(Banks.payload(bank).get(1)).isEqualTo((byte) 0x01);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF, 0, 0xF800).hasSize(16);
  }

  @Test
  void opaqueEntryThatNoPixelUsesIsKept() {
    Bank bank = Banks.encoded(Pictures.indexed(8, 8, palette(CLEAR, WHITE, RED), 1), EXACT);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF, 0xF800);
  }

  @Test
  void transparentEntryBecomesIndexZeroAndIsStoredAsZero() {
    int[] palette = palette(CLEAR, 0x00FF0000, WHITE);
    Bank bank = Banks.encoded(Pictures.indexed(8, 8, palette, 1, 2), EXACT);
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x20);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0, 0xFFFF);
  }

  @Test
  void thresholdDecidesEntriesOfPartialAlpha() {
    TilesSettings settings =
        new TilesSettings(8, Palettes.INDEXED, Fit.EXACT, OptionalInt.of(128), Index0.AS_DECLARED);
    int[] palette = palette(0x7FFFFFFF, 0x7FFFFFFF, 0x80FFFFFF);
    Bank bank = Banks.encoded(Pictures.indexed(8, 8, palette, 1, 2, 0), settings);
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x20);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0, 0xFFFF);
  }

  @Test
  void thresholdCanMakeIndexZeroOpaque() {
    TilesSettings settings =
        new TilesSettings(8, Palettes.INDEXED, Fit.EXACT, OptionalInt.of(100), Index0.AS_DECLARED);
    assertThat(only(Pictures.indexed(8, 8, palette(0x80FFFFFF)), settings).code())
        .isEqualTo(DiagnosticCode.INDEX_0_OPAQUE);
  }

  @Test
  void entryOfPartialAlphaThatNoPixelUsesIsNoFaultAndStoredAsZero() {
    int[] palette = palette(0x80FFFFFF, WHITE, 0x80FF0000);
    Bank bank = Banks.encoded(Pictures.filledIndexed(8, 8, palette, 1), EXACT);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF, 0);
  }

  @Test
  void partialAlphaOfAnEntryCountsItsPixels() {
    Diagnostic fault = only(Pictures.indexed(8, 8, palette(CLEAR, 0x80FF0000), 0, 1, 1), EXACT);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.PARTIAL_ALPHA);
    assertThat(fault.found()).contains("2");
    assertThat(fault.location().pixels()).contains(new PixelRectangle(1, 0, 1, 1));
  }

  @Test
  void opaqueIndexZeroInUseIsCountedAndPointedAt() {
    ArgbPicture picture = Pictures.indexed(8, 8, palette(RED, WHITE), 1, 1, 0, 1);
    Diagnostic fault = only(picture, EXACT);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.INDEX_0_OPAQUE);
    assertThat(fault.found()).contains("61");
    assertThat(fault.location().pixels()).contains(new PixelRectangle(2, 0, 1, 1));
    assertThat(fault.message())
        .isEqualTo(
            "index 0, #ff0000, is opaque and 61 pixels use it; the console shows index 0 as"
                + " transparent");
    assertThat(FirstFix.title(fault).orElseThrow()).contains("\"index_0\": \"transparent\"");
  }

  @Test
  void opaqueIndexZeroThatNothingUsesIsNoFault() {
    Bank bank = Banks.encoded(Pictures.filledIndexed(8, 8, palette(RED, WHITE), 1), PAD);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF);
  }

  @Test
  void paddingIsTransparentAndUsesNoEntry() {
    Bank bank = Banks.encoded(Pictures.filledIndexed(8, 7, palette(RED, WHITE), 1), PAD);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF);
    assertThat(Banks.payload(bank).get(28)).isZero();
  }

  @Test
  void transparentEntriesDoNotUseAnOpaqueIndexZero() {
    int[] palette = palette(RED, CLEAR);
    Bank bank = Banks.encoded(Pictures.filledIndexed(8, 8, palette, 1), EXACT);
    assertThat(Banks.payload(bank).get(0)).isZero();
  }

  @Test
  void acceptedIndexZeroBecomesTransparent() {
    Bank bank = Banks.encoded(Pictures.indexed(7, 8, palette(RED, WHITE), 1), ACCEPTED);
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x01);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF);
  }

  @Test
  void sixteenEntriesAreIndexed() {
    int[] palette = Pictures.shades(0, 16);
    Bank bank = Banks.encoded(Pictures.filledIndexed(8, 8, palette, 15), EXACT);
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0xFF);
    assertThat(Banks.palette(bank, 0)).endsWith(14, 15);
  }

  @Test
  void indexIsSixteenTimesThePaletteAndTheEntry() {
    byte[] pixels = new byte[128];
    Arrays.fill(pixels, (byte) 1);
    for (int y = 0; y < 8; y++) {
      Arrays.fill(pixels, y * 16 + 8, y * 16 + 16, (byte) (16 * 3 + 5));
    }
    int[] palette = Pictures.shades(0, 256);
    Bank bank = Banks.encoded(ArgbPicture.indexed(16, 8, palette, pixels), EXACT);
    assertThat(bank.metadata()).isEqualTo(new TilesMetadata(2, 4, 2, 8));
    assertThat(Banks.tilePalettes(bank)).containsExactly(0, 3);
    assertThat(Banks.payload(bank).get(32)).isEqualTo((byte) 0x55);
    assertThat(Banks.palette(bank, 3)).startsWith(0, 49, 50, 51, 52, 53);
  }

  @Test
  void palettesAreKeptUpToTheHighestThatASheetUses() {
    int[] palette = Pictures.shades(0, 256);
    TestSheet one = sheet("a", Pictures.filledIndexed(8, 8, palette, 15));
    TestSheet two = sheet("b", Pictures.filledIndexed(8, 8, palette, 17));
    assertThat(paletteCount(List.of(one))).isEqualTo(1);
    assertThat(paletteCount(List.of(one, two))).isEqualTo(2);
  }

  private static int paletteCount(List<TestSheet> sheets) {
    return ((TilesMetadata) Banks.encoded(sheets, EXACT).metadata()).paletteCount();
  }

  @Test
  void transparentPixelsOfAnyPaletteUseNone() {
    int[] palette = Pictures.shades(0, 256);
    palette[255] = CLEAR;
    Bank bank = Banks.encoded(Pictures.indexed(8, 8, withClearZero(palette), 255, 3), EXACT);
    assertThat(bank.metadata()).isEqualTo(new TilesMetadata(1, 1, 1, 8));
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x30);
  }

  private static int[] withClearZero(int[] palette) {
    palette[0] = CLEAR;
    return palette;
  }

  @Test
  void tileOfTwoPalettesIsRefusedWithThePixelsOfTheRarer() {
    int[] palette = withClearZero(Pictures.shades(0, 40));
    Diagnostic fault = only(Pictures.indexed(8, 8, palette, 1, 1, 17), EXACT);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.TILE_PALETTES);
    assertThat(fault.message())
        .isEqualTo(
            "tile 0 (column 0, row 0) uses palette 0 (indices 0 to 15) with 2 pixels and palette 1"
                + " (indices 16 to 31) with 1 pixel; a tile has one palette of 16");
    assertThat(fault.related().getFirst().location().pixels())
        .contains(new PixelRectangle(2, 0, 1, 1));
    assertThat(fault.related().getFirst().message())
        .isEqualTo("the first pixel of palette 1, index 17");
  }

  @Test
  void entryZeroOfEveryPaletteIsTransparentOnTheConsole() {
    int[] palette = Pictures.shades(0, 40);
    Diagnostic fault = only(Pictures.filledIndexed(8, 8, palette, 32), EXACT);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.INDEX_0_OPAQUE);
    assertThat(fault.message())
        .startsWith("index 32, #000400, is opaque and 64 pixels use it")
        .endsWith("entry 0 of each palette of 16 as transparent");
    Bank bank = Banks.encoded(Pictures.filledIndexed(8, 8, palette, 32), ACCEPTED);
    assertThat(Banks.payload(bank).get(0)).isZero();
  }

  @Test
  void keyAndEntryZeroChangePlacesWhereBothAreUsed() {
    int[] palette = palette(BLACK, WHITE, 0xFF65FF00, RED);
    ArgbPicture picture = Pictures.indexed(8, 8, palette, 2, 1, 3, 0);
    Outcome<Bank> outcome =
        Banks.encode(
            List.of(new TestSheet(Location.of(Artifact.SOURCE, "a"), picture)),
            EXACT.with(new KeyColor(0x65FF00)));
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.KEY_EXCHANGED);
    Bank bank = ((Outcome.Accepted<Bank>) outcome).value();
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x10);
    assertThat(Banks.payload(bank).get(1)).isEqualTo((byte) 0x23);
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF, 0, 0xF800, 0);
  }

  @Test
  void keyStaysWhereEntryZeroIsNotUsed() {
    int[] palette = palette(BLACK, WHITE, 0xFF65FF00, RED);
    ArgbPicture picture = Pictures.filledIndexed(8, 8, palette, 2);
    Bank bank = Banks.encoded(picture, EXACT.with(new KeyColor(0x65FF00)));
    assertThat(Banks.payload(bank).get(0)).isZero();
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0xFFFF, 0, 0xF800);
  }

  @Test
  void keyThatNoPixelHasIsAWarning() {
    Outcome<Bank> outcome =
        Banks.encode(
            List.of(sheet("a", Pictures.filledIndexed(8, 8, palette(CLEAR, RED), 1))),
            EXACT.with(new KeyColor(0xFE0000)));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.KEY_UNUSED);
  }

  @Test
  void truecolorIsNotIndexed() {
    List<Diagnostic> faults = Banks.refused(Pictures.filled(8, 8, RED), EXACT);
    assertThat(faults).extracting(Diagnostic::code).containsExactly(DiagnosticCode.NOT_INDEXED);
    assertThat(faults.getFirst().message()).contains("truecolor");
  }

  private static TestSheet sheet(String name, ArgbPicture picture) {
    return new TestSheet(Location.of(Artifact.SOURCE, name), picture);
  }

  @Test
  void sheetsOfOnePaletteShareIt() {
    List<TestSheet> sheets =
        List.of(
            sheet("a", Pictures.filledIndexed(8, 8, palette(CLEAR, RED), 1)),
            sheet("b", Pictures.filledIndexed(8, 8, palette(CLEAR, RED), 0)));
    Bank bank = Banks.encoded(sheets, EXACT);
    assertThat(Banks.tilePalettes(bank)).containsExactly(0, 0);
  }

  @Test
  void sheetsMayDifferAtEntriesThatNotBothUse() {
    List<TestSheet> sheets =
        List.of(
            sheet("a", Pictures.filledIndexed(8, 8, palette(CLEAR, RED, BLACK), 1)),
            sheet("b", Pictures.filledIndexed(8, 8, palette(BLACK, BLACK, WHITE, RED), 2)));
    assertThat(Banks.palette(Banks.encoded(sheets, EXACT), 0))
        .startsWith(0, 0xF800, 0xFFFF, 0xF800);
  }

  @Test
  void sheetsOfOtherColoursAtAnEntryThatBothUseAreRefused() {
    List<TestSheet> sheets =
        List.of(
            sheet("a", Pictures.filledIndexed(8, 8, palette(CLEAR, RED), 1)),
            sheet("b", Pictures.filledIndexed(8, 8, palette(CLEAR, WHITE), 1)));
    List<Diagnostic> faults = Banks.refused(sheets, EXACT);
    assertThat(faults)
        .extracting(fault -> fault.location().path() + ": " + fault.message())
        .containsExactly(
            "b: the palette differs from that of another sheet at entry 1, which both use: #ffffff"
                + " here, #ff0000 there");
    assertThat(faults).allMatch(fault -> fault.related().size() == 1);
  }

  @Test
  void sizeAlphaAndIndexZeroAreReportedTogether() {
    int[] palette = palette(RED, 0x80FFFFFF);
    assertThat(Banks.refused(Pictures.indexed(9, 8, palette, 1), EXACT))
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(
            DiagnosticCode.SHEET_SIZE, DiagnosticCode.PARTIAL_ALPHA, DiagnosticCode.INDEX_0_OPAQUE);
  }

  private static Diagnostic only(ArgbPicture picture, TilesSettings settings) {
    List<Diagnostic> faults = Banks.refused(picture, settings);
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }
}
