package dev.papack.media.wav;

import static dev.papack.diagnostic.DiagnosticCode.LFS_POINTER;
import static dev.papack.diagnostic.DiagnosticCode.MEDIA_UNKNOWN;
import static dev.papack.diagnostic.DiagnosticCode.WAV_CHANNELS;
import static dev.papack.diagnostic.DiagnosticCode.WAV_CHUNK;
import static dev.papack.diagnostic.DiagnosticCode.WAV_EMPTY;
import static dev.papack.diagnostic.DiagnosticCode.WAV_FORMAT;
import static dev.papack.diagnostic.DiagnosticCode.WAV_LIMIT;
import static dev.papack.diagnostic.DiagnosticCode.WAV_PARTIAL_FRAME;
import static dev.papack.diagnostic.DiagnosticCode.WAV_SAMPLE;
import static dev.papack.diagnostic.DiagnosticCode.WAV_TRUNCATED;
import static dev.papack.media.wav.WavFile.GUID_TAIL;
import static dev.papack.media.wav.WavFile.ascii;
import static dev.papack.media.wav.WavFile.bytes;
import static dev.papack.media.wav.WavFile.chunk;
import static dev.papack.media.wav.WavFile.doubles;
import static dev.papack.media.wav.WavFile.extensible;
import static dev.papack.media.wav.WavFile.floats;
import static dev.papack.media.wav.WavFile.format;
import static dev.papack.media.wav.WavFile.formatBody;
import static dev.papack.media.wav.WavFile.join;
import static dev.papack.media.wav.WavFile.pcm16;
import static dev.papack.media.wav.WavFile.riff;
import static dev.papack.media.wav.WavFile.sampler;
import static dev.papack.media.wav.WavFile.shorts;
import static dev.papack.media.wav.WavFile.u16;
import static dev.papack.media.wav.WavFile.u32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.papack.Damage;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FirstFix;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.source.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WavHostileTest {
  private static final byte[] FORMAT = format(1, 1, 44_100, 16);
  private static final byte[] DATA = chunk("data", shorts(1, 2, 3));
  private static final byte[] GOOD = riff(FORMAT, DATA);

  /** Name of the defect, the file, the code, the byte it points at, a part of its message. */
  static Stream<Arguments> defects() {
    return Stream.of(
        arguments("empty file", new byte[0], MEDIA_UNKNOWN, 0, "empty"),
        arguments("three bytes", ascii("RIF"), MEDIA_UNKNOWN, 0, "unknown format"),
        arguments("noise", ascii("abcdefghijklmnop"), MEDIA_UNKNOWN, 0, "unknown format"),
        arguments("AIFF", ascii("FORM0000AIFFCOMM"), MEDIA_UNKNOWN, 0, "an AIFF file"),
        arguments("Ogg", ascii("OggS0000"), MEDIA_UNKNOWN, 0, "an Ogg file"),
        arguments("MP3 with tag", ascii("ID3\u0004"), MEDIA_UNKNOWN, 0, "an MP3 file"),
        arguments("MP3 without tag", bytes(0xFF, 0xFB, 0), MEDIA_UNKNOWN, 0, "an MP3 file"),
        arguments("FLAC", ascii("fLaC0000"), MEDIA_UNKNOWN, 0, "a FLAC file"),
        arguments(
            "Git LFS pointer",
            ascii("version https://git-lfs.github.com/spec/v1\noid"),
            LFS_POINTER,
            0,
            "Git LFS pointer"),
        arguments("AVI", ascii("RIFF\4\0\0\0AVI "), MEDIA_UNKNOWN, 0, "an AVI file"),
        arguments("RIFX", ascii("RIFX\0\0\0\4WAVE"), WAV_FORMAT, 0, "RIFX"),
        arguments("RF64", ascii("RF64\0\0\0\4WAVE"), WAV_FORMAT, 0, "RF64"),
        arguments("RIFF header cut", ascii("RIFF\4\0\0\0WAV"), WAV_TRUNCATED, 11, "11 bytes"),
        arguments("RIFF length below its form", changed(4, 3), WAV_CHUNK, 4, "3 bytes"),
        arguments("RIFF length never filled in", streamed(), WAV_TRUNCATED, 50, "4294967303"),
        arguments("RIFF longer than file", changed(4, 60), WAV_TRUNCATED, 50, "header says 68"),
        arguments("RIFF longer by an uncalled pad", changed(4, 43), WAV_TRUNCATED, 50, "51"),
        arguments("RIFF ends inside data", changed(4, 40), WAV_CHUNK, 36, "beyond the RIFF"),
        arguments("data longer than file", changed(40, 8), WAV_TRUNCATED, 50, "header says 52"),
        arguments("data of 4 GiB", changed(43, 255), WAV_TRUNCATED, 50, "header says"),
        arguments("stray bytes", riff(FORMAT, DATA, new byte[6]), WAV_CHUNK, 50, "6 bytes"),
        arguments("nameless chunk", riff(FORMAT, DATA, new byte[8]), WAV_CHUNK, 50, "00 00"),
        arguments("pad byte forgotten", padForgotten(), WAV_CHUNK, 23, "is 102 instead of 0"),
        arguments("no chunks", riff(), WAV_CHUNK, -1, "\"fmt \""),
        arguments("no data", riff(FORMAT), WAV_CHUNK, -1, "\"data\""),
        arguments("no format", riff(chunk("fact", u32(3))), WAV_CHUNK, -1, "\"fmt \""),
        arguments("data before format", riff(DATA, FORMAT), WAV_CHUNK, 12, "before"),
        arguments("second data", riff(FORMAT, DATA, DATA), WAV_CHUNK, 50, "second time"),
        arguments("second format", riff(FORMAT, FORMAT, DATA), WAV_CHUNK, 36, "second time"),
        arguments(
            "second sampler", riff(FORMAT, DATA, sampler(), sampler()), WAV_CHUNK, 94, "second"),
        arguments("format of 14 bytes", formatOf(14), WAV_CHUNK, 12, "needs 16"),
        arguments("format of 17 bytes", formatOf(17), WAV_CHUNK, 12, "needs 18"),
        arguments("extension beyond chunk", extensionOf(1, 8), WAV_CHUNK, 12, "needs 26"),
        arguments("extensible without extension", extensionOf(0xFFFE, 0), WAV_CHUNK, 12, "40"),
        arguments("extensible with extension of 20", shortExtension(), WAV_CHUNK, 12, "20 bytes"),
        arguments(
            "more valid bits than bits",
            riff(extensible(1, 1, 48_000, 16, 24), DATA),
            WAV_FORMAT,
            12,
            "24 valid bits"),
        arguments("sub-format not standard", otherGuid(), WAV_FORMAT, 12, "non-standard"),
        arguments(
            "mu-law as sub-format",
            riff(extensible(7, 1, 8_000, 8, 8), DATA),
            WAV_FORMAT,
            12,
            "mu-law"),
        arguments("ADPCM", riff(format(2, 1, 44_100, 4), DATA), WAV_FORMAT, 12, "ADPCM"),
        arguments("mu-law", riff(format(7, 1, 8_000, 8), DATA), WAV_FORMAT, 12, "mu-law"),
        arguments("format 0", riff(format(0, 1, 8_000, 8), DATA), WAV_FORMAT, 12, "0x0000"),
        arguments("PCM of 12 bits", riff(format(1, 2, 8_000, 12), DATA), WAV_FORMAT, 12, "12"),
        arguments("PCM of 64 bits", riff(format(1, 1, 8_000, 64), DATA), WAV_FORMAT, 12, "64"),
        arguments("float of 16 bits", riff(format(3, 1, 8_000, 16), DATA), WAV_FORMAT, 12, "16"),
        arguments("wrong block align", changed(32, 4), WAV_FORMAT, 12, "4 bytes"),
        arguments("no sample rate", riff(format(1, 1, 0, 16), DATA), WAV_FORMAT, 12, "0 Hz"),
        arguments("rate of 999 Hz", riff(format(1, 1, 999, 16), DATA), WAV_LIMIT, 12, "999 Hz"),
        arguments("rate of 768001 Hz", rate(768_001), WAV_LIMIT, 12, "768001 Hz"),
        arguments("rate of 2^32-1 Hz", rate(-1), WAV_LIMIT, 12, "4294967295 Hz"),
        arguments("no channels", riff(format(1, 0, 8_000, 16), DATA), WAV_CHANNELS, 12, "0"),
        arguments("six channels", riff(format(1, 6, 8_000, 16), DATA), WAV_CHANNELS, 12, "6"),
        arguments(
            "partial last frame",
            riff(format(1, 2, 8_000, 16), DATA),
            WAV_PARTIAL_FRAME,
            36,
            "after 1 whole"),
        arguments("no frames", riff(FORMAT, chunk("data")), WAV_EMPTY, 36, "no frames"),
        arguments("NaN", floatFile(0, Float.NaN), WAV_SAMPLE, 48, "frame 0, channel 1 is NaN"),
        arguments("infinity", floatFile(Float.NEGATIVE_INFINITY), WAV_SAMPLE, 44, "-Infinity"),
        arguments("double NaN", doubleFile(Double.NaN), WAV_SAMPLE, 44, "NaN"),
        arguments("double beyond float", doubleFile(1e39), WAV_SAMPLE, 44, "1.0E39"),
        arguments("more loops than sampler", samplerOf(36, 1), WAV_CHUNK, 50, "1 loops need 60"),
        arguments("2^32-1 loops", samplerOf(36, -1), WAV_CHUNK, 50, "103079215116"),
        arguments("sampler of 30 bytes", samplerOf(32, 0, 30), WAV_CHUNK, 50, "need 36"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void defectIsNamed(String name, byte[] file, DiagnosticCode code, long offset, String message) {
    Outcome<Sound> outcome = HostileWav.decode("a.wav", file);
    assertThat(outcome).as(name).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics()).hasSize(1);
    Diagnostic error = outcome.diagnostics().getFirst();
    assertThat(error.code()).isEqualTo(code);
    assertThat(error.message()).contains(message);
    assertThat(error.location().path()).isEqualTo("a.wav");
    assertThat(error.location().byteOffset())
        .isEqualTo(offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset));
    assertThat(FirstFix.title(error)).isPresent();
  }

  @Test
  void framesBeyondTheLimitAreRefused() {
    int frames = Limits.SOUND_FRAMES + 1;
    byte[] file = new byte[44 + frames + 1];
    byte[] header = riff(format(1, 1, 8_000, 8), chunk("data"));
    System.arraycopy(header, 0, file, 0, header.length);
    ByteBuffer lengths = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    lengths.putInt(4, file.length - 8).putInt(40, frames);
    assertThat(WavFile.decode(file).diagnostics())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo(WAV_LIMIT));
    lengths.putInt(4, file.length - 10).putInt(40, Limits.SOUND_FRAMES);
    assertThat(WavFile.decode(file)).as("the most frames").isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void riffThatIsLongerByOneThanItsPaddedChunksIsTruncated() {
    byte[] file = riff(format(1, 1, 44_100, 8), chunk("data", bytes(129, 130, 131)));
    file[4]++;
    assertThat(WavFile.decode(file).diagnostics())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo(WAV_TRUNCATED));
  }

  @Test
  void everyPrefixIsRefusedAndEveryFlippedBitGivesAnOutcome() {
    byte[] file = everything();
    Damage.everyCut(file)
        .forEach(prefix ->
            assertThat(WavFile.decode(prefix))
                .as("prefix of %s bytes", prefix.length)
                .isInstanceOf(Outcome.Refused.class));
    Damage.everyFlippedBit(file).forEach(WavHostileTest::readAll);
    Campaign.report(
        "damage-wav",
        String.format(
            Locale.ROOT,
            "%,d truncations refused, %,d flipped bits refused or read to the end",
            file.length,
            file.length * Byte.SIZE));
  }

  @Test
  void tenThousandMutationsGiveOutcomes() {
    long seed = 20_260_101;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    System.out.println("mutations of WAV files, seed " + seed);
    int accepted = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] file = everything();
      for (int change = random.nextInt(1, 5); change > 0; change--) {
        int at = random.nextInt(file.length);
        int count = Math.min(random.nextInt(1, 5), file.length - at);
        int value = random.nextBoolean() ? random.nextInt() : random.nextInt(-1, 1);
        Arrays.fill(file, at, at + count, (byte) value);
      }
      file = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(2 * file.length)) : file;
      accepted += readAll(file);
    }
    // Both ways must have been walked, or the campaign proves nothing.
    assertThat(accepted).isBetween(100, 9_900);
  }

  /** Decodes and reads every sample: 1 if there was a sound. */
  private static int readAll(byte[] file) {
    return switch (WavFile.decode(file)) {
      case Outcome.Accepted<Sound>(Sound sound, var _) -> {
        for (double sample : WavDecoderTest.samples(sound)) {
          assertThat(sample).isFinite();
        }
        yield 1;
      }
      case Outcome.Refused<Sound> _ -> 0;
    };
  }

  private static byte[] everything() {
    return riff(
        extensible(3, 2, 44_100, 32, 32),
        chunk("fact", u32(3)),
        chunk("JUNK", bytes(1, 2, 3)),
        chunk("data", floats(0, 0.5f, 1, -1, 0.25f, 2)),
        sampler(new long[] {1, 0, 1}, new long[] {0, 1, 2}));
  }

  private static byte[] changed(int offset, int value) {
    byte[] file = GOOD.clone();
    file[offset] = (byte) value;
    return file;
  }

  private static byte[] streamed() {
    byte[] file = GOOD.clone();
    Arrays.fill(file, 4, 8, (byte) 0xFF);
    return file;
  }

  private static byte[] padForgotten() {
    byte[] unpadded = join(ascii("JUNK"), u32(3), bytes(1, 2, 3));
    return riff(unpadded, FORMAT, DATA);
  }

  private static byte[] formatOf(int sizeBytes) {
    byte[] body = Arrays.copyOf(formatBody(1, 1, 44_100, 16), sizeBytes);
    return riff(chunk("fmt ", body), DATA);
  }

  private static byte[] extensionOf(int tag, int extensionBytes) {
    return riff(chunk("fmt ", formatBody(tag, 1, 44_100, 16), u16(extensionBytes)), DATA);
  }

  private static byte[] shortExtension() {
    byte[] body = formatBody(0xFFFE, 1, 44_100, 16);
    return riff(chunk("fmt ", body, u16(20), u16(16), u32(4), u32(1), GUID_TAIL), DATA);
  }

  private static byte[] otherGuid() {
    byte[] tail = GUID_TAIL.clone();
    tail[11]++;
    byte[] body = formatBody(0xFFFE, 1, 44_100, 16);
    return riff(chunk("fmt ", body, u16(22), u16(16), u32(4), u32(1), tail), DATA);
  }

  private static byte[] rate(int rateHz) {
    return riff(format(1, 1, rateHz, 16), DATA);
  }

  private static byte[] floatFile(float... samples) {
    return riff(format(3, samples.length, 8_000, 32), chunk("data", floats(samples)));
  }

  private static byte[] doubleFile(double... samples) {
    return riff(format(3, 1, 8_000, 64), chunk("data", doubles(samples)));
  }

  private static byte[] samplerOf(int sizeBytes, long loopCount) {
    return samplerOf(sizeBytes, loopCount, sizeBytes);
  }

  private static byte[] samplerOf(int allocatedBytes, long loopCount, int sizeBytes) {
    byte[] body = Arrays.copyOf(join(new byte[28], u32(loopCount)), allocatedBytes);
    return riff(FORMAT, DATA, chunk("smpl", Arrays.copyOf(body, sizeBytes)));
  }

  @Test
  void goodFileIsGood() {
    assertThat(WavFile.decode(GOOD)).isInstanceOf(Outcome.Accepted.class);
    assertThat(readAll(everything())).isEqualTo(1);
    assertThat(pcm16(1, 44_100, 1, 2, 3)).isEqualTo(GOOD);
  }
}
