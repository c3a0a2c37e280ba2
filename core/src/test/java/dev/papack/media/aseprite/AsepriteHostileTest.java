package dev.papack.media.aseprite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Damage;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import dev.papack.media.PictureChoice;
import dev.papack.source.SourceContent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each rule, named by its defect; and damage of every small kind. */
class AsepriteHostileTest {
  private static final int R = 0xFFFF0000;

  private static AsepriteFile begun() {
    return AsepriteFile.rgb(2, 2).layer("body");
  }

  static Diagnostic refused(byte[] file) {
    return refused(AsepriteFile.decode(file));
  }

  private static Diagnostic refused(Outcome<DecodedPicture> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).hasSize(1);
    Diagnostic fault = outcome.diagnostics().getFirst();
    assertThat(fault.location().path()).isEqualTo("assets/hero.aseprite");
    assertThat(fault.location().byteOffset()).isPresent();
    assertThat(FirstFix.title(fault)).isPresent();
    return fault;
  }

  private static byte[] with(AsepriteFile file, int at, int value) {
    byte[] bytes = file.bytes();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) value);
    return bytes;
  }

  private static AsepriteFile cel(AsepriteFile.Bytes header, byte[] data) {
    return begun().chunk(0x2005, header.u16(1).u16(1).raw(data).array());
  }

  static Stream<Arguments> defects() {
    AsepriteFile whole = begun().cel(0, 0, 0, 1, 1, R);
    byte[] pixel = AsepriteFile.deflate(new byte[4]);
    byte[] badChecksum = pixel.clone();
    badChecksum[pixel.length - 1]++;
    return Stream.of(
        Arguments.of("frame-magic", DiagnosticCode.ASEPRITE_CHUNK, with(whole, 132, 7)),
        Arguments.of("no-frames", DiagnosticCode.ASEPRITE_HEADER, with(whole, 6, 0)),
        Arguments.of("no-columns", DiagnosticCode.ASEPRITE_HEADER, with(whole, 8, 0)),
        Arguments.of("24-bits", DiagnosticCode.ASEPRITE_HEADER, with(whole, 12, 24)),
        Arguments.of("two-frames-of-one", DiagnosticCode.ASEPRITE_TRUNCATED, with(whole, 6, 2)),
        Arguments.of("width-16385", DiagnosticCode.ASEPRITE_LIMIT, with(whole, 8, 16_385)),
        Arguments.of(
            "canvas-4097x4096",
            DiagnosticCode.ASEPRITE_LIMIT,
            AsepriteFile.rgb(4097, 4096).bytes()),
        Arguments.of("frame-of-15-bytes", DiagnosticCode.ASEPRITE_CHUNK, with(whole, 128, 15)),
        Arguments.of("more-chunks", DiagnosticCode.ASEPRITE_CHUNK, with(whole, 134, 3)),
        Arguments.of("chunk-of-5-bytes", DiagnosticCode.ASEPRITE_CHUNK, with(whole, 144, 5)),
        Arguments.of(
            "short-chunk",
            DiagnosticCode.ASEPRITE_CHUNK,
            begun().chunk(0x2005, new byte[3]).chunk(0x2020, new byte[9]).bytes()),
        Arguments.of(
            "layer-in-no-group",
            DiagnosticCode.ASEPRITE_CHUNK,
            begun().layer("x", 1, 0, 1, 0, 255).bytes()),
        Arguments.of(
            "cel-in-no-layer",
            DiagnosticCode.ASEPRITE_CHUNK,
            begun().cel(1, 0, 0, 1, 1, R).bytes()),
        Arguments.of(
            "cel-in-a-group",
            DiagnosticCode.ASEPRITE_CHUNK,
            begun().layer("g", 1, 1, 0, 0, 0).cel(1, 0, 0, 1, 1, R).bytes()),
        Arguments.of(
            "two-cels",
            DiagnosticCode.ASEPRITE_CHUNK,
            begun().cel(0, 0, 0, 1, 1, R).cel(0, 0, 0, 1, 1, R).bytes()),
        Arguments.of(
            "link-to-itself", DiagnosticCode.ASEPRITE_CHUNK, begun().linkedCel(0, 0, 0, 0).bytes()),
        Arguments.of(
            "link-to-nothing",
            DiagnosticCode.ASEPRITE_CHUNK,
            begun().frame().linkedCel(0, 0, 0, 0).bytes()),
        Arguments.of(
            "raw-cel-too-short", DiagnosticCode.ASEPRITE_CHUNK, begun().rawCel(0, 2, 2, R).bytes()),
        Arguments.of(
            "too-few-pixels", DiagnosticCode.ASEPRITE_DATA, begun().cel(0, 0, 0, 2, 2, R).bytes()),
        Arguments.of(
            "too-many-pixels",
            DiagnosticCode.ASEPRITE_DATA,
            begun().cel(0, 0, 0, 1, 1, R, R).bytes()),
        Arguments.of(
            "no-deflate",
            DiagnosticCode.ASEPRITE_DATA,
            cel(AsepriteFile.celHeader(0, 0, 0, 255, 2, 0), new byte[9]).bytes()),
        Arguments.of(
            "wrong-checksum",
            DiagnosticCode.ASEPRITE_DATA,
            cel(AsepriteFile.celHeader(0, 0, 0, 255, 2, 0), badChecksum).bytes()),
        Arguments.of(
            "cel-type-4",
            DiagnosticCode.ASEPRITE_UNSUPPORTED,
            cel(AsepriteFile.celHeader(0, 0, 0, 255, 4, 0), pixel).bytes()),
        Arguments.of(
            "layer-type-3",
            DiagnosticCode.ASEPRITE_UNSUPPORTED,
            begun().layer("x", 1, 3, 0, 0, 255).bytes()),
        Arguments.of(
            "blend-mode-19",
            DiagnosticCode.ASEPRITE_UNSUPPORTED,
            AsepriteFile.rgb(1, 1).layer("x", 1, 0, 0, 19, 255).cel(0, 0, 0, 1, 1, R).bytes()),
        Arguments.of(
            "group-with-opacity",
            DiagnosticCode.ASEPRITE_UNSUPPORTED,
            AsepriteFile.rgb(1, 1).flags(3).layer("g", 1, 1, 0, 0, 128).bytes()),
        Arguments.of(
            "tileset-elsewhere",
            DiagnosticCode.ASEPRITE_UNSUPPORTED,
            AsepriteFile.rgb(1, 1)
                .tileset(0, 5, 1, 1, R)
                .tileLayer("map", 0)
                .tileCel(0, 0, 0, 1, 1, 1)
                .bytes()),
        Arguments.of(
            "huge-cel-often",
            DiagnosticCode.ASEPRITE_LIMIT,
            begun()
                .chunk(
                    0x2005,
                    AsepriteFile.celHeader(0, 0, 0, 255, 2, 0)
                        .u16(65_535)
                        .u16(16_385)
                        .raw(pixel)
                        .array())
                .bytes()),
        Arguments.of(
            "empty-tiles",
            DiagnosticCode.ASEPRITE_CHUNK,
            AsepriteFile.rgb(1, 1)
                .chunk(0x2023, new AsepriteFile.Bytes().raw(new byte[36]).array())
                .bytes()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void isRefused(String defect, DiagnosticCode code, byte[] file) {
    Diagnostic fault = refused(file);
    assertThat(fault.code()).as(fault.message()).isEqualTo(code);
  }

  @Test
  void whatIsNotDrawnIsNamedWithLayerAndFrame() {
    Diagnostic fault =
        refused(
            begun()
                .frame()
                .chunk(0x2005, AsepriteFile.celHeader(0, 0, 0, 255, 9, 0).array())
                .bytes());
    assertThat(fault.message()).startsWith("layer \"body\" in frame 1 has a cel of type 9");
  }

  @Test
  void whatIsNotShownNeedNotBeDrawn() {
    byte[] hidden =
        begun()
            .layer("x", 0, 0, 0, 99, 255)
            .chunk(0x2005, AsepriteFile.celHeader(1, 0, 0, 255, 9, 0).array())
            .bytes();
    assertThat(AsepriteFile.decode(hidden)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void unknownLayersAndTagsAreRefusedWithThoseThatThereAre() {
    SourceContent file =
        SourceContent.of(
            "assets/hero.aseprite",
            begun().tag("walk", 0, 0, 0).tag("twice", 0, 0, 0).tag("twice", 0, 0, 1).bytes());
    Diagnostic layer =
        refused(AsepriteFile.decode(file, new PictureChoice(List.of("head"), Optional.empty())));
    assertThat(layer.code()).isEqualTo(DiagnosticCode.ASEPRITE_LAYER_UNKNOWN);
    assertThat(layer.supported()).contains("body");
    Diagnostic tag =
        refused(AsepriteFile.decode(file, new PictureChoice(List.of(), Optional.of("run"))));
    assertThat(tag.code()).isEqualTo(DiagnosticCode.ASEPRITE_TAG_UNKNOWN);
    assertThat(tag.supported()).contains("walk, twice");
    assertThat(
            refused(AsepriteFile.decode(file, new PictureChoice(List.of(), Optional.of("twice"))))
                .message())
        .contains("2 tags");
  }

  private static List<byte[]> small() {
    return List.of(
        begun()
            .layer("front", 1, 0, 0, 13, 128)
            .cel(0, 0, 0, 2, 2, R, 0x80FF00FF, 0, R)
            .cel(1, 1, -1, 1, 2, R, 0x40123456)
            .tag("walk", 0, 1, 2)
            .frame()
            .linkedCel(0, 1, 0, 0)
            .bytes(),
        AsepriteFile.indexed(2, 2, 1, R, 0xFF00FF00, 0xFF0000FF)
            .tileset(0, 6, 1, 1, 0, 2)
            .tileLayer("map", 0)
            .tileCel(0, 0, 0, 2, 1, 1, 0x80000001)
            .bytes());
  }

  @Test
  void everyPrefixIsRefusedAndEveryFlippedBitGetsAVerdict() {
    int cuts = 0;
    int flips = 0;
    int accepted = 0;
    for (byte[] file : small()) {
      for (byte[] cut : (Iterable<byte[]>) Damage.everyCut(file)::iterator) {
        assertThat(AsepriteFile.decode(cut)).isInstanceOf(Outcome.Refused.class);
        cuts++;
      }
      for (byte[] flipped : (Iterable<byte[]>) Damage.everyFlippedBit(file)::iterator) {
        flips++;
        if (AsepriteFile.decode(flipped) instanceof Outcome.Accepted<DecodedPicture>) {
          accepted++;
        }
      }
    }
    // Only compressed data has a checksum: a layer of another opacity is a layer.
    assertThat(accepted).isBetween(flips / 10, flips * 9 / 10);
    Campaign.report(
        "damage-aseprite",
        String.format(
            Locale.ROOT,
            "%,d truncations, all refused; %,d flipped bits, %,d refused, the rest decoded",
            cuts,
            flips,
            flips - accepted));
  }
}
