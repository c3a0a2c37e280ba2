package dev.papack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.papack.container.PackFault.Stage;
import dev.papack.container.SupportedFormats.Concern;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 1 to 5 of the reading order, one defect per test. */
final class HostilePreludeTest {
  private static PackForge forge() {
    return PackForge.of(SamplePacks.both());
  }

  static Stream<Arguments> otherFormats() {
    return Stream.of(
        arguments("version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        arguments("PK\u0003\u0004 and then an archive", "a ZIP archive"),
        arguments("PK\u0005\u0006" + "\0".repeat(18), "an empty ZIP archive"),
        arguments("{\"artifact\": \"asset\"}", "JSON"),
        arguments("[1, 2, 3, 4, 5, 6, 7, 8]", "JSON"),
        arguments("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "a PNG picture"),
        arguments("RIFF$\0\0\0WAVEfmt ", "WAV"),
        arguments("\u001F\u008B\b\0 and then deflate", "gzip"));
  }

  @ParameterizedTest
  @MethodSource("otherFormats")
  void anotherFormatIsNamed(String content, String name) throws Exception {
    PackFault fault = Refusals.refusal(content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(fault.stage()).isEqualTo(Stage.NOT_A_PACK);
    assertThat(fault.message()).contains(name);
  }

  @Test
  void anEmptyFileIsNamed() throws Exception {
    assertThat(Refusals.refusal(new byte[0]).message()).contains("empty");
  }

  @Test
  void anUnknownFileIsNotAPack() throws Exception {
    PackFault fault = Refusals.refusal(new byte[1_000]);

    assertThat(fault.stage()).isEqualTo(Stage.NOT_A_PACK);
    assertThat(fault.found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 15})
  void firstBytesOfAPackAreNamed(int count) throws Exception {
    PackFault fault = Refusals.refusal(Arrays.copyOf(forge().build(), count));

    assertThat(fault.stage()).isEqualTo(Stage.NOT_A_PACK);
    assertThat(fault.message()).contains("first " + count + " bytes of a pack");
  }

  static Stream<Arguments> lineEnds() {
    return Stream.of(
        arguments("\r\n", "\n", "CRLF became LF"),
        arguments("\n", "\r\n", "LF became CRLF"),
        arguments("\r", "\n", "CR became LF"));
  }

  @ParameterizedTest
  @MethodSource("lineEnds")
  void convertedLineEndsAreNamed(String from, String to, String name) throws Exception {
    String text = PackForge.ascii(forge().build()).replace(from, to);

    PackFault fault = Refusals.refusal(text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(fault.stage()).isEqualTo(Stage.NOT_A_PACK);
    assertThat(fault.message()).contains(name);
  }

  @Test
  void convertedLoneLineFeedsAreNamed() throws Exception {
    String text = PackForge.ascii(forge().build()).replaceAll("(?<!\r)\n", "\r\n");

    assertThat(Refusals.refusal(text.getBytes(StandardCharsets.ISO_8859_1)).message())
        .contains("LF became CRLF");
  }

  @Test
  void aStrippedHighBitIsNamed() throws Exception {
    byte[] pack = forge().build();
    for (int i = 0; i < pack.length; i++) {
      pack[i] &= 0x7F;
    }

    assertThat(Refusals.refusal(pack).message()).contains("high bit");
  }

  @Test
  void aConversionToUtf8IsNamed() throws Exception {
    byte[] pack = forge().build();

    assertThat(Refusals.refusal(PackForge.ascii(pack).getBytes(StandardCharsets.UTF_8)).message())
        .contains("converted to UTF-8");
    String decoded = new String(pack, StandardCharsets.UTF_8);
    assertThat(Refusals.refusal(decoded.getBytes(StandardCharsets.UTF_8)).message())
        .contains("decoded as if it were UTF-8");
  }

  @Test
  void stemChecksumOfOtherBytes() throws Exception {
    assertThat(Refusals.refusal(forge().damagedStem().build()).stage()).isEqualTo(Stage.DAMAGED);
  }

  @Test
  void envelopeVersionZero() throws Exception {
    PackFault fault = Refusals.refusal(forge().envelopeVersion(0).build());

    assertThat(fault.stage()).isEqualTo(Stage.DAMAGED);
    assertThat(fault.message()).contains("version 0");
  }

  @ParameterizedTest
  @CsvSource({"2,2", "2147483647,2147483647", "-1,4294967295"})
  void envelopeVersionFromTheFuture(int stored, long found) throws Exception {
    PackFault fault = Refusals.refusal(forge().envelopeVersion(stored).build());

    assertThat(fault.stage()).isEqualTo(Stage.TOO_NEW);
    assertThat(fault.version())
        .isEqualTo(
            Optional.of(
                new PackFault.UnsupportedVersion(Concern.ENVELOPE, found, new FormatWindow(1, 1))));
  }

  @Test
  void theFutureIsToldFromSixteenBytes() throws Exception {
    byte[] stem = Arrays.copyOf(forge().envelopeVersion(2).build(), 16);

    assertThat(Refusals.refusal(stem).stage()).isEqualTo(Stage.TOO_NEW);
  }

  @Test
  void envelopeVersionBelowTheWindow() throws Exception {
    FormatWindow bank = new FormatWindow(1, 1);
    SupportedFormats later = new SupportedFormats(new FormatWindow(2, 3), bank, bank);

    PackFault fault = Refusals.refusal(forge().build(), later);
    assertThat(fault.stage()).isEqualTo(Stage.TOO_OLD);
    assertThat(fault.message()).contains("envelope").contains("2..3");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, (64L << 20) + 1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1})
  void headerLengthOutsideItsLimit(long length) throws Exception {
    PackFault fault = Refusals.refusal(forge().headerLength(length).build());

    assertThat(fault.stage()).isEqualTo(Stage.LIMIT);
    assertThat(fault.message()).contains("header_length " + Long.toUnsignedString(length));
  }

  @ParameterizedTest
  @ValueSource(longs = {(64L << 30) + 1, Long.MAX_VALUE, Long.MIN_VALUE, -1, -64})
  void payloadLengthOutsideItsLimit(long length) throws Exception {
    PackFault fault = Refusals.refusal(forge().payloadLength(length).build());

    assertThat(fault.stage()).isEqualTo(Stage.LIMIT);
    assertThat(fault.message()).contains("payload_length " + Long.toUnsignedString(length));
  }

  @Test
  void lengthsAtTheirLimitsOfBytesThatAreNotThere() throws Exception {
    assertThat(Refusals.refusal(forge().headerLength(64L << 20).build()).stage())
        .isEqualTo(Stage.TRUNCATED);
    PackFault fault = Refusals.refusal(forge().payloadLength(64L << 30).build());
    assertThat(fault.stage()).isEqualTo(Stage.TRUNCATED);
    assertThat(fault.message()).contains("truncated, or damaged");
  }

  @Test
  void payloadLengthOfFewerBytesThanThereAre() throws Exception {
    PackFault fault = Refusals.refusal(forge().payloadLength(0).build());

    assertThat(fault.stage()).isEqualTo(Stage.EXTENDED);
    assertThat(fault.message()).contains("extended, or damaged");
  }

  @Test
  void headerPaddingThatIsNotZero() throws Exception {
    PackFault fault = Refusals.refusal(forge().headerPaddingByte(1).build());

    assertThat(fault.stage()).isEqualTo(Stage.HEADER_PADDING);
    assertThat(fault.message()).contains("after the header");
    assertThat(fault.offsetBytes().getAsLong())
        .isEqualTo(64 + SamplePacks.both().headerJson().length());
  }

  @Test
  void headerDigestOfOtherBytes() throws Exception {
    assertThat(Refusals.refusal(forge().damagedDigest().build()).stage())
        .isEqualTo(Stage.HEADER_DIGEST);
  }
}
