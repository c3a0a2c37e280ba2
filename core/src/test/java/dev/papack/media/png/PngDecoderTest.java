package dev.papack.media.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.ArgbPicture;
import dev.papack.media.IndexedPicture;
import dev.papack.media.Picture;
import dev.papack.media.Rgb565;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of valid files. */
class PngDecoderTest {
  private static final long SEED = 0x504e47;

  static ArgbPicture accepted(byte[] bytes) {
    return ArgbPicture.of(picture(bytes));
  }

  private static Picture picture(byte[] bytes) {
    Outcome<Picture> outcome = PngBytes.decode(bytes);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(outcome.diagnostics()).isEmpty();
    return ((Outcome.Accepted<Picture>) outcome).value();
  }

  @ParameterizedTest(name = "colour type {0} of {1} bits")
  @CsvSource({
    "0,1", "0,2", "0,4", "0,8", "0,16", "2,8", "2,16", "3,1", "3,2", "3,4", "3,8", "4,8", "4,16",
    "6,8", "6,16"
  })
  void everySizeUpToTwoAdam7BlocksDecodesToItsSamples(int colorType, int depth) {
    Random random = new Random(SEED);
    for (int width = 1; width <= 17; width++) {
      for (int height = 1; height <= 17; height++) {
        SyntheticPng png = new SyntheticPng(width, height, depth, colorType, random);
        for (int interlace = 0; interlace <= 1; interlace++) {
          requireSame(picture(png.encode(interlace)), png, interlace);
        }
      }
    }
  }

  private static void requireSame(Picture picture, SyntheticPng png, int interlace) {
    String name = png.width + "x" + png.height + ", interlace " + interlace + ", seed " + SEED;
    assertThat(picture.widthPixels()).as(name).isEqualTo(png.width);
    assertThat(picture.heightPixels()).as(name).isEqualTo(png.height);
    ArgbPicture exact = ArgbPicture.of(picture);
    for (int y = 0; y < png.height; y++) {
      for (int x = 0; x < png.width; x++) {
        int color = png.argb(x, y);
        assertThat(picture.color(x, y))
            .isEqualTo(color >>> 24 == 255 ? Rgb565.nearest(color).bits() : Picture.TRANSPARENT);
        if (exact.argb(x, y) != png.argb(x, y)) {
          assertThat(Integer.toHexString(exact.argb(x, y)))
              .as("%s, pixel %d,%d", name, x, y)
              .isEqualTo(Integer.toHexString(png.argb(x, y)));
        }
        if (picture instanceof IndexedPicture indexed) {
          assertThat(indexed.index(x, y)).isEqualTo(png.samples[y][x][0]);
        }
      }
    }
    assertThat(picture instanceof IndexedPicture).isEqualTo(png.colorType == 3);
  }

  @Test
  void every16BitSampleRoundsByTheRule() {
    int side = 256;
    int[] rows = new int[side * (1 + 2 * side)];
    for (int v = 0; v < side * side; v++) {
      int at = v / side * (1 + 2 * side) + 1 + 2 * (v % side);
      rows[at] = v >> 8;
      rows[at + 1] = v & 0xFF;
    }
    ArgbPicture picture =
        accepted(PngBytes.signed().header(side, side, 16, 0, 0, 0, 0).rows(rows).end().array());
    for (int v = 0; v < side * side; v++) {
      assertThat(picture.argb(v % side, v / side) & 0xFF).isEqualTo((v * 255 + 32767) / 65535);
    }
  }

  @Test
  void colourKeyOf16BitsTellsColoursApartThat8BitsCannot() {
    ArgbPicture picture =
        accepted(
            PngBytes.signed()
                .header(2, 1, 16, 0, 0, 0, 0)
                .chunk("tRNS", PngBytes.bytes(0x80, 0x01))
                .rows(0, 0x80, 0x01, 0x80, 0x02)
                .end()
                .array());
    assertThat(picture.argb(0, 0)).isEqualTo(0x00808080);
    assertThat(picture.argb(1, 0)).isEqualTo(0xFF808080);
  }

