package dev.papack.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.papack.asset.TilesSettings;
import dev.papack.asset.TilesSettings.Fit;
import dev.papack.asset.TilesSettings.Index0;
import dev.papack.asset.TilesSettings.Palettes;
import dev.papack.container.TilesMetadata;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.media.Rgb565;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TilesEncoderRoundTripTest {
  private static final long SEED = 565;
  private static final List<Integer> SIZES = List.of(8, 16, 32);

  @Test
  void everyPixelComesBackRounded() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int encoded = 0;
    for (int i = 0; i < 600; i++) {
      TilesSettings settings = randomSettings(random);
      List<TestSheet> sheets = randomSheets(random, settings);
      if (Banks.encode(sheets, settings) instanceof Outcome.Accepted<Bank>(Bank bank, List<?> _)) {
        assertShows(bank, sheets, settings);
        encoded++;
      }
    }
    assertThat(encoded).isGreaterThan(400);
  }

  private static TilesSettings randomSettings(Random random) {
    Palettes palettes = random.nextBoolean() ? Palettes.AUTO : Palettes.INDEXED;
    return new TilesSettings(
        SIZES.get(random.nextInt(3)),
        palettes,
        random.nextBoolean() ? Fit.PAD : Fit.EXACT,
        OptionalInt.of(1 + random.nextInt(255)),
        palettes == Palettes.INDEXED ? Index0.TRANSPARENT : Index0.AS_DECLARED);
  }

  private static List<TestSheet> randomSheets(Random random, TilesSettings settings) {
    int[] colors = random.ints(1 + random.nextInt(16), 0, 1).toArray();
    for (int i = 0; i < colors.length; i++) {
      colors[i] = Pictures.anyArgb(random);
    }
    List<TestSheet> sheets = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      sheets.add(
          new TestSheet(
              Location.of(Artifact.SOURCE, i + ".png"), randomPicture(random, settings, colors)));
    }
    return sheets;
  }

  private static ArgbPicture randomPicture(Random random, TilesSettings settings, int[] colors) {
    int unit = settings.fit() == Fit.PAD ? 1 : settings.tileSizePixels();
    int width = (1 + random.nextInt(80 / unit)) * unit;
    int height = (1 + random.nextInt(80 / unit)) * unit;
    byte[] indices = new byte[width * height];
    int[] argb = new int[width * height];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (byte) random.nextInt(colors.length);
      argb[i] = colors[indices[i]];
    }
    return settings.palettes() == Palettes.INDEXED
        ? ArgbPicture.indexed(width, height, colors.clone(), indices)
        : ArgbPicture.of(width, height, argb);
  }

  /** Written from the contract, not from the encoder: every pixel of every tile in list order. */
  private static void assertShows(Bank bank, List<TestSheet> sheets, TilesSettings settings) {
    TilesMetadata metadata = (TilesMetadata) bank.metadata();
    ArgbPicture shown = Banks.shown(Banks.payload(bank), metadata);
    int size = settings.tileSizePixels();
    int bankTile = 0;
    for (TestSheet sheet : sheets) {
      ArgbPicture picture = sheet.picture();
      for (int top = 0; top < picture.heightPixels(); top += size) {
        for (int left = 0; left < picture.widthPixels(); left += size) {
          int shownLeft = bankTile % metadata.columns() * size;
          int shownTop = bankTile / metadata.columns() * size;
          for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
              int expected = expected(picture, left + x, top + y, settings);
              if (shown.argb(shownLeft + x, shownTop + y) != expected) {
                assertThat(shown.argb(shownLeft + x, shownTop + y))
                    .as("%s tile %d at %d,%d", sheet.location().path(), bankTile, x, y)
                    .isEqualTo(expected);
              }
            }
          }
          bankTile++;
        }
      }
    }
    assertThat(metadata.tileCount()).isEqualTo(bankTile);
    int firstWidth = sheets.getFirst().picture().widthPixels();
    assertThat(metadata.columns()).isEqualTo((firstWidth + size - 1) / size);
  }

  private static int expected(ArgbPicture picture, int x, int y, TilesSettings settings) {
    if (x >= picture.widthPixels() || y >= picture.heightPixels()) {
      return 0;
    }
    int argb = picture.argb(x, y);
    boolean isIndex0 = picture.isIndexed() && picture.index(x, y) == 0;
    return argb >>> 24 < settings.alphaThreshold().orElseThrow() || isIndex0
        ? 0
        : Rgb565.nearest(argb).argb();
  }

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
