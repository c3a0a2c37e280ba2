package dev.papack.media.wav;

import static dev.papack.diagnostic.DiagnosticCode.WAV_FORMAT_ODD;
import static dev.papack.diagnostic.DiagnosticCode.WAV_LENGTH;
import static dev.papack.diagnostic.DiagnosticCode.WAV_NESTED;
import static dev.papack.diagnostic.DiagnosticCode.WAV_PAD;
import static dev.papack.diagnostic.DiagnosticCode.WAV_PARTIAL_FRAME;
import static dev.papack.diagnostic.DiagnosticCode.WAV_SAMPLER;
import static dev.papack.diagnostic.DiagnosticCode.WAV_STRAY_BYTES;
import static dev.papack.diagnostic.DiagnosticCode.WAV_STREAMED;
import static dev.papack.diagnostic.DiagnosticCode.WAV_TRAILING_BYTES;
import static dev.papack.media.wav.WavFile.ascii;
import static dev.papack.media.wav.WavFile.bytes;
import static dev.papack.media.wav.WavFile.chunk;
import static dev.papack.media.wav.WavFile.extensible;
import static dev.papack.media.wav.WavFile.format;
import static dev.papack.media.wav.WavFile.formatBody;
import static dev.papack.media.wav.WavFile.join;
import static dev.papack.media.wav.WavFile.riff;
import static dev.papack.media.wav.WavFile.sampler;
import static dev.papack.media.wav.WavFile.shorts;
import static dev.papack.media.wav.WavFile.u16;
import static dev.papack.media.wav.WavFile.u32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of which something beside the samples is wrong: every sample is the same as without. */
final class WavOddTest {
  private static final byte[] FORMAT = format(1, 1, 44_100, 16);
  private static final byte[] DATA = chunk("data", shorts(1, 2, 3));
  private static final byte[] PLAIN = riff(FORMAT, DATA);
  private static final byte[] LIST = chunk("LIST", ascii("INFOISFT"));
  private static final byte[] ODD_FORMAT = format(1, 1, 44_100, 8);
  private static final byte[] ODD_DATA = chunk("data", bytes(129, 130, 131));
  private static final byte[] ODD = riff(ODD_FORMAT, ODD_DATA);
  private static final byte[] BYTES_24 = bytes(0, 1, 0, 0, 2, 0, 0, 3, 0);

  /** What is odd, the file, and the code of its one warning. */
  static Stream<Arguments> oddities() {
    List<Arguments> all = new ArrayList<>();
    all.addAll(lengths());
    all.addAll(streams());
    all.addAll(ends());
    all.addAll(pads());
    all.addAll(formats());
    all.addAll(samplers());
    return all.stream();
  }

  private static List<Arguments> lengths() {
    return List.of(
        arguments("file length 1 too long", length(PLAIN, 43), WAV_LENGTH),
        arguments("file length 12 too short", length(PLAIN, 30), WAV_LENGTH),
        arguments("file length ends in the format", length(PLAIN, 10), WAV_LENGTH),
        arguments("file length 0", length(PLAIN, 0), WAV_LENGTH),
        arguments("file length 4", length(PLAIN, 4), WAV_LENGTH),
        arguments("file length 2^32-1", length(PLAIN, -1), WAV_LENGTH),
        arguments("file length 2^31-1", length(PLAIN, Integer.MAX_VALUE), WAV_LENGTH),
        arguments("file length of a longer file", length(PLAIN, 4_000), WAV_LENGTH),
        arguments("length without a later chunk", length(riff(FORMAT, DATA, LIST), 42), WAV_LENGTH),
        arguments("length too long by an uncalled pad", length(ODD, 42), WAV_LENGTH));
  }

  private static List<Arguments> streams() {
    List<Arguments> all = new ArrayList<>();
    for (long data : new long[] {0xFFFF_FFFFL, 0x7FFF_FFFFL, 0x7FFF_F000L, 0x8000_0000L, 0}) {
      for (long file : new long[] {0, -1, 0x7FFF_FFFFL, 42}) {
        all.add(
            arguments(
                "data of " + data + " in a file of " + file, streamed(data, file), WAV_STREAMED));
      }
    }
    return all;
  }

  private static List<Arguments> ends() {
    byte[] cutList = Arrays.copyOf(LIST, LIST.length - 3);
    return List.of(
        arguments("a stray byte inside", riff(FORMAT, DATA, new byte[1]), WAV_STRAY_BYTES),
        arguments("eight zeros inside", riff(FORMAT, DATA, new byte[8]), WAV_STRAY_BYTES),
        arguments("a cut list", riff(FORMAT, DATA, cutList), WAV_STRAY_BYTES),
        arguments("a cut sampler", cut(riff(FORMAT, DATA, sampler()), 5), WAV_STRAY_BYTES),
        arguments("a cut header", cut(riff(FORMAT, DATA, LIST), 13), WAV_STRAY_BYTES),
        arguments("a text behind it", join(PLAIN, ascii("and so on")), WAV_TRAILING_BYTES),
        arguments("zeros behind it", join(PLAIN, new byte[512]), WAV_TRAILING_BYTES));
  }

