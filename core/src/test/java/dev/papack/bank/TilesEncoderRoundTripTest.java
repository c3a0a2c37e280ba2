package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.media.ArgbPicture;
import dev.papack.media.Rgb565;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TilesEncoderRoundTripTest {
  private static final long SEED = 565;

  @Test
  void equalPicturesGiveEqualBytes() {
    Random random = new Random(SEED);
    int[] pixels = new int[128 * 64];
    for (int i = 0; i < pixels.length; i++) {
      int tile = i / 1024 * 16 + i % 128 / 8;
      pixels[i] = new Rgb565(tile + random.nextInt(12)).argb();
    }
    List<ByteBuffer> payloads = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      ArgbPicture picture = ArgbPicture.of(128, 64, pixels.clone());
      payloads.add(
          Banks.payload(
              Banks.encoded(
                  List.of(new TestSheet(Location.of(Artifact.SOURCE, "run" + run), picture)),
                  Banks.auto(8))));
    }
    assertThat(payloads).allMatch(payloads.getFirst()::equals);
  }

  @Test
  void leftPixelIsInTheLowNibble() {
    Bank bank = Banks.encoded(Pictures.tiles(new int[] {Pictures.BLACK, Pictures.WHITE}));
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x21);
  }

  @Test
  void opaqueBlackIsZeroAtAnIndexOfItsOwn() {
    Bank bank = Banks.encoded(Pictures.filled(8, 8, Pictures.BLACK));
    assertThat(Banks.payload(bank).get(0)).isEqualTo((byte) 0x11);
    assertThat(Banks.palette(bank, 0)).containsOnly(0);
  }

  @Test
  void transparentTilesShareOnePaletteOfZeros() {
    Bank bank = Banks.encoded(Pictures.filled(16, 8, Pictures.CLEAR));
    assertThat(bank.metadata()).isEqualTo(new TilesMetadata(2, 1, 2, 8));
    assertThat(Banks.payload(bank)).isEqualTo(ByteBuffer.allocate(2 * 32 + 32 + 2));
  }

  @Test
  void colorsOfAPaletteRunFromDarkToBright() {
    Bank bank =
        Banks.encoded(
            Pictures.tiles(new int[] {Pictures.WHITE, Pictures.RED, Pictures.BLACK, 0xFF0000FF}));
    assertThat(Banks.palette(bank, 0)).startsWith(0, 0x0000, 0x001F, 0xF800, 0xFFFF, 0);
  }

  @Test
  void palettesStandInTheOrderOfTheTilesThatNeedThem() {
    Bank bank =
        Banks.encoded(
            Pictures.tiles(
                new int[0],
                Pictures.shades(1000, 9),
                Pictures.shades(100, 15),
                Pictures.shades(1003, 6)));
    assertThat(Banks.tilePalettes(bank)).containsExactly(0, 0, 1, 0);
  }

  @Test
  void colorsThatRoundToOneCountOnce() {
    int[] near = new int[40];
    for (int i = 0; i < near.length; i++) {
      near[i] = 0xFF000000 | i % 4 << 16 | i / 4 % 2;
    }
    assertThat(Banks.palette(Banks.encoded(Pictures.tiles(near)), 0)).containsOnly(0);
  }

  @Test
  void columnsAreThoseOfTheFirstSheet() {
    TestSheet wide =
        new TestSheet(Location.of(Artifact.SOURCE, "wide"), Pictures.filled(24, 8, Pictures.RED));
    TestSheet high =
        new TestSheet(Location.of(Artifact.SOURCE, "high"), Pictures.filled(8, 32, Pictures.WHITE));
    Bank bank = Banks.encoded(List.of(wide, high), Banks.auto(8));
    assertThat(bank.metadata()).isEqualTo(new TilesMetadata(3, 1, 7, 8));
    ArgbPicture shown = Banks.shown(Banks.payload(bank), (TilesMetadata) bank.metadata());
    assertThat(shown.heightPixels()).isEqualTo(24);
    assertThat(shown.argb(0, 0)).isEqualTo(Pictures.RED);
    assertThat(shown.argb(0, 16)).isEqualTo(Pictures.WHITE);
    assertThat(shown.argb(8, 16)).isZero();
  }

  @Test
  void noSheetsAreADefectOfTheCaller() {
    assertThatThrownBy(() -> Banks.encode(List.of(), Banks.auto(8)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