  @Test
  void colourKeyBitsAboveTheDepthDoNotCount() {
    ArgbPicture picture =
        accepted(
            PngBytes.withHeader(1, 1, 0)
                .chunk("tRNS", PngBytes.bytes(0xFF, 7))
                .rows(0, 7)
                .end()
                .array());
    assertThat(picture.argb(0, 0)).isEqualTo(0x00070707);
  }

  @Test
  void paletteEntriesBeyondTheTransparencyAreOpaque() {
    IndexedPicture picture =
        (IndexedPicture)
            picture(
                PngBytes.withHeader(1, 1, 3)
                    .chunk("PLTE", PngBytes.bytes(1, 2, 3, 4, 5, 6))
                    .chunk("tRNS", PngBytes.bytes(9))
                    .rows(0, 0x40)
                    .end()
                    .array());
    assertThat(picture.paletteSize()).isEqualTo(2);
    assertThat(picture.paletteArgb(0)).isEqualTo(0x09010203);
    assertThat(picture.paletteArgb(1)).isEqualTo(0xFF040506);
    assertThat(picture.index(0, 0)).isEqualTo(1);
  }

  @Test
  void bitsBehindTheLastPixelOfARowMeanNothing() {
    ArgbPicture picture =
        accepted(
            PngBytes.withHeader(1, 1, 3)
                .chunk("PLTE", PngBytes.bytes(1, 2, 3))
                .rows(0, 0x3F)
                .end()
                .array());
    assertThat(picture.argb(0, 0)).isEqualTo(0xFF010203);
  }

  @Test
  void metadataChangesNoPixelWhateverItHolds() {
    byte[] nonsense = {1, 2, 3};
    PngBytes png = PngBytes.withHeader(1, 1, 2);
    for (String type : List.of("cHRM", "cICP", "gAMA", "iCCP", "mDCV", "cLLI", "sBIT", "sRGB")) {
      png.chunk(type, nonsense);
    }
    png.chunk("PLTE", nonsense).chunk("bKGD", nonsense).chunk("hIST", nonsense);
    png.chunk("pHYs", nonsense).chunk("sPLT", nonsense).chunk("sPLT", nonsense);
    png.chunk("tEXt", nonsense).chunk("vpAg", nonsense).chunk("vpAg", nonsense);
    png.rows(0, 10, 20, 30);
    png.chunk("eXIf", nonsense).chunk("tIME", nonsense).chunk("tEXt", nonsense);
    png.chunk("iTXt", nonsense).chunk("zTXt", nonsense).chunk("zTXt", nonsense);
    assertThat(accepted(png.end().array()).argb(0, 0)).isEqualTo(0xFF0A141E);
  }

  @Test
  void animationGivesItsDefaultImageAndAWarning() {
    PngBytes png =
        PngBytes.withHeader(1, 1, 0)
            .chunk("acTL", new byte[8])
            .chunk("fcTL", new byte[26])
            .rows(0, 5)
            .chunk("fcTL", new byte[26])
            .chunk("fdAT", new byte[9])
            .chunk("fcTL", new byte[26])
            .chunk("fdAT", new byte[9])
            .end();
    Outcome<Picture> outcome = PngBytes.decode(png.content());
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(ArgbPicture.of(((Outcome.Accepted<Picture>) outcome).value()).argb(0, 0))
        .isEqualTo(0xFF050505);
    assertThat(outcome.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.PNG_ANIMATION);
  }

  @Test
  void ancillaryChunkOfAnyLettersIsSkipped() {
    for (String type : List.of("zzZz", "aaAa")) {
      byte[] png = PngBytes.withHeader(1, 1, 0).chunk(type).rows(0, 5).end().array();
      assertThat(PngBytes.decode(png)).as(type).isInstanceOf(Outcome.Accepted.class);
    }
  }

