package dev.papack.media.png;

import static dev.papack.diagnostic.DiagnosticCode.LFS_POINTER;
import static dev.papack.diagnostic.DiagnosticCode.MEDIA_UNKNOWN;
import static dev.papack.diagnostic.DiagnosticCode.PNG_CHUNK_CONTENT;
import static dev.papack.diagnostic.DiagnosticCode.PNG_CHUNK_CRC;
import static dev.papack.diagnostic.DiagnosticCode.PNG_CHUNK_ORDER;
import static dev.papack.diagnostic.DiagnosticCode.PNG_CHUNK_UNKNOWN;
import static dev.papack.diagnostic.DiagnosticCode.PNG_DATA;
import static dev.papack.diagnostic.DiagnosticCode.PNG_LIMIT;
import static dev.papack.diagnostic.DiagnosticCode.PNG_PALETTE_INDEX;
import static dev.papack.diagnostic.DiagnosticCode.PNG_TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.media.DecodedPicture;
import dev.papack.source.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each rule, named by its defect. */
class PngHostileTest {
  private static final byte[] NONE = {};
  private static final byte[] GREY_PIXEL = PngBytes.deflate(PngBytes.bytes(0, 5));

  static Diagnostic refused(byte[] bytes) {
    Outcome<DecodedPicture> outcome = HostilePng.decode(bytes);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).hasSize(1);
    Diagnostic diagnostic = outcome.diagnostics().getFirst();
    assertThat(diagnostic.location().artifact()).isEqualTo(Artifact.SOURCE);
    assertThat(diagnostic.location().path()).isEqualTo("assets/hero.png");
    assertThat(FirstFix.title(diagnostic)).isPresent();
    return diagnostic;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"files", "chunks", "headers", "order", "palettes", "data"})
  void isRefused(String defect, DiagnosticCode code, int offsetBytes, byte[] bytes) {
    Diagnostic diagnostic = refused(bytes);
    assertThat(diagnostic.code()).as(diagnostic.message()).isEqualTo(code);
    assertThat(diagnostic.location().byteOffset()).as(diagnostic.message()).hasValue(offsetBytes);
  }

  private static Arguments defect(String name, DiagnosticCode code, int offset, PngBytes png) {
    return Arguments.of(name, code, offset, png.array());
  }

  private static Arguments file(String name, DiagnosticCode code, String latin1) {
    return Arguments.of(name, code, 0, latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Stream<Arguments> files() {
    return Stream.of(
        file("nothing", MEDIA_UNKNOWN, ""),
        file("half a signature", PNG_TRUNCATED, "\u0089PNG"),
        file("JPEG", MEDIA_UNKNOWN, "\u00ff\u00d8\u00ff\u00e0 JFIF"),
        file("Git LFS pointer", LFS_POINTER, "version https://git-lfs.github.com/spec/v1\n"),
        file("line ends made Unix", MEDIA_UNKNOWN, "\u0089PNG\n\u001a\n\0\0\0"),
        file("line ends made DOS", MEDIA_UNKNOWN, "\u0089PNG\r\r\n\u001a\r\n\0\0\0"),
        file("noise", MEDIA_UNKNOWN, "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t"));
  }

  private static PngBytes grey() {
    return PngBytes.withHeader(1, 1, 0);
  }

  static Stream<Arguments> chunks() {
    byte[] wrongCrc = grey().rows(0, 5).end().array();
    wrongCrc[8 + 25 + 8] ^= 1;
    PngBytes many = grey();
    for (int i = 0; i < Limits.PNG_CHUNKS; i++) {
      many.chunk("tEXt");
    }
    return Stream.of(
        defect("no chunk", PNG_TRUNCATED, 8, PngBytes.signed()),
        defect("no IEND", PNG_TRUNCATED, 33 + 12 + GREY_PIXEL.length, grey().rows(0, 5)),
        defect("chunk of eleven bytes", PNG_TRUNCATED, 33, grey().raw(new byte[11])),
        defect(
            "length beyond the file",
            PNG_TRUNCATED,
            33,
            grey()
                .raw(PngBytes.bytes(0, 0, 0, 1))
                .raw("IDATcrcc".getBytes(StandardCharsets.UTF_8))),
        defect(
            "length with the sign bit",
            PNG_TRUNCATED,
            33,
            grey().raw(PngBytes.bytes(0x80, 0, 0, 0)).raw(new byte[20])),
        Arguments.of("wrong checksum", PNG_CHUNK_CRC, 33, wrongCrc),
        defect("type with a digit", PNG_CHUNK_UNKNOWN, 37, grey().chunk("tEX1").rows(0, 5).end()),
        defect(
            "type with a byte above ASCII",
            PNG_CHUNK_UNKNOWN,
            37,
            grey().chunk("tEX\u00c4").rows(0, 5).end()),
        defect("reserved bit", PNG_CHUNK_UNKNOWN, 37, grey().chunk("tExt").rows(0, 5).end()),
        defect("unknown critical", PNG_CHUNK_UNKNOWN, 33, grey().chunk("CgBI").rows(0, 5).end()),
        defect(
            "one chunk too many",
            PNG_LIMIT,
            33 + 12 * (Limits.PNG_CHUNKS - 1),
            many.rows(0, 5).end()),
        defect(
            "IEND with content",
            PNG_CHUNK_CONTENT,
            33 + 12 + GREY_PIXEL.length,
            grey().rows(0, 5).chunk("IEND", (byte) 0)));
  }

  private static Arguments header(String name, DiagnosticCode code, int width, int... rest) {
    return defect(name, code, 8, PngBytes.signed().header(width, 1, rest).rows(0, 5).end());
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        header("IHDR of 12 bytes", PNG_CHUNK_CONTENT, 1, 8, 0, 0, 0),
        header("IHDR of 14 bytes", PNG_CHUNK_CONTENT, 1, 8, 0, 0, 0, 0, 0),
        header("width of 0", PNG_CHUNK_CONTENT, 0, 8, 0, 0, 0, 0),
        header("width beyond the limit", PNG_LIMIT, 16_385, 8, 0, 0, 0, 0),
        header("width with the sign bit", PNG_LIMIT, -1, 8, 0, 0, 0, 0),
        header("colour type 1", PNG_CHUNK_CONTENT, 1, 8, 1, 0, 0, 0),
        header("colour type 7", PNG_CHUNK_CONTENT, 1, 8, 7, 0, 0, 0),
        header("depth of 0", PNG_CHUNK_CONTENT, 1, 0, 0, 0, 0, 0),
        header("depth of 3", PNG_CHUNK_CONTENT, 1, 3, 0, 0, 0, 0),
        header("depth of 32", PNG_CHUNK_CONTENT, 1, 32, 0, 0, 0, 0),
        header("palette of 16 bits", PNG_CHUNK_CONTENT, 1, 16, 3, 0, 0, 0),
        header("colours of 4 bits", PNG_CHUNK_CONTENT, 1, 4, 2, 0, 0, 0),
        header("compression method", PNG_CHUNK_CONTENT, 1, 8, 0, 1, 0, 0),
        header("filter method", PNG_CHUNK_CONTENT, 1, 8, 0, 0, 1, 0),
        header("interlace method", PNG_CHUNK_CONTENT, 1, 8, 0, 0, 0, 2),
        defect(
            "height of 0",
            PNG_CHUNK_CONTENT,
            8,
            PngBytes.signed().header(1, 0, 8, 0, 0, 0, 0).rows(0, 5).end()),
        defect(
            "pixels beyond the limit",
            PNG_LIMIT,
            8,
            PngBytes.signed().header(16_384, 4_097, 8, 0, 0, 0, 0).rows(0, 5).end()));
  }

  static Stream<Arguments> order() {
    List<Arguments> all = new ArrayList<>();
    all.add(defect("IHDR not first", PNG_CHUNK_ORDER, 8, PngBytes.signed().chunk("gAMA")));
    all.add(defect("second IHDR", PNG_CHUNK_ORDER, 33, grey().header(1, 1, 8, 0, 0, 0, 0)));
    all.add(defect("no IDAT", PNG_CHUNK_ORDER, 33, grey().end()));
    all.add(
        defect(
            "IDAT in two places",
            PNG_CHUNK_ORDER,
            57,
            grey().chunk("IDAT").chunk("tEXt").rows(0, 5).end()));
    all.add(
        defect(
            "PLTE behind tRNS",
            PNG_CHUNK_ORDER,
            51,
            PngBytes.withHeader(1, 1, 2).chunk("tRNS", new byte[6]).chunk("PLTE", new byte[3])));
    for (String type : List.of("tRNS", "PLTE")) {
      all.add(defect(type + " behind IDAT", PNG_CHUNK_ORDER, 45, grey().chunk("IDAT").chunk(type)));
    }
    all.add(
        defect(
            "second PLTE",
            PNG_CHUNK_ORDER,
            48,
            PngBytes.withHeader(1, 1, 2).chunk("PLTE", new byte[3]).chunk("PLTE", new byte[3])));
    all.add(
        defect(
            "second tRNS",
            PNG_CHUNK_ORDER,
            47,
            grey().chunk("tRNS", new byte[2]).chunk("tRNS", new byte[2])));
    return all.stream();
  }

  private static PngBytes indexed() {
    return PngBytes.withHeader(1, 1, 3);
  }

  static Stream<Arguments> palettes() {
    PngBytes greyAlpha = PngBytes.withHeader(1, 1, 4);
    PngBytes colorAlpha = PngBytes.withHeader(1, 1, 6);
    return Stream.of(
        defect("indexed without PLTE", PNG_CHUNK_ORDER, 33, indexed().rows(0, 0).end()),
        defect("PLTE in grey", PNG_CHUNK_ORDER, 33, grey().chunk("PLTE", new byte[3])),
        defect("PLTE in grey alpha", PNG_CHUNK_ORDER, 33, greyAlpha.chunk("PLTE", new byte[3])),
        defect("PLTE empty", PNG_CHUNK_CONTENT, 33, indexed().chunk("PLTE")),
        defect("PLTE of 4 bytes", PNG_CHUNK_CONTENT, 33, indexed().chunk("PLTE", new byte[4])),
        defect("PLTE beyond depth", PNG_CHUNK_CONTENT, 33, indexed().chunk("PLTE", new byte[15])),
        defect(
            "PLTE of 257",
            PNG_CHUNK_CONTENT,
            33,
            PngBytes.withHeader(1, 1, 2).chunk("PLTE", new byte[257 * 3])),
        defect("tRNS before PLTE", PNG_CHUNK_ORDER, 33, indexed().chunk("tRNS", new byte[1])),
        defect(
            "tRNS longer than PLTE",
            PNG_CHUNK_CONTENT,
            48,
            indexed().chunk("PLTE", new byte[3]).chunk("tRNS", new byte[2])),
        defect("tRNS of 1 in grey", PNG_CHUNK_CONTENT, 33, grey().chunk("tRNS", new byte[1])),
        defect(
            "tRNS of 2 in colours",
            PNG_CHUNK_CONTENT,
            33,
            PngBytes.withHeader(1, 1, 2).chunk("tRNS", new byte[2])),
        defect(
            "tRNS in grey alpha",
            PNG_CHUNK_ORDER,
            33,
            PngBytes.withHeader(1, 1, 4).chunk("tRNS", new byte[2])),
        defect("tRNS in colour alpha", PNG_CHUNK_ORDER, 33, colorAlpha.chunk("tRNS", new byte[6])));
  }

  private static Arguments data(String name, byte[] idat) {
    return defect(name, PNG_DATA, 33, grey().chunk("IDAT", idat).end());
  }

  static Stream<Arguments> data() {
    byte[] wrongAdler = GREY_PIXEL.clone();
    wrongAdler[wrongAdler.length - 1] ^= 1;
    byte[] dictionary = {0x78, (byte) 0xBB, 0, 0, 0, 1, 0, 0, 0, 0};
    byte[] withoutEnd = Arrays.copyOf(GREY_PIXEL, GREY_PIXEL.length - 4);
    byte[] longer = Arrays.copyOf(GREY_PIXEL, GREY_PIXEL.length + 1);
    return Stream.of(
        data("IDAT empty", NONE),
        data("zlib header", PngBytes.bytes(0x78, 0x00, 1, 2, 3, 4)),
        data("zlib window of 64 KiB", PngBytes.bytes(0x88, 0x1C, 1, 2, 3, 4)),
        data("gzip instead of zlib", PngBytes.bytes(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0)),
        data("preset dictionary", dictionary),
        data("deflate block of type 3", PngBytes.bytes(0x78, 0x9C, 7, 0, 0, 0)),
        data("wrong Adler-32", wrongAdler),
        data("no Adler-32", withoutEnd),
        data("row too short", PngBytes.deflate(PngBytes.bytes(0))),
        data("byte too many", PngBytes.deflate(PngBytes.bytes(0, 5, 0))),
        data("filter 5", PngBytes.deflate(PngBytes.bytes(5, 5))),
        data("filter 255", PngBytes.deflate(PngBytes.bytes(255, 5))),
        data("byte behind the stream", longer),
        defect(
            "IDAT behind the stream",
            PNG_DATA,
            33,
            grey().chunk("IDAT", GREY_PIXEL).chunk("IDAT", new byte[1]).end()));
  }

  @Test
  void indexOutsideThePaletteIsRefusedWithItsFirstPixelInReadingOrder() {
    byte[] interlaced =
        PngBytes.signed()
            .header(2, 2, 2, 3, 0, 0, 1)
            .chunk("PLTE", new byte[9])
            // Pass 1: (0,0); pass 6: (1,0); pass 7: (0,1), (1,1).
            .rows(0, 0x00, 0, 0xC0, 0, 0xF0)
            .end()
            .array();
    Diagnostic diagnostic = refused(interlaced);
    assertThat(diagnostic.code()).isEqualTo(PNG_PALETTE_INDEX);
    assertThat(diagnostic.location().pixels()).contains(new PixelRectangle(1, 0, 1, 1));
    assertThat(diagnostic.found()).contains("3");
    assertThat(diagnostic.supported()).contains("0 to 2");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("lookalikes")
  void aFileUnderAWrongNameIsCalledByItsOwn(String latin1, String name) {
    Diagnostic diagnostic = refused(latin1.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(diagnostic.code()).isEqualTo(MEDIA_UNKNOWN);
    assertThat(diagnostic.message()).contains(name);
  }

  static Stream<Arguments> lookalikes() {
    return Stream.of(
        Arguments.of("\u00ff\u00d8\u00ff\u00e1", "JPEG"),
        Arguments.of("RIFF\1\2\3\4WEBPVP8 ", "WebP"),
        Arguments.of("\0\0\0 ftypavif", "AVIF"),
        Arguments.of("8BPS\0\1", "Photoshop"),
        Arguments.of("PK\3\4mimetype", "Krita"),
        Arguments.of("\u0089PNG\n\u001a\n\0", "text mode"),
        Arguments.of("\u00ef\u00bf\u00bdPNG\r\n\u001a\n", "UTF-8"),
        Arguments.of("\tPNG\r\n\u001a\n", "eighth bits"));
  }

  @Test
  void chunkInAPlaceOfItsOwnIsNamedByWhatIsWrong() {
    byte[] headless = PngBytes.signed().chunk("tEXt").end().array();
    assertThat(refused(headless).message()).endsWith("tEXt comes first, but IHDR must come first");
    byte[] twice = grey().chunk("IHDR", new byte[13]).rows(0, 5).end().array();
    assertThat(refused(twice).message()).endsWith("IHDR appears a second time");
  }

  @Test
  void sizeIsRefusedBehindItsLimitsAndNotAtThem() {
    for (int[] size : new int[][] {{16_384, 4_096}, {4_096, 16_384}}) {
      byte[] most = PngBytes.withHeader(size[0], size[1], 0).rows(0, 5).end().array();
      assertThat(refused(most).code()).isEqualTo(DiagnosticCode.PNG_DATA);
    }
    for (int[] size : new int[][] {{16_385, 1}, {1, 16_385}, {16_384, 4_097}}) {
      byte[] more = PngBytes.withHeader(size[0], size[1], 0).rows(0, 5).end().array();
      assertThat(refused(more).code()).isEqualTo(DiagnosticCode.PNG_LIMIT);
    }
  }

  @Test
  void rowsThatNoDataCanHoldAreRefusedBeforeTheyAreAllocated() {
    byte[] header = PngBytes.bytes(0x78);
    byte[] possible = PngBytes.withHeader(1_031, 1, 0).chunk("IDAT", header).end().array();
    assertThat(refused(possible).found()).isEmpty();
    byte[] impossible = PngBytes.withHeader(1_032, 1, 0).chunk("IDAT", header).end().array();
    assertThat(refused(impossible).found()).contains("1 bytes");
  }

  @Test
  void passesWithoutColumnsHaveNoBytes() {
    assertThat(new PngHeader(1, 1, 8, PngColorType.GREYSCALE, PngPass.ADAM7).inflatedBytes())
        .isEqualTo(2);
    assertThat(new PngHeader(5, 3, 8, PngColorType.TRUECOLOR, PngPass.WHOLE).inflatedBytes())
        .isEqualTo(3 * (1 + 15));
  }
}
