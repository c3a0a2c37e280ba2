package dev.papack.media.wav;

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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.SampleFormat;
import dev.papack.media.Sound;
import dev.papack.media.SoundLoop;
import dev.papack.media.SoundLoops;
import dev.papack.media.TestSounds;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WavDecoderTest {
  private static final byte[] FORMAT = format(1, 1, 44_100, 16);
  private static final byte[] DATA = chunk("data", shorts(1, 2, 3));

  @Test
  void eightBitsAreUnsigned() {
    Sound sound = decode(riff(format(1, 1, 8_000, 8), chunk("data", bytes(0, 1, 128, 129, 255))));
    assertThat(samples(sound)).containsExactly(-32768, -32512, 0, 256, 32512);
  }

  @Test
  void sixteenBitsAreThemselves() {
    Sound sound = decode(pcm16(2, 44_100, -32768, 32767, -1, 0));
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(sound.frameCount()).isEqualTo(2);
    assertThat(sound.sampleRateHz()).isEqualTo(44_100);
    assertThat(sound.loops()).isEqualTo(SoundLoops.NONE);
    assertThat(samples(sound)).containsExactly(-32768, 32767, -1, 0);
  }

  @Test
  void twentyFourBitsKeepTheirFractions() {
    byte[] data = bytes(0, 0, 0x80, 0xFF, 0xFF, 0x7F, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0, 1, 0);
    Sound sound = decode(riff(format(1, 1, 48_000, 24), chunk("data", data)));
    assertThat(samples(sound))
        .containsExactly(-32768, 32767 + 255 / 256.0, 1 / 256.0, -1 / 256.0, 1);
  }

  @Test
  void thirtyTwoBitsKeepTheirFractions() {
    byte[] data = bytes(0, 0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0x7F, 1, 0, 0, 0, 0, 0, 1, 0);
    Sound sound = decode(riff(format(1, 1, 48_000, 32), chunk("data", data)));
    assertThat(samples(sound)).containsExactly(-32768, 32767 + 65535 / 65536.0, 1 / 65536.0, 1);
  }

  @Test
  void floatsMayLieBeyondFullScale() {
    Sound single = decode(riff(format(3, 1, 48_000, 32), chunk("data", floats(-1, 0.5f, 3))));
    assertThat(samples(single)).containsExactly(-32768, 16384, 98304);
    Sound twice = decode(riff(format(3, 1, 48_000, 64), chunk("data", doubles(1, 0.1, -3))));
    assertThat(samples(twice)).containsExactly(32768, 0.1 * 32768, -98304);
  }

  @Test
  void extensibleIsReadByItsSubFormat() {
    assertThat(samples(decode(riff(extensible(1, 2, 48_000, 16, 16), chunk("data", shorts(5, 6))))))
        .containsExactly(5, 6);
    assertThat(samples(decode(riff(extensible(3, 1, 48_000, 32, 32), chunk("data", floats(1))))))
        .containsExactly(32768);
  }

  @Test
  void twentyFourValidBitsStandAtTheTopOfThirtyTwo() {
    byte[] data = bytes(0x80, 0, 0, 0x40);
    Sound sound = decode(riff(extensible(1, 1, 48_000, 32, 24), chunk("data", data)));
    assertThat(samples(sound)).containsExactly(16384 + 128 / 65536.0);
  }

  @Test
  void unsaidValidBitsAreAccepted() {
    Sound sound = decode(riff(extensible(1, 1, 48_000, 16, 0), chunk("data", shorts(9))));
    assertThat(samples(sound)).containsExactly(9);
  }

  @Test
  void emptyExtensionOfPlainFormatIsAccepted() {
    byte[] format = chunk("fmt ", formatBody(1, 1, 44_100, 16), u16(0));
    assertThat(samples(decode(riff(format, DATA)))).containsExactly(1, 2, 3);
  }

  @Test
  void wrongByteRateIsTolerated() {
    byte[] file = pcm16(1, 44_100, 1, 2, 3);
    Arrays.fill(file, 28, 32, (byte) 0);
    assertThat(WavOddTest.samplesWith(file, DiagnosticCode.WAV_FORMAT_ODD))
        .containsExactly(1, 2, 3);
  }

  @Test
  void unknownChunksAreSkippedWherePadded() {
    byte[] junk = chunk("JUNK", bytes(1, 2, 3));
    byte[] fact = chunk("fact", bytes(99, 0, 0, 0));
    assertThat(samples(decode(riff(junk, FORMAT, fact, junk, DATA, junk))))
        .containsExactly(1, 2, 3);
  }

  @Test
  void lastPadByteMayBeMissingUncounted() {
    byte[] file = oddFile();
    byte[] unpadded = Arrays.copyOf(file, file.length - 1);
    unpadded[4]--;
    assertThat(samples(decode(unpadded))).containsExactly(256, 512, 768);
  }

  @Test
  void lastPadByteMayBeMissingCounted() {
    byte[] file = oddFile();
    assertThat(samples(decode(Arrays.copyOf(file, file.length - 1))))
        .containsExactly(256, 512, 768);
  }

  @Test
  void lastPadByteMayBePresentUncounted() {
    byte[] file = oddFile();
    file[4]--;
    assertThat(samples(decode(file))).containsExactly(256, 512, 768);
  }

  @Test
  void bytesBehindTheRiffChunkAreOnlyAWarning() {
    byte[] file = join(pcm16(1, 44_100, 1, 2, 3), bytes(0, 7));
    Outcome<Sound> outcome = WavFile.decode(file);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(outcome.diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(DiagnosticCode.WAV_TRAILING_BYTES);
          assertThat(warning.isError()).isFalse();
          assertThat(warning.location().byteOffset()).hasValue(50);
          assertThat(warning.found()).contains("2 bytes");
        });
  }

  @Test
  void firstForwardLoopIsKeptAsItIsStored() {
    byte[] loops = sampler(new long[] {1, 0, 0}, new long[] {0, 1, 2}, new long[] {0, 0, 1});
    assertThat(decode(riff(FORMAT, DATA, loops)).loops().forward())
        .hasValueSatisfying(WavDecoderTest::isFrames1And2);
    assertThat(decode(riff(loops, FORMAT, DATA)).loops().forward())
        .hasValueSatisfying(WavDecoderTest::isFrames1And2);
  }

  @Test
  void loopsOfOtherTypesAreIgnored() {
    byte[] pingPong = sampler(new long[] {1, 0, 99});
    assertThat(decode(riff(FORMAT, DATA, pingPong)).loops().forward()).isEmpty();
  }

  @Test
  void samplerWithoutLoopsHasNone() {
    assertThat(decode(riff(FORMAT, DATA, sampler())).loops()).isEqualTo(SoundLoops.NONE);
  }

  private static byte[] oddFile() {
    return riff(format(1, 1, 44_100, 8), chunk("data", bytes(129, 130, 131)));
  }

  static Sound decode(byte[] file) {
    return switch (WavFile.decode(file)) {
      case Outcome.Accepted<Sound>(Sound sound, var warnings) -> {
        assertThat(warnings).isEmpty();
        yield sound;
      }
      case Outcome.Refused<Sound>(var errors) -> throw new AssertionError(errors);
    };
  }

  static double[] samples(Sound sound) {
    return TestSounds.samples(sound);
  }

  private static void isFrames1And2(SoundLoop loop) {
    assertThat(loop.first()).isEqualTo(1);
    assertThat(loop.last()).isEqualTo(2);
  }

  @Test
  void chunkNameMayHoldAnyPrintableCharacter() {
    assertThat(samples(decode(riff(chunk("~ !~", shorts(7)), FORMAT, DATA))))
        .containsExactly(1, 2, 3);
  }

  @Test
  void sampleRateReachesItsLimits() {
    for (int rateHz : new int[] {1_000, 768_000}) {
      assertThat(decode(riff(format(1, 1, rateHz, 16), DATA)).sampleRateHz()).isEqualTo(rateHz);
    }
    Sound slowest = TestSounds.of(SampleFormat.PCM_8, 1, 1, bytes(128), Optional.empty());
    assertThat(slowest.sampleRateHz()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestSounds.of(SampleFormat.PCM_8, 1, 0, bytes(128), Optional.empty()));
  }

  @Test
  void greatestFloatIsANumber() {
    Sound sound = decode(riff(format(3, 1, 8_000, 32), chunk("data", floats(Float.MAX_VALUE))));
    assertThat(samples(sound)).containsExactly(Float.MAX_VALUE * 32768.0);
  }

  @Test
  void padByteInTheMiddleIsSkippedWhereTheLastIsMissing() {
    byte[] odd = chunk("JUNK", bytes(1, 2, 3));
    byte[] file = riff(odd, format(1, 1, 44_100, 8), chunk("data", bytes(129, 130, 131)));
    assertThat(samples(decode(Arrays.copyOf(file, file.length - 1))))
        .containsExactly(256, 512, 768);
  }
}
