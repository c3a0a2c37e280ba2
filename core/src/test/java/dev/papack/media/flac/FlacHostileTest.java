package dev.papack.media.flac;

import static dev.papack.diagnostic.DiagnosticCode.FLAC_CHANGE;
import static dev.papack.diagnostic.DiagnosticCode.FLAC_FRAME;
import static dev.papack.diagnostic.DiagnosticCode.FLAC_MD5;
import static dev.papack.diagnostic.DiagnosticCode.FLAC_METADATA;
import static dev.papack.diagnostic.DiagnosticCode.FLAC_TRUNCATED;
import static dev.papack.diagnostic.DiagnosticCode.WAV_EMPTY;
import static dev.papack.diagnostic.DiagnosticCode.WAV_LIMIT;
import static dev.papack.media.flac.FlacFile.SIGNATURE;
import static dev.papack.media.flac.FlacFile.block;
import static dev.papack.media.flac.FlacFile.header;
import static dev.papack.media.flac.FlacFile.join;
import static dev.papack.media.flac.FlacFile.withCrc16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.papack.Damage;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.TestSounds;
import dev.papack.media.flac.FlacFile.Coding;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlacHostileTest {
  private static final FlacFile SMALL = FlacFile.small();
  private static final byte[] GOOD = SMALL.bytes();
  private static final byte[] INFO = block(0, true, SMALL.streamInfo());
  private static final byte[] FRAMES = SMALL.frames(Coding.FIXED_2, 0);
  private static final byte[] STEREO =
      new FlacFile(16, 22_050, new long[][] {SMALL.samples()[0], SMALL.samples()[0]}, 16).bytes();

  /** Name of the defect, the file, the code, a part of its message. */
  static Stream<Arguments> defects() {
    return Stream.of(
        arguments("signature alone", SIGNATURE, FLAC_TRUNCATED, "4 bytes"),
        arguments("no STREAMINFO", file(block(1, true, new byte[9]), FRAMES), FLAC_METADATA, "no"),
        arguments("two", file(first(), INFO, FRAMES), FLAC_METADATA, "second time"),
        arguments("short", file(block(0, true, new byte[30]), FRAMES), FLAC_METADATA, "30 bytes"),
        arguments("long block", file(first(), longBlock(), FRAMES), FLAC_METADATA, "goes to byte"),
        arguments("type 127", file(first(), block(127, true, new byte[9])), FLAC_METADATA, "none"),
        arguments("frames for metadata", file(first(), FRAMES), FLAC_METADATA, "none"),
        arguments("no frames", file(INFO), FLAC_TRUNCATED, "has 0 frames"),
        arguments("no frames and no length", file(info(0, 0)), WAV_EMPTY, "no frames"),
        arguments("noise for frames", file(INFO, new byte[40]), FLAC_FRAME, "frame 0"),
        arguments("three bits", file(bits(3), FRAMES), FLAC_METADATA, "3 bits"),
        arguments("no sample rate", file(rate(0), FRAMES), WAV_LIMIT, "0 Hz"),
        arguments("rate of 999 Hz", file(rate(999), FRAMES), WAV_LIMIT, "999 Hz"),
        arguments("last frame missing", file(INFO, without(3)), FLAC_TRUNCATED, "48 frames"),
        arguments("first frame missing", file(INFO, without(0)), FLAC_FRAME, "frame 1, but 0"),
        arguments("frame missing", file(INFO, without(1)), FLAC_FRAME, "frame 2, but 1"),
        arguments("frame twice", file(INFO, FRAMES, FRAMES), FLAC_FRAME, "frame 0, but 4"),
        arguments("cut in a frame", Arrays.copyOf(GOOD, GOOD.length - 9), FLAC_TRUNCATED, "ends"),
        arguments("other samples", file(INFO, louder()), FLAC_MD5, "MD5"),
        arguments("becomes stereo", join(GOOD, frames(STEREO)), FLAC_CHANGE, "channels"),
        arguments("stereo in mono", file(INFO, frames(STEREO)), FLAC_CHANGE, "channels"),
        arguments("way of numbering", file(INFO, numbered()), FLAC_CHANGE, "numbering"),
        arguments("reserved subframe", frame(2 << 1, 0), FLAC_FRAME, "type 2"),
        arguments("subframe begins with 1", frame(0x82, 0), FLAC_FRAME, "bit of 0"),
        arguments("all bits wasted", frame(3, 0x0001), FLAC_FRAME, "16 of 16 bits"),
        arguments("bits wasted without end", frame(3, 0), FLAC_FRAME, "larger"),
        arguments("predictor longer than block", frame(63 << 1, 0), FLAC_FRAME, "order 32"),
        arguments("residual method 2", frame(8 << 1, 0x8000), FLAC_FRAME, "method 2"),
        arguments("partitions do not fit", frame(8 << 1, 0x1400), FLAC_FRAME, "32 partitions"),
        arguments("factors of 16 bits", frame(32 << 1, 0x0000_F000), FLAC_FRAME, "16 bits"),
        arguments("negative shift", frame(32 << 1, 0x0000_0F80), FLAC_FRAME, "shifted by -1"),
        arguments(
            "sample beyond its bits", frame(9 << 1, 0x7FFF_03EE), FLAC_FRAME, "does not fit"));
  }

  private static byte[] file(byte[]... parts) {
    return join(SIGNATURE, join(parts));
  }

  private static byte[] first() {
    return block(0, false, SMALL.streamInfo());
  }

  private static byte[] longBlock() {
    byte[] block = block(1, true, new byte[9]);
    block[1] = 1;
    return block;
  }

  private static byte[] info(int frameCount, int md5) {
    byte[] digest = new byte[16];
    digest[0] = (byte) md5;
    return block(0, true, SMALL.streamInfo(frameCount, digest));
  }

  private static byte[] bits(int bits) {
    return block(0, true, new FlacFile(bits, 22_050, SMALL.samples(), 16).streamInfo());
  }

  private static byte[] rate(int rateHz) {
    return block(0, true, new FlacFile(16, rateHz, SMALL.samples(), 16).streamInfo());
  }

  private static byte[] without(int missing) {
    byte[] frames = new byte[0];
    for (int number = 0; number < 4; number++) {
      frames =
          number == missing
              ? frames
              : join(frames, SMALL.frame(Coding.FIXED_2, 0, number, 16 * number));
    }
    return frames;
  }

  private static byte[] louder() {
    long[] louder = Arrays.stream(SMALL.samples()[0]).map(sample -> sample + 1).toArray();
    return new FlacFile(16, 22_050, new long[][] {louder}, 16).frames(Coding.FIXED_2, 0);
  }

  private static byte[] frames(byte[] file) {
    return Arrays.copyOfRange(file, SIGNATURE.length + INFO.length, file.length);
  }

  /** A second frame that has the number of its first sample. */
  private static byte[] numbered() {
    byte[] second =
        withCrc16(join(header(0b1111_1111_1111_1001, 0, 16, 16).bytes(), new byte[] {0, 0, 0}));
    return join(SMALL.frame(Coding.FIXED_2, 0, 0, 0), second);
  }

  /** One frame of 16 samples whose subframe begins with these bits; the rest is zeros. */
  private static byte[] frame(int subframe, int next) {
    FlacFile.BitWriter out = header(0, 0, 16);
    out.put(subframe, 8);
    out.put(next > 0xFFFF || subframe == 32 << 1 ? next : (long) next << 16, 32);
    return file(INFO, withCrc16(join(out.bytes(), new byte[40])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void defectIsNamed(String name, byte[] file, DiagnosticCode code, String message) {
    Outcome<Sound> outcome = FlacFile.decode(file);
    assertThat(outcome).as(name).isInstanceOf(Outcome.Refused.class);
    Diagnostic error = outcome.diagnostics().getFirst();
    assertThat(error.code()).as(error.message()).isEqualTo(code);
    assertThat(error.message()).contains(message);
    assertThat(FirstFix.title(error)).isPresent();
  }

  /** One file for each way of proving samples, and of storing them. */
  static Stream<Arguments> everyWay() {
    byte[] odd = INFO.clone();
    odd[7] = 15;
    return Stream.of(
        arguments("fixed", GOOD),
        arguments("verbatim", SMALL.bytes(Coding.VERBATIM, 0)),
        arguments("linear", SMALL.bytes(Coding.LINEAR, 0)),
        arguments("escaped", SMALL.bytes(Coding.ESCAPED, 0)),
        arguments("stereo", STEREO),
        arguments("without MD5", file(info(64, 0), FRAMES)),
        arguments("without MD5 and length", file(info(0, 0), FRAMES)),
        arguments("odd", file(odd, FRAMES)),
        arguments("padded", file(first(), block(1, true, new byte[9]), FRAMES)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyWay")
  void everyFlippedBitAndEveryCutIsRefusedOrGivesTheSameSamples(String name, byte[] file) {
    double[] whole = TestSounds.samples(FlacDecoderTest.sound(file));
    boolean isLengthKnown = !name.equals("without MD5 and length");
    Damage.everyCut(file)
        .forEach(prefix -> {
          if (FlacFile.decode(prefix) instanceof Outcome.Accepted<Sound>(Sound sound, var _)) {
            // Between two frames of such a file nothing tells that more was there.
            assertThat(isLengthKnown).as("%s bytes", prefix.length).isFalse();
            assertThat(whole).startsWith(TestSounds.samples(sound));
          }
        });
    long refused =
        Damage.everyFlippedBit(file)
            .filter(damaged -> {
              if (FlacFile.decode(damaged) instanceof Outcome.Accepted<Sound>(Sound sound, var _)) {
                assertThat(TestSounds.samples(sound)).isEqualTo(whole);
                return false;
              }
              return true;
            })
            .count();
    Campaign.report(
        "damage-flac-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'),
        String.format(
            Locale.ROOT,
            "%,d truncations refused, %,d of %,d flipped bits refused, the rest gives the same"
                + " samples",
            file.length,
            refused,
            file.length * Byte.SIZE));
  }

  @Test
  void goodFileIsGood() {
    assertThat(FlacFile.decode(GOOD).diagnostics()).isEmpty();
  }
}
