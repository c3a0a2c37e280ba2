package dev.papack.media.gif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Damage;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.DecodedPicture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each rule, named by its defect; and damage of every small kind. */
class GifHostileTest {
  private static final int HEADER_BYTES = 13 + 4 * 3;

  private static GifFile begun() {
    return GifFile.of("89a", 2, 2);
  }

  static Diagnostic refused(byte[] gif) {
    Outcome<DecodedPicture> outcome = GifFile.decode(gif);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).hasSize(1);
    Diagnostic fault = outcome.diagnostics().getFirst();
    assertThat(fault.location().path()).isEqualTo("assets/hero.gif");
    assertThat(FirstFix.title(fault)).isPresent();
    return fault;
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Arguments defect(String name, DiagnosticCode code, int offset, byte[] gif) {
    return Arguments.of(name, code, offset, gif);
  }

  static Stream<Arguments> defects() {
    GifFile.Bits clear = new GifFile.Bits().put(4, 3);
    return Stream.of(
        defect("signature-only", DiagnosticCode.GIF_TRUNCATED, 6, latin1("GIF89a")),
        defect("half-a-signature", DiagnosticCode.GIF_TRUNCATED, 3, latin1("GIF")),
        defect("version-90a", DiagnosticCode.GIF_BLOCK, 0, latin1("GIF80a.......")),
        defect("no-columns", DiagnosticCode.GIF_EMPTY, 6, GifFile.withoutPalette(0, 1).end()),
        defect("no-frame", DiagnosticCode.GIF_EMPTY, HEADER_BYTES, begun().end()),
        defect("side-16385", DiagnosticCode.GIF_LIMIT, 6, GifFile.withoutPalette(16_385, 1).end()),
        defect(
            "screen-4097x4096",
            DiagnosticCode.GIF_LIMIT,
            6,
            GifFile.withoutPalette(4097, 4096).end()),
        defect(
            "frame-65535x65535",
            DiagnosticCode.GIF_LIMIT,
            HEADER_BYTES,
            begun().image(0, 0, 65_535, 65_535).end()),
        defect(
            "no-palette",
            DiagnosticCode.GIF_NO_PALETTE,
            13,
            GifFile.withoutPalette(1, 1).image(0, 0, 1, 1, 0).end()),
        defect("unknown-block", DiagnosticCode.GIF_BLOCK, HEADER_BYTES, begun().bytes(7).end()),
        defect(
            "control-of-5-bytes",
            DiagnosticCode.GIF_BLOCK,
            HEADER_BYTES + 1,
            begun().bytes(0x21, 0xF9, 5, 0, 0, 0, 0, 0, 0).image(0, 0, 1, 1, 0).end()),
        defect(
            "codes-of-0-bits",
            DiagnosticCode.GIF_DATA,
            HEADER_BYTES + 10,
            begun().descriptor(0, 0, 1, 1, 0).data(0, new byte[9]).end()),
        defect(
            "codes-of-9-bits",
            DiagnosticCode.GIF_DATA,
            HEADER_BYTES + 10,
            begun().descriptor(0, 0, 1, 1, 0).data(9, new byte[9]).end()),
        defect(
            "too-little-data-for-all-pixels",
            DiagnosticCode.GIF_DATA,
            HEADER_BYTES + 10,
            begun().descriptor(0, 0, 100, 100, 0).data(2, clear.bytes()).end()),
        defect(
            "end-before-last-pixel",
            DiagnosticCode.GIF_DATA,
            HEADER_BYTES + 13,
            begun().descriptor(0, 0, 2, 2, 0).data(2, GifFile.codes(2, 1, 1)).end()),
        defect(
            "code-behind-the-table",
            DiagnosticCode.GIF_DATA,
            HEADER_BYTES + 13,
            begun()
                .descriptor(0, 0, 2, 2, 0)
                .data(2, new GifFile.Bits().put(4, 3).put(1, 3).put(7, 3).put(5, 3).bytes())
                .end()),
        defect(
            "first-code-not-a-pixel",
            DiagnosticCode.GIF_DATA,
            HEADER_BYTES + 12,
            begun()
                .descriptor(0, 0, 2, 2, 0)
                .data(2, new GifFile.Bits().put(4, 3).put(6, 3).put(5, 3).bytes())
                .end()),
        defect(
            "no-trailer",
            DiagnosticCode.GIF_TRUNCATED,
            HEADER_BYTES + 15,
            begun().image(0, 0, 2, 1, 0, 1).array()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void isRefused(String defect, DiagnosticCode code, int offsetBytes, byte[] gif) {
    Diagnostic fault = refused(gif);
    assertThat(fault.code()).as(fault.message()).isEqualTo(code);
    assertThat(fault.location().byteOffset()).as(fault.message()).hasValue(offsetBytes);
  }

  @Test
  void aColourBehindThePaletteIsRefusedWithItsPixel() {
    byte[] gif =
        begun()
            .image(0, 0, 2, 2, 0, 0, 0, 0)
            .descriptor(0, 1, 2, 1, 0)
            .data(3, GifFile.codes(3, 0, 6))
            .end();
    Diagnostic fault = refused(gif);
    assertThat(fault.code()).isEqualTo(DiagnosticCode.GIF_PALETTE_INDEX);
    assertThat(fault.message()).contains("frame 1 uses colour 6");
    assertThat(fault.location().pixels().orElseThrow().x()).isEqualTo(1);
    assertThat(fault.location().pixels().orElseThrow().y()).isEqualTo(1);
  }

  private static List<byte[]> small() {
    return List.of(
        begun().image(0, 0, 2, 2, 0, 1, 2, 3).end(),
        begun()
            .control(3, 5, 2)
            .image(0, 0, 2, 1, 0, 1)
            .control(2, 5)
            .ownImage(new int[] {1, 2, 3, 4}, 1, 0, 1, 2, 0, 1)
            .control(1, 5, 1)
            .descriptor(0, 0, 2, 2, 0x40)
            .data(2, GifFile.codes(2, 0, 1, 2, 3))
            .end());
  }

  @Test
  void everyPrefixIsRefusedAndEveryFlippedBitGetsAVerdict() {
    int cuts = 0;
    int flips = 0;
    int accepted = 0;
    for (byte[] gif : small()) {
      for (byte[] cut : (Iterable<byte[]>) Damage.everyCut(gif)::iterator) {
        if (cut.length > 0) {
          refused(cut);
          cuts++;
        }
      }
      for (byte[] flipped : (Iterable<byte[]>) Damage.everyFlippedBit(gif)::iterator) {
        flips++;
        if (GifFile.decode(flipped) instanceof Outcome.Accepted<DecodedPicture>) {
          accepted++;
        } else {
          refused(flipped);
        }
      }
    }
    // GIF has no checksums: a changed colour is a colour.
    assertThat(accepted).isBetween(flips / 10, flips * 9 / 10);
    Campaign.report(
        "damage-gif",
        String.format(
            Locale.ROOT,
            "%,d truncations, all refused; %,d flipped bits, %,d refused, the rest decoded",
            cuts,
            flips,
            flips - accepted));
  }
}
