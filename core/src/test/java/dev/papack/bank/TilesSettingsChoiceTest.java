package dev.papack.bank;

import static dev.papack.bank.Pictures.CLEAR;
import static dev.papack.bank.Pictures.RED;
import static dev.papack.bank.Pictures.WHITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Severity;
import dev.papack.media.ArgbPicture;
import dev.papack.media.Rgb565;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TilesSettingsChoiceTest {
  private static final TilesRequest NOTHING_SAID = TilesRequest.NOTHING;

  @Test
  void sixteenIsPreferred() {
    Choice<TilesSettings> choice = chosen(Pictures.filled(64, 32, RED), NOTHING_SAID);
    assertThat(choice.settings()).isEqualTo(Banks.auto(16));
    assertThat(choice.reasons())
        .containsExactly(
            "tile_size 16 divides 64x32", "palettes \"auto\", as the picture has no palette");
  }

  @Test
  void eightIsTakenWhereSixteenDoesNotDivide() {
    assertThat(chosen(Pictures.filled(24, 32, RED), NOTHING_SAID).settings())
        .isEqualTo(Banks.auto(8));
  }

  @Test
  void eightIsTakenWhereTilesOfSixteenAreCrowded() {
    Choice<TilesSettings> choice = chosen(crowdedAt16(), NOTHING_SAID);
    assertThat(choice.settings()).isEqualTo(Banks.auto(8));
    assertThat(choice.reasons().getFirst())
        .isEqualTo(
            "tile_size 8 divides 16x16; with 16, tile 0 (column 0, row 0) uses 20 colours, 5 too"
                + " many");
  }

  @Test
  void nothingDividesSoTheSheetIsPadded() {
    Choice<TilesSettings> choice = chosen(Pictures.filled(20, 31, RED), NOTHING_SAID);
    assertThat(choice.settings().tileSizePixels()).isEqualTo(16);
    assertThat(choice.settings().fit()).isEqualTo(Fit.PAD);
    assertThat(choice.reasons()).contains("fit \"pad\", as 16 does not divide 20x31");
  }

  @Test
  void ownPaletteIsKeptWhereIndexZeroIsFree() {
    ArgbPicture picture = Pictures.indexed(16, 16, new int[] {CLEAR, RED}, 1);
    Choice<TilesSettings> choice = chosen(picture, NOTHING_SAID);
    assertThat(choice.settings()).isEqualTo(Banks.indexed(16, Fit.EXACT, Index0.AS_DECLARED));
  }

  @Test
  void opaqueIndexZeroThatIsNotTheBackgroundLeadsToComputedPalettes() {
    byte[] pixels = new byte[256];
    Arrays.fill(pixels, (byte) 1);
    pixels[100] = 0;
    ArgbPicture picture = ArgbPicture.indexed(16, 16, new int[] {WHITE, RED}, pixels);
    Choice<TilesSettings> choice = chosen(picture, NOTHING_SAID);
    assertThat(choice.settings()).isEqualTo(Banks.auto(16));
    assertThat(choice.reasons().getLast())
        .startsWith("palettes \"auto\", as index 0, #ffffff, is opaque and 1 pixel uses it");
  }

  @Test
  void opaqueIndexZeroThatFillsTheBorderIsMadeTransparentAloud() {
    ArgbPicture picture = Pictures.indexed(16, 16, new int[] {WHITE, RED}, 1);
    Choice<TilesSettings> choice = chosen(picture, NOTHING_SAID);
    assertThat(choice.settings()).isEqualTo(Banks.indexed(16, Fit.EXACT, Index0.TRANSPARENT));
    assertThat(choice.reasons().getLast())
        .isEqualTo(
            "index_0 \"transparent\", as index 0, #ffffff, is the background: it fills 59 of 60"
                + " pixels of the border");
  }

  @Test
  void longPaletteOfWhichSixteenAreUsedIsKept() {
    ArgbPicture picture = Pictures.filledIndexed(16, 16, Pictures.shades(0, 256), 1);
    assertThat(chosen(picture, NOTHING_SAID).settings().palettes()).isEqualTo(Palettes.INDEXED);
  }

  @Test
  void tilesOfSeveralOwnPalettesLeadToComputedOnes() {
    ArgbPicture picture = Pictures.indexed(8, 8, Pictures.shades(0, 40), 17, 1, 1, 33);
    TilesRequest request =
        new TilesRequest(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.of(Index0.TRANSPARENT));
    Choice<TilesSettings> choice = chosen(picture, request);
    assertThat(choice.settings().palettes()).isEqualTo(Palettes.AUTO);
    assertThat(choice.reasons().getLast()).contains("uses palette 0 (indices 0 to 15)");
  }

  @Test
  void partialAlphaGetsAThreshold() {
    Choice<TilesSettings> choice = chosen(Pictures.filled(16, 16, 0x80FF0000), NOTHING_SAID);
    assertThat(choice.settings().alphaThreshold()).hasValue(128);
    assertThat(choice.reasons().getLast())
        .isEqualTo("alpha_threshold 128, as 256 pixels have partial alpha, the first 128 of 255");
  }

  @Test
  void whatTheAuthorSaidIsKeptAndNeedsNoReason() {
    TilesRequest request =
        new TilesRequest(
            OptionalInt.of(32),
            Optional.of(Palettes.AUTO),
            Optional.of(Fit.PAD),
            OptionalInt.of(7),
            Optional.empty());
    Choice<TilesSettings> choice = chosen(Pictures.filled(16, 16, 0x80FF0000), request);
    assertThat(choice.settings())
        .isEqualTo(
            new TilesSettings(32, Palettes.AUTO, Fit.PAD, OptionalInt.of(7), Index0.AS_DECLARED));
    assertThat(choice.reasons()).isEmpty();
  }

  @Test
  void wantedExactFitIsNotReplacedByPadding() {
    TilesRequest request =
        new TilesRequest(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.of(Fit.EXACT),
            OptionalInt.empty(),
            Optional.empty());
    assertThat(codes(refused(Pictures.filled(20, 31, RED), request)))
        .containsExactly(DiagnosticCode.SHEET_SIZE, DiagnosticCode.SETTINGS_CHOSEN);
  }

  @Test
  void wantedIndexedPalettesAreNotReplacedByComputedOnes() {
    TilesRequest request =
        new TilesRequest(
            OptionalInt.empty(),
            Optional.of(Palettes.INDEXED),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());
    assertThat(codes(refused(Pictures.filled(16, 16, RED), request)))
        .contains(DiagnosticCode.NOT_INDEXED);
  }

  @Test
  void refusalTellsTheFaultsOfTheSizeThatComesFirst() {
    List<Diagnostic> diagnostics =
        refused(Pictures.tiles(Pictures.shades(0, 16), Pictures.shades(0, 16)), NOTHING_SAID);
    assertThat(codes(diagnostics))
        .containsExactly(DiagnosticCode.TILE_COLORS, DiagnosticCode.SETTINGS_CHOSEN);
    assertThat(diagnostics.getLast().severity()).isEqualTo(Severity.NOTE);
    assertThat(diagnostics.getLast().message())
        .isEqualTo(
            "no settings work for this picture; the errors are those with tile_size 8, palettes"
                + " \"auto\", fit \"exact\"");
  }

  /** Four 8x8 tiles of five colours each, in a picture of 16x16. */
  private static ArgbPicture crowdedAt16() {
    int[] pixels = new int[256];
    for (int i = 0; i < pixels.length; i++) {
      int quarter = i / 128 * 2 + i % 16 / 8;
      pixels[i] = new Rgb565(quarter * 5 + i % 5).argb();
    }
    return ArgbPicture.of(16, 16, pixels);
  }

  private static List<DiagnosticCode> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }

  private static Choice<TilesSettings> chosen(ArgbPicture picture, TilesRequest request) {
    Outcome<Choice<TilesSettings>> outcome =
        Banks.choose(Location.of(Artifact.SOURCE, "a.png"), picture, request);
    assertThat(outcome.diagnostics())
        .allMatch(note ->
            note.code() == DiagnosticCode.BACKDROP_TRANSPARENT
                || note.code() == DiagnosticCode.INDEX_0_VISIBLE);
    Choice<TilesSettings> choice = ((Outcome.Accepted<Choice<TilesSettings>>) outcome).value();
    Banks.encoded(picture, choice.settings());
    return choice;
  }

  private static List<Diagnostic> refused(ArgbPicture picture, TilesRequest request) {
    Outcome<Choice<TilesSettings>> outcome =
        Banks.choose(Location.of(Artifact.SOURCE, "a.png"), picture, request);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return outcome.diagnostics();
  }
}
