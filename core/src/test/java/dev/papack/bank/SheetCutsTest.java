package dev.papack.bank;

import static dev.papack.bank.Pictures.BLACK;
import static dev.papack.bank.Pictures.RED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.asset.Frame;
import dev.papack.asset.Gutters;
import dev.papack.asset.SheetRequest;
import dev.papack.asset.TilesRequest;
import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.media.PixelRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SheetCutsTest {
  private static final int NOTHING = 0;

  /** A grid of cells that are filled, each in a colour of its own row, on a ground. */
  private static ArgbPicture grid(
      int columns, int rows, int cellWidth, int cellHeight, int margin, int spacing, int ground) {
    int width = 2 * margin + columns * (cellWidth + spacing) - spacing;
    int height = 2 * margin + rows * (cellHeight + spacing) - spacing;
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int column = x - margin;
        int row = y - margin;
        boolean isIn =
            column >= 0
                && row >= 0
                && column % (cellWidth + spacing) < cellWidth
                && row % (cellHeight + spacing) < cellHeight
                && column / (cellWidth + spacing) < columns
                && row / (cellHeight + spacing) < rows;
        argb[y * width + x] = isIn ? BLACK | (row / (cellHeight + spacing) + 1) << 5 : ground;
      }
    }
    return ArgbPicture.of(width, height, argb);
  }

  private static Choice<TilesSettings> chosen(ArgbPicture picture, String name) {
    return chosen(picture, name, SheetRequest.NOTHING);
  }

  private static Choice<TilesSettings> chosen(
      ArgbPicture picture, String name, SheetRequest sheets) {
    Outcome<Choice<TilesSettings>> outcome =
        Banks.choose(
            Location.of(Artifact.SOURCE, name),
            picture,
            new TilesRequest(
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                sheets));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    Choice<TilesSettings> choice = ((Outcome.Accepted<Choice<TilesSettings>>) outcome).value();
    Outcome<Bank> encoded =
        Banks.encode(
            List.of(new TestSheet(Location.of(Artifact.SOURCE, name), picture)), choice.settings());
    Banks.assertLaw(
        ((Outcome.Accepted<Bank>) encoded).value(),
        List.of(picture),
        Optional.empty(),
        choice.settings());
    return choice;
  }

  private static Frame frame(int width, int height) {
    return new Frame(width, height, OptionalInt.empty());
  }

  @Test
  void frameThatTheNameSaysIsTakenIfThePictureIsAGridOfIt() {
    Choice<TilesSettings> choice = chosen(Pictures.filled(96, 40, RED), "walk-24x40.png");
    assertThat(choice.settings().frame()).contains(frame(24, 40));
    assertThat(choice.settings().tileSizePixels()).isEqualTo(8);
    assertThat(choice.reasons())
        .contains(
            "frames of 24x40, as the name says",
            "tile_size 8, so that each of 4 frames becomes 15 tiles");
  }

  @Test
  void nameThatLiesIsNotBelieved() {
    Choice<TilesSettings> choice = chosen(Pictures.filled(1278, 86, RED), "mimic-231x172.png");
    assertThat(choice.settings().frame()).isEmpty();
    assertThat(choice.reasons())
        .contains("the name says 231x172, but 1278x86 is not a multiple of that");
  }

  @Test
  void nameThatSaysTheSizeOfThePictureIsNoFrame() {
    assertThat(chosen(Pictures.filled(24, 40, RED), "a-24x40.png").settings().frame()).isEmpty();
  }

  @Test
  void framesOfTheSizeOfATileAreTiles() {
    TilesSettings settings = chosen(Pictures.filled(64, 32, RED), "font_32x32.png").settings();
    assertThat(settings.frame()).isEmpty();
    assertThat(settings.tileSizePixels()).isEqualTo(32);
  }

  @Test
  void onlyTheEndOfANameCounts() {
    assertThat(SheetCuts.sizeIn("a-24x40/hero.png")).isEmpty();
    assertThat(SheetCuts.sizeIn("hero-24x40-old.png")).isEmpty();
    assertThat(SheetCuts.sizeIn("hero24x40.png")).isEmpty();
    assertThat(SheetCuts.sizeIn("hero-0x40.png")).isEmpty();
    assertThat(SheetCuts.sizeIn("hero-99999x40.png")).isEmpty();
    assertThat(SheetCuts.sizeIn("x/hero_7x9.png")).contains(frame(7, 9));
  }

  @Test
  void tilesBetweenTransparentGuttersAreFound() {
    Choice<TilesSettings> choice = chosen(grid(5, 3, 16, 16, 0, 1, NOTHING), "a.png");
    assertThat(choice.settings().gutters()).isEqualTo(new Gutters(0, 1));
    assertThat(choice.settings().tileSizePixels()).isEqualTo(16);
    assertThat(choice.settings().fit()).isEqualTo(Fit.EXACT);
    assertThat(choice.reasons().getFirst())
        .isEqualTo("5x3 tiles of 16 with spacing 1, which is all transparent");
  }

  @Test
  void cellsOfAnotherSizeThanTilesAreFrames() {
    TilesSettings settings = chosen(grid(6, 6, 48, 48, 2, 4, NOTHING), "a.png").settings();
    assertThat(settings.gutters()).isEqualTo(new Gutters(2, 4));
    assertThat(settings.frame()).contains(frame(48, 48));
  }

  @Test
  void guttersOfAColourAreFoundWhereTheyGoInBothDirections() {
    TilesSettings settings = chosen(grid(4, 2, 16, 16, 1, 2, BLACK), "a.png").settings();
    assertThat(settings.gutters()).isEqualTo(new Gutters(1, 2));
    assertThat(chosen(Pictures.filled(38, 16, RED), "b.png").settings().gutters())
        .isEqualTo(Gutters.NONE);
  }

  @Test
  void airAroundSpritesInsideTilesIsNoGutter() {
    // Sprites of 14x14 in tiles of 16.
    TilesSettings settings = chosen(grid(4, 2, 14, 14, 1, 2, NOTHING), "a.png").settings();
    assertThat(settings).isEqualTo(Banks.auto(16));
  }

  @Test
  void cellsThatAreNotFilledAreFoundWhereNoTileSizeDivides() {
    ArgbPicture full = grid(3, 2, 16, 16, 0, 3, NOTHING);
    int[] argb = new int[full.widthPixels() * full.heightPixels()];
    for (int i = 0; i < argb.length; i++) {
      int x = i % full.widthPixels() % 19;
      argb[i] = x > 3 && x < 9 ? full.argb(i % full.widthPixels(), i / full.widthPixels()) : 0;
    }
    TilesSettings settings =
        chosen(ArgbPicture.of(full.widthPixels(), full.heightPixels(), argb), "a.png").settings();
    assertThat(settings.gutters().spacingPixels()).isPositive();
    assertThat(settings.fit()).isEqualTo(Fit.EXACT);
  }

  @Test
  void whatTheAuthorSaidOfCellsIsKept() {
    SheetRequest said =
        new SheetRequest(
            Optional.empty(),
            Optional.of(new Gutters(1, 0)),
            Optional.of(frame(10, 10)),
            Optional.empty());
    TilesSettings settings = chosen(Pictures.filled(22, 12, RED), "a-5x5.png", said).settings();
    assertThat(settings.gutters()).isEqualTo(new Gutters(1, 0));
    assertThat(settings.frame()).contains(frame(10, 10));
  }

  @Test
  void keyAtTheBorderOfAnOpaquePictureIsNoted() {
    int[] argb = new int[256];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = i % 16 > 3 && i % 16 < 9 ? RED : 0xFF65FF00;
    }
    ArgbPicture picture = ArgbPicture.of(16, 16, argb);
    assertThat(
            Banks.encode(
                    List.of(new TestSheet(Location.of(Artifact.SOURCE, "a"), picture)),
                    Banks.auto(8))
                .diagnostics())
        .extracting(note -> note.code())
        .containsExactly(DiagnosticCode.KEY_LIKELY);
    argb[100] = 0;
    assertThat(BorderKeyOf.picture(ArgbPicture.of(16, 16, argb))).isEmpty();
    argb[100] = RED;
    for (int i = 0; i < argb.length; i++) {
      argb[i] = argb[i] == 0xFF65FF00 ? 0xFF64FF00 : argb[i];
    }
    assertThat(BorderKeyOf.picture(ArgbPicture.of(16, 16, argb))).isEmpty();
  }

  private static final class BorderKeyOf {
    private BorderKeyOf() {}

    static Optional<?> picture(ArgbPicture picture) {
      try {
        return BorderKey.find(picture.decoded(PixelRule.STRICT));
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
