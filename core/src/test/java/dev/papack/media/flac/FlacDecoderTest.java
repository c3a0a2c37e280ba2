package dev.papack.media.flac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.Speaker;
import dev.papack.media.TestSounds;
import dev.papack.media.flac.FlacFile.Coding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are written from the specification, one way of storing samples after the other. */
class FlacDecoderTest {
  private static final FlacFile SMALL = FlacFile.small();

  static Sound sound(byte[] file) {
    return switch (FlacFile.decode(file)) {
      case Outcome.Accepted<Sound>(Sound sound, var _) -> sound;
      case Outcome.Refused<Sound>(var errors) -> throw new AssertionError(errors);
    };
  }

  private static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_130);
  }

  /** A walk from one end of the range to the other, of samples that two bits are left out of. */
  private static long[][] samples(int channels, int bits, int frames) {
    RandomGenerator random = random();
    long highest = (1L << (bits - 1)) - 4;
    long[][] samples = new long[channels][frames];
    for (long[] channel : samples) {
      long step = Math.max(8, highest >> 8);
      for (int i = 1; i < frames; i++) {
        long next = channel[i - 1] + random.nextLong(-step, step);
        channel[i] = Math.clamp(next, -highest, highest) & ~3L;
      }
      if (bits <= 24) {
        channel[frames / 2] = highest & ~3L;
      }
    }
    return samples;
  }

  @ParameterizedTest
  @EnumSource(
      value = Coding.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONSTANT"})
  void everyWayOfStoringGivesTheSamplesOfEveryNumberOfBits(Coding coding) {
    for (int bits = 4; bits <= 32; bits++) {
      FlacFile file = new FlacFile(bits, 44_100, samples(1, bits, 80), 48);
      long[] decoded = FlacFile.integers(sound(file.bytes(coding, 0)), bits);
      assertThat(decoded).as(coding + " of " + bits + " bits").isEqualTo(file.interleaved());
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 16", "9, 16", "10, 16", "8, 32", "9, 32", "10, 32", "10, 24", "10, 4"})
  void leftAndRightComeBackFromTheirDifference(int stereo, int bits) {
    long[][] samples = samples(2, bits, 100);
    samples[0][50] = (1L << (bits - 1)) - 1;
    samples[1][50] = -1L << (bits - 1);
    FlacFile file = new FlacFile(bits, 48_000, samples, 32);
    for (Coding coding : List.of(Coding.VERBATIM, Coding.FIXED_1, Coding.FIVE_BITS)) {
      if (bits == 32 && coding != Coding.VERBATIM) {
        // A residual of more than 32 bits does not exist.
        continue;
      }
      assertThat(FlacFile.integers(sound(file.bytes(coding, stereo)), bits))
          .isEqualTo(file.interleaved());
    }
  }

  @Test
  void aConstantIsOneSample() {
    long[] constant = new long[5_000];
    Arrays.fill(constant, -77);
    FlacFile file = new FlacFile(16, 8_000, new long[][] {constant, constant}, 4_096);
    assertThat(FlacFile.integers(sound(file.bytes(Coding.CONSTANT, 0)), 16))
        .isEqualTo(file.interleaved());
  }

  @Test
  void theScaleIsThatOfSixteenBits() {
    for (int bits : new int[] {4, 8, 16, 24, 32}) {
      long[][] samples = {{-1L << (bits - 1), 1, 0, (1L << (bits - 1)) - 1}};
      FlacFile file = new FlacFile(bits, 8_000, samples, 16);
      assertThat(TestSounds.samples(sound(file.bytes(Coding.VERBATIM, 0))))
          .startsWith(-32_768, Math.scalb(1.0, 16 - bits), 0);
    }
  }

  @Test
  void samplesAreReadFromAnyPlaceOn() throws IOException {
    FlacFile file = new FlacFile(16, 44_100, samples(2, 16, 90_000), 16);
    Sound sound = sound(file.bytes());
    RandomGenerator random = random();
    double[][] part = new double[2][1_000];
    try (Sound.Samples samples = sound.open()) {
      for (int round = 0; round < 100; round++) {
        int from = random.nextInt(90_000);
        int count = Math.min(random.nextInt(1_000), 90_000 - from);
        samples.read(from, count, part, 0);
        double[] expected =
            Arrays.stream(file.samples()[1], from, from + count).asDoubleStream().toArray();
        assertThat(Arrays.equals(part[1], 0, count, expected, 0, count))
            .as("%d from %d on", count, from)
            .isTrue();
      }
    }
  }

  @Test
  void whatNoSampleDependsOnIsAWarning() {
    byte[] frames = SMALL.frames(Coding.FIXED_1, 0);
    byte[] info = SMALL.streamInfo();
    byte[] shorter = info.clone();
    shorter[3] = 15;
    requireWarning(DiagnosticCode.FLAC_ODD, FlacFile.block(0, true, shorter), frames);
    byte[] count = SMALL.streamInfo(99, SMALL.md5());
    requireWarning(DiagnosticCode.FLAC_ODD, FlacFile.block(0, true, count), frames);
    byte[] padding = FlacFile.block(1, false, new byte[5]);
    requireWarning(
        DiagnosticCode.FLAC_ODD, FlacFile.join(padding, FlacFile.block(0, true, info)), frames);
    requireWarning(
        DiagnosticCode.FLAC_TRAILING_BYTES,
        FlacFile.block(0, true, info),
        FlacFile.join(frames, "TAG of another format".getBytes(StandardCharsets.US_ASCII)));
    byte[] frameBytes = info.clone();
    frameBytes[6] = 1;
    frameBytes[9] = 1;
    requireWarning(DiagnosticCode.FLAC_ODD, FlacFile.block(0, true, frameBytes), frames);
  }

  private static void requireWarning(DiagnosticCode code, byte[] metadata, byte[] frames) {
    byte[] file = FlacFile.join(FlacFile.SIGNATURE, metadata, frames);
    assertThat(FlacFile.decode(file).diagnostics())
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(code);
    assertThat(FlacFile.integers(sound(file), 16)).isEqualTo(SMALL.interleaved());
  }

  @Test
  void withoutLengthAndMd5TheChecksumsOfFramesDecide() {
    byte[] info = SMALL.streamInfo(0, new byte[16]);
    byte[] file =
        FlacFile.join(
            FlacFile.SIGNATURE, FlacFile.block(0, true, info), SMALL.frames(Coding.FIXED_1, 0));
    assertThat(FlacFile.decode(file).diagnostics()).isEmpty();
    assertThat(FlacFile.integers(sound(file), 16)).isEqualTo(SMALL.interleaved());
    assertThat(FlacFile.decode(FlacFile.join(file, new byte[1])))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void speakersAreThoseOfTheSpecificationOrOfAComment() {
    FlacFile six = new FlacFile(16, 48_000, samples(6, 16, 20), 16);
    assertThat(sound(six.bytes()).speakers())
        .containsExactly(
            Speaker.FRONT_LEFT,
            Speaker.FRONT_RIGHT,
            Speaker.FRONT_CENTER,
            Speaker.LOW_FREQUENCY,
            Speaker.BACK_LEFT,
            Speaker.BACK_RIGHT);
    FlacFile three = new FlacFile(16, 48_000, samples(3, 16, 20), 16);
    assertThat(sound(three.bytes()).speakers())
        .containsExactly(Speaker.FRONT_LEFT, Speaker.FRONT_RIGHT, Speaker.FRONT_CENTER);
    assertThat(sound(withComment(three, "waveformatextensible_channel_mask=0x103")).speakers())
        .containsExactly(Speaker.FRONT_LEFT, Speaker.FRONT_RIGHT, Speaker.BACK_CENTER);
    assertThat(sound(withComment(three, "ARTIST=0x103")).speakers()).contains(Speaker.FRONT_CENTER);
    assertThat(
            FlacFile.decode(withComment(three, "WAVEFORMATEXTENSIBLE_CHANNEL_MASK=0x7000"))
                .diagnostics())
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(DiagnosticCode.WAV_CHANNELS);
  }

  private static byte[] withComment(FlacFile file, String comment) {
    byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
    byte[] length = {(byte) text.length, 0, 0, 0};
    byte[] other = {1, 0, 0, 0, 'x'};
    byte[] body = FlacFile.join(new byte[] {1, 0, 0, 0, 'v', 2, 0, 0, 0}, other, length, text);
    return FlacFile.join(
        FlacFile.SIGNATURE,
        FlacFile.block(0, false, file.streamInfo()),
        FlacFile.block(4, true, body),
        file.frames(Coding.FIXED_1, 0));
  }
}