  private static List<Arguments> pads() {
    byte[] oddList = chunk("LIST", bytes(1, 2, 3));
    byte[] unpadded = cut(oddList, 1);
    byte[] wrong = oddList.clone();
    wrong[wrong.length - 1] = 7;
    byte[] wrongEnd = ODD.clone();
    wrongEnd[wrongEnd.length - 1] = -1;
    byte[] counted = riff(format(1, 1, 44_100, 24), chunk("data", BYTES_24, new byte[1]));
    return List.of(
        arguments("no pad before the format", riff(unpadded, FORMAT, DATA), WAV_PAD),
        arguments("no pad before the data", riff(FORMAT, unpadded, DATA), WAV_PAD),
        arguments("wrong pad before the data", riff(FORMAT, wrong, DATA), WAV_PAD),
        arguments("wrong pad behind the data", riff(FORMAT, DATA, wrong, LIST), WAV_PAD),
        arguments("no pad behind the data", riff(FORMAT, DATA, unpadded, LIST), WAV_PAD),
        arguments("wrong pad at the end", wrongEnd, WAV_PAD),
        arguments("24 bits, pad counted", counted, WAV_PARTIAL_FRAME),
        arguments("24 bits, pad counted and not there", cut(counted, 1), WAV_PAD),
        arguments(
            "half a frame",
            riff(FORMAT, chunk("data", shorts(1, 2, 3), new byte[1])),
            WAV_PARTIAL_FRAME));
  }

  private static List<Arguments> formats() {
    byte[] noAlign = FORMAT.clone();
    noAlign[20] = 0;
    return List.of(
        arguments("17 bytes", formatOf(new byte[1]), WAV_FORMAT_ODD),
        arguments("extension beyond the chunk", formatOf(u16(8)), WAV_FORMAT_ODD),
        arguments("extension of 65535", formatOf(u16(-1)), WAV_FORMAT_ODD),
        arguments("no block align", riff(noAlign, DATA), WAV_FORMAT_ODD),
        arguments(
            "more bits than bits", riff(extensible(1, 1, 8_000, 16, 24), DATA), WAV_FORMAT_ODD));
  }

  private static List<Arguments> samplers() {
    byte[] one = sampler(new long[] {0, 0, 2});
    byte[] odd = chunk("smpl", Arrays.copyOfRange(one, 8, one.length - 1));
    return List.of(
        arguments("second sampler", riff(FORMAT, DATA, one, sampler()), WAV_SAMPLER),
        arguments("odd sampler", riff(FORMAT, DATA, odd), WAV_SAMPLER),
        arguments(
            "sampler of 32 bytes", riff(FORMAT, DATA, chunk("smpl", new byte[32])), WAV_SAMPLER),
        arguments("nested file", nested(), WAV_NESTED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("oddities")
  void samplesAreThoseOfTheFileWithoutIt(String name, byte[] file, DiagnosticCode code) {
    double[] samples = samplesWith(file, code);
    if (code == WAV_NESTED) {
      assertThat(samples).hasSize(PLAIN.length / 2);
    } else if (file[34] == 8 || name.contains("pad at the end") || name.contains("uncalled")) {
      assertThat(samples).as(name).containsExactly(256, 512, 768);
    } else {
      assertThat(samples).as(name).containsExactly(1, 2, 3);
    }
  }

  /** The samples of a file that gets exactly one warning. */
  static double[] samplesWith(byte[] file, DiagnosticCode code) {
    return switch (WavFile.decode(file)) {
      case Outcome.Accepted<Sound>(Sound sound, var found) -> {
        List<Diagnostic> said = new ArrayList<>(found);
        sound.loops().oddity().ifPresent(said::add);
        assertThat(said).extracting(Diagnostic::code).containsExactly(code);
        yield WavDecoderTest.samples(sound);
      }
      case Outcome.Refused<Sound>(var errors) -> throw new AssertionError(errors);
    };
  }

  private static byte[] length(byte[] file, int length) {
    byte[] changed = file.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(4, length);
    return changed;
  }

  private static byte[] streamed(long data, long file) {
    byte[] changed = length(PLAIN, (int) file);
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(40, (int) data);
    return changed;
  }

  private static byte[] formatOf(byte[] more) {
    return riff(chunk("fmt ", formatBody(1, 1, 44_100, 16), more), DATA);
  }

  private static byte[] nested() {
    return riff(FORMAT, chunk("data", PLAIN));
  }

  private static byte[] cut(byte[] file, int bytes) {
    return Arrays.copyOf(file, file.length - bytes);
  }

  static byte[] dataSizeOf(byte[] file, long size) {
    byte[] changed = file.clone();
    System.arraycopy(u32(size), 0, changed, 40, 4);
    return changed;
  }
}