  /** The picture is as without the fault, and the fault is one warning. */
  private static void assertWarned(PngBytes png, DiagnosticCode code, long offsetBytes) {
    Outcome<Picture> outcome = PngBytes.decode(png.content());
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(ArgbPicture.of(((Outcome.Accepted<Picture>) outcome).value()).argb(0, 0))
        .isEqualTo(0xFF050505);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(code);
          assertThat(warning.isError()).isFalse();
          assertThat(warning.location().byteOffset()).hasValue(offsetBytes);
        });
  }

  private static PngBytes grey() {
    return PngBytes.withHeader(1, 1, 0);
  }

  @Test
  void bytesAfterTheEndAreAWarning() {
    PngBytes whole = grey().rows(0, 5).end();
    int size = whole.array().length;
    assertWarned(whole.raw((byte) 0), DiagnosticCode.PNG_TRAILING_BYTES, size);
    Outcome<Picture> outcome = PngBytes.decode(grey().rows(0, 5).end().raw((byte) 0).content());
    assertThat(outcome.diagnostics().getFirst().message())
        .isEqualTo("there is 1 byte after the end of the PNG: ignored");
  }

  @Test
  void chunksThatDecideNoPixelMayBeDoubledAndAnywhere() {
    for (String type :
        List.of(
            "cHRM", "cICP", "gAMA", "iCCP", "mDCV", "cLLI", "sBIT", "sRGB", "bKGD", "acTL", "eXIf",
            "pHYs", "tIME", "fcTL")) {
      if (!type.equals("acTL")) {
        assertWarned(
            grey().chunk(type).chunk(type).rows(0, 5).end(), DiagnosticCode.PNG_CHUNK_ORDER, 45);
      }
    }
    for (String type :
        List.of(
            "cHRM", "cICP", "gAMA", "iCCP", "mDCV", "cLLI", "sBIT", "sRGB", "bKGD", "hIST", "pHYs",
            "sPLT")) {
      PngBytes png = grey().rows(0, 5);
      int behind = png.array().length;
      assertWarned(png.chunk(type).end(), DiagnosticCode.PNG_CHUNK_ORDER, behind);
    }
    assertWarned(grey().chunk("hIST").rows(0, 5).end(), DiagnosticCode.PNG_CHUNK_ORDER, 33);
    assertWarned(grey().chunk("fdAT").rows(0, 5).end(), DiagnosticCode.PNG_CHUNK_ORDER, 33);
  }

  @Test
  void severalSuchChunksAreOneWarning() {
    assertWarned(
        grey().chunk("tIME").chunk("tIME").chunk("tIME").rows(0, 5).chunk("gAMA").end(),
        DiagnosticCode.PNG_CHUNK_ORDER,
        45);
  }

  private static PngBytes animation(int frames) {
    return grey().chunk("acTL", new byte[] {0, 0, 0, (byte) frames, 0, 0, 0, 0});
  }

  @Test
  void animationOfOneFrameThatIsTheDefaultImageLosesNothing() {
    byte[] png = animation(1).chunk("fcTL", new byte[26]).rows(0, 5).end().array();
    assertThat(PngBytes.decode(png).diagnostics()).isEmpty();
  }

  @Test
  void oneFrameBesideTheDefaultImageIsLost() {
    PngBytes png =
        animation(1).rows(0, 5).chunk("fcTL", new byte[26]).chunk("fdAT", new byte[9]).end();
    assertWarned(png, DiagnosticCode.PNG_ANIMATION, 33);
  }

  @Test
  void bitsOfAKeyAboveTheDepthDoNotCount() {
    byte[] png =
        PngBytes.withHeader(1, 1, 2)
            .chunk("tRNS", PngBytes.bytes(0xFF, 10, 1, 20, 0x80, 30))
            .rows(0, 10, 20, 30)
            .end()
            .array();
    assertThat(accepted(png).argb(0, 0) >>> 24).isZero();
  }
}
