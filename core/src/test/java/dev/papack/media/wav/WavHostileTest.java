package dev.papack.media.wav;

import static dev.papack.diagnostic.DiagnosticCode.LFS_POINTER;
import static dev.papack.diagnostic.DiagnosticCode.MEDIA_UNKNOWN;
import static dev.papack.diagnostic.DiagnosticCode.WAV_CHANNELS;
import static dev.papack.diagnostic.DiagnosticCode.WAV_CHUNK;
import static dev.papack.diagnostic.DiagnosticCode.WAV_EMPTY;
import static dev.papack.diagnostic.DiagnosticCode.WAV_FORMAT;
import static dev.papack.diagnostic.DiagnosticCode.WAV_LIMIT;
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
        arguments(
            "FLAC with tag",
            ascii("ID3\u0004\0\0\0\0\0\2xxfLaC"),
            MEDIA_UNKNOWN,
            0,
            "a FLAC file with an ID3 tag"),
        arguments("MP3 without tag", bytes(0xFF, 0xFB, 0), MEDIA_UNKNOWN, 0, "an MP3 file"),
        arguments("Opus", oggOf("OpusHead"), MEDIA_UNKNOWN, 0, "an Ogg Opus file"),
        arguments("Speex", oggOf("Speex   "), MEDIA_UNKNOWN, 0, "an Ogg Speex file"),
        arguments("FLAC in Ogg", oggOf("\u007fFLAC"), MEDIA_UNKNOWN, 0, "a FLAC sound inside Ogg"),
        arguments("AAC", bytes(0xFF, 0xF1, 0x50), MEDIA_UNKNOWN, 0, "an AAC file"),
        arguments("AAC of MPEG-2", bytes(0xFF, 0xF9, 0x50), MEDIA_UNKNOWN, 0, "an AAC file"),
        arguments(
            "Git LFS pointer",
            ascii("version https://git-lfs.github.com/spec/v1\noid"),
            LFS_POINTER,
            0,
            "Git LFS pointer"),
        arguments("AVI", ascii("RIFF\4\0\0\0AVI "), MEDIA_UNKNOWN, 0, "an AVI file"),
        arguments("RIFX of another form", ascii("RIFX\0\0\0\4XFIR"), MEDIA_UNKNOWN, 0, "unknown"),
        arguments("RIFF header cut", ascii("RIFF\4\0\0\0WAV"), WAV_TRUNCATED, 11, "11 bytes"),
        arguments("RF64 header cut", ascii("RF64\4\0\0\0WAV"), WAV_TRUNCATED, 11, "11 bytes"),
        arguments("Wave64 header cut", cut(WavFile.w64(FORMAT, DATA), 39), WAV_TRUNCATED, 39, "39"),
        arguments(
            "RF64 without lengths", WavFile.renamed("RF64", longRiff()), WAV_CHUNK, 12, "ds64"),
        arguments(
            "RF64, data cut", cut(WavFile.rf64(FORMAT, DATA), 85), WAV_TRUNCATED, 85, "says 86"),
        arguments("Wave64, data cut", cutW64(), WAV_TRUNCATED, 109, "header says"),
        arguments("RIFX, data cut", cut(WavFile.rifx(), 49), WAV_TRUNCATED, 49, "header says 50"),
        arguments("data longer than file", changed(40, 8), WAV_TRUNCATED, 50, "header says 52"),
        arguments("data cut by a sample", cut(GOOD, 48), WAV_TRUNCATED, 48, "header says 50"),
        arguments("data of 2 GB less a page", data(0x7FFF_EFFFL), WAV_TRUNCATED, 50, "header says"),
        arguments("data cut by a byte of a frame", cut(GOOD, 49), WAV_TRUNCATED, 49, "50"),
        arguments("empty data before a list", emptyBefore("LIST"), WAV_EMPTY, 36, "no frames"),
        arguments("empty data before data", emptyBefore("data"), WAV_CHUNK, 44, "second time"),
        arguments("empty streamed data", streamedEmpty(), WAV_EMPTY, 36, "no frames"),
        arguments(
            "second data that is cut", cut(riff(FORMAT, DATA, DATA), 60), WAV_CHUNK, 50, "time"),
        arguments("second data behind the end", behindEnd(), WAV_CHUNK, 50, "second time"),
        arguments("stray bytes before data", riff(FORMAT, new byte[6]), WAV_CHUNK, 36, "6 bytes"),
        arguments("nameless chunk", riff(FORMAT, new byte[8], DATA), WAV_CHUNK, 36, "00 00"),
        arguments("pad in doubt", padInDoubt(), WAV_CHUNK, 23, "is 102 instead of 0"),
        arguments("no chunks", riff(), WAV_CHUNK, -1, "\"fmt \""),
        arguments("no data", riff(FORMAT), WAV_CHUNK, -1, "\"data\""),
        arguments("no format", riff(chunk("fact", u32(3))), WAV_CHUNK, -1, "\"fmt \""),
        arguments("data before format", riff(DATA, FORMAT), WAV_CHUNK, 12, "before"),
        arguments("second data", riff(FORMAT, DATA, DATA), WAV_CHUNK, 50, "second time"),
        arguments("second format", riff(FORMAT, FORMAT, DATA), WAV_CHUNK, 36, "second time"),
        arguments("format of 14 bytes", formatOf(14), WAV_CHUNK, 12, "needs 16"),
        arguments("extensible without extension", extensionOf(0xFFFE, 0), WAV_CHUNK, 12, "40"),
        arguments("sub-format not standard", otherGuid(), WAV_FORMAT, 12, "non-standard"),
        arguments(
            "mu-law of 16 bits", riff(format(7, 1, 8_000, 16), DATA), WAV_FORMAT, 12, "mu-law"),
        arguments("IMA ADPCM", riff(format(0x11, 1, 8_000, 4), DATA), WAV_FORMAT, 12, "IMA ADPCM"),
        arguments("GSM", riff(format(0x31, 1, 8_000, 0), DATA), WAV_FORMAT, 12, "GSM 6.10"),
        arguments("MP3", riff(format(0x55, 1, 8_000, 0), DATA), WAV_FORMAT, 12, "MP3"),
        arguments("ADPCM", riff(format(2, 1, 44_100, 4), DATA), WAV_FORMAT, 12, "ADPCM"),
        arguments("format 0", riff(format(0, 1, 8_000, 8), DATA), WAV_FORMAT, 12, "0x0000"),
        arguments("PCM of 4 bits", riff(format(1, 2, 8_000, 4), DATA), WAV_FORMAT, 12, "4"),
        arguments("PCM of 64 bits", riff(format(1, 1, 8_000, 64), DATA), WAV_FORMAT, 12, "64"),
        arguments("float of 16 bits", riff(format(3, 1, 8_000, 16), DATA), WAV_FORMAT, 12, "16"),
        arguments("wrong block align", changed(32, 4), WAV_FORMAT, 12, "4 bytes"),
        arguments("no sample rate", riff(format(1, 1, 0, 16), DATA), WAV_FORMAT, 12, "0 Hz"),
        arguments("rate of 999 Hz", riff(format(1, 1, 999, 16), DATA), WAV_LIMIT, 12, "999 Hz"),
        arguments("rate of 768001 Hz", rate(768_001), WAV_LIMIT, 12, "768001 Hz"),
        arguments("rate of 2^32-1 Hz", rate(-1), WAV_LIMIT, 12, "4294967295 Hz"),
        arguments("no channels", riff(format(1, 0, 8_000, 16), DATA), WAV_CHANNELS, 12, "0"),
        arguments("four channels", riff(format(1, 4, 8_000, 16), DATA), WAV_CHANNELS, 12, "4"),
        arguments("nine channels", riff(format(1, 9, 8_000, 16), DATA), WAV_CHANNELS, 12, "9"),
        arguments("speakers above", above(), WAV_CHANNELS, 12, "mask 0x7003"),
        arguments(
            "less than a frame",
            riff(format(1, 4, 8_000, 8), chunk("data", bytes(1))),
            WAV_CHANNELS,
            12,
            "4"),
        arguments("no frames", riff(FORMAT, chunk("data")), WAV_EMPTY, 36, "no frames"),
        arguments("NaN", floatFile(0, Float.NaN), WAV_SAMPLE, 48, "frame 0, channel 1 is NaN"),
        arguments("infinity", floatFile(Float.NEGATIVE_INFINITY), WAV_SAMPLE, 44, "-Infinity"),
        arguments("double NaN", doubleFile(Double.NaN), WAV_SAMPLE, 44, "NaN"),
        arguments("double beyond float", doubleFile(1e39), WAV_SAMPLE, 44, "1.0E39"));
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

  /** One file for each way that chunks and samples are read. */
  static Stream<Arguments> everyWay() {
    byte[] data = chunk("data", shorts(1, 2, 3, 4, 5, 6));
    byte[] loops = sampler(new long[] {1, 0, 1}, new long[] {0, 1, 2});
    return Stream.of(
        arguments("RIFF", everything()),
        arguments("RIFX", WavFile.rifx()),
        arguments("RF64", WavFile.rf64(FORMAT, data, loops)),
        arguments("BW64", WavFile.renamed("BW64", WavFile.rf64(FORMAT, data, loops))),
        arguments("Wave64", WavFile.w64(FORMAT, data, loops)),
        arguments("mu-law", riff(format(7, 1, 8_000, 8), chunk("data", bytes(1, 2, 3)), loops)),
        arguments("A-law", riff(format(6, 2, 8_000, 8), chunk("data", bytes(1, 2, 3, 4)), loops)),
        arguments("5.1", riff(format(1, 6, 48_000, 16), data, chunk("cue ", u32(1)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyWay")
  void cutSamplesAreRefusedAndEveryFlippedBitGivesAnOutcome(String name, byte[] file) {
    double[] whole =
        switch (WavFile.decode(file)) {
          case Outcome.Accepted<Sound>(Sound sound, var _) -> WavDecoderTest.samples(sound);
          case Outcome.Refused<Sound>(var errors) -> throw new AssertionError(errors);
        };
    Damage.everyCut(file)
        .forEach(prefix -> {
          if (WavFile.decode(prefix) instanceof Outcome.Accepted<Sound>(Sound sound, var said)) {
            if (prefix.length < file.length - 7) {
              // Pad bytes at the end are not missed.
              assertThat(said).as("prefix of %s bytes", prefix.length).isNotEmpty();
            }
            assertThat(WavDecoderTest.samples(sound)).as("no sample is lost").isEqualTo(whole);
          }
        });
    Damage.everyFlippedBit(file).forEach(WavHostileTest::readAll);
    Campaign.report(
        "damage-wav-" + name.toLowerCase(Locale.ROOT).replace('.', '-'),
        String.format(
            Locale.ROOT,
            "%,d truncations refused or whole, %,d flipped bits refused or read to the end",
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

  private static byte[] oggOf(String codec) {
    return join(ascii("OggS"), new byte[24], ascii(codec));
  }

  private static byte[] changed(int offset, int value) {
    byte[] file = GOOD.clone();
    file[offset] = (byte) value;
    return file;
  }

  private static byte[] cut(byte[] file, int bytes) {
    return Arrays.copyOf(file, bytes);
  }

  private static byte[] cutW64() {
    byte[] file = WavFile.w64(FORMAT, DATA);
    return cut(file, 109);
  }

  private static byte[] longRiff() {
    byte[] file = GOOD.clone();
    Arrays.fill(file, 4, 8, (byte) 0xFF);
    return file;
  }

  private static byte[] data(long sizeBytes) {
    byte[] file = GOOD.clone();
    System.arraycopy(u32(sizeBytes), 0, file, 40, 4);
    return file;
  }

  private static byte[] emptyBefore(String id) {
    return riff(FORMAT, chunk("data"), chunk(id, shorts(1, 2)));
  }

  private static byte[] streamedEmpty() {
    byte[] file = riff(FORMAT, chunk("data"));
    Arrays.fill(file, 4, 8, (byte) 0xFF);
    Arrays.fill(file, 40, 44, (byte) 0xFF);
    return file;
  }

  private static byte[] behindEnd() {
    byte[] file = riff(FORMAT, DATA, DATA);
    System.arraycopy(u32(42), 0, file, 4, 4);
    return file;
  }

  private static byte[] above() {
    byte[] format = extensible(1, 5, 8_000, 16, 16);
    System.arraycopy(u32(0x7003), 0, format, 28, 4);
    return riff(format, DATA);
  }

  /** Neither where the pad byte should be nor behind it is there a chunk. */
  private static byte[] padInDoubt() {
    byte[] unpadded = join(ascii("JUNK"), u32(3), bytes(1, 2, 3));
    return riff(unpadded, ascii("fxy"), FORMAT, DATA);
  }

  private static byte[] formatOf(int sizeBytes) {
    byte[] body = Arrays.copyOf(formatBody(1, 1, 44_100, 16), sizeBytes);
    return riff(chunk("fmt ", body), DATA);
  }

  private static byte[] extensionOf(int tag, int extensionBytes) {
    return riff(chunk("fmt ", formatBody(tag, 1, 44_100, 16), u16(extensionBytes)), DATA);
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

  @Test
  void goodFileIsGood() {
    assertThat(WavFile.decode(GOOD)).isInstanceOf(Outcome.Accepted.class);
    assertThat(readAll(everything())).isEqualTo(1);
    assertThat(pcm16(1, 44_100, 1, 2, 3)).isEqualTo(GOOD);
  }
}
