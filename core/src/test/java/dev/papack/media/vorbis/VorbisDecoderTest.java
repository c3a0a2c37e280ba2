package dev.papack.media.vorbis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.Speaker;
import dev.papack.media.TestSounds;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VorbisDecoderTest {
  static Sound sound(byte[] file) {
    return switch (OggFile.decode(file)) {
      case Outcome.Accepted<Sound>(Sound sound, var _) -> sound;
      case Outcome.Refused<Sound>(var errors) -> throw new AssertionError(errors);
    };
  }

  /** How far a sample is from one of 16 bits, at most. */
  static long worst(double[] samples, byte[] expected) {
    assertThat(expected).hasSize(2 * samples.length);
    long worst = 0;
    for (int i = 0; i < samples.length; i++) {
      long rounded =
          (long) Math.clamp(Math.floor(samples[i] + 0.5), Short.MIN_VALUE, Short.MAX_VALUE);
      int theirs = (expected[2 * i] & 0xFF) | (expected[2 * i + 1] << 8);
      worst = Math.max(worst, Math.abs(rounded - theirs));
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono", "stereo", "loop", "six-channels"})
  void samplesAreWithinOneOfThoseOfLibvorbis(String name) {
    double[] samples = TestSounds.samples(sound(OggFile.of(name + ".ogg")));
    assertThat(worst(samples, OggFile.of(name + ".s16"))).isLessThanOrEqualTo(1);
  }

  @Test
  void samplesAreReadFromAnyPlaceOn() throws IOException {
    Sound sound = sound(OggFile.of("stereo.ogg"));
    int frames = sound.frameCount();
    double[] whole = TestSounds.samples(sound);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_130);
    double[][] part = new double[2][1_000];
    try (Sound.Samples samples = sound.open()) {
      for (int round = 0; round < 100; round++) {
        int from = random.nextInt(frames);
        int count = Math.min(random.nextInt(1_000), frames - from);
        samples.read(from, count, part, 0);
        for (int i = 0; i < count; i++) {
          if (part[1][i] != whole[2 * (from + i) + 1]) {
            throw new AssertionError("frame " + (from + i));
          }
        }
      }
    }
  }

  @Test
  void loopsOfCommentsAreTaken() {
    assertThat(sound(OggFile.of("loop.ogg")).loops().forward())
        .hasValueSatisfying(loop -> {
          assertThat(loop.first()).isEqualTo(100);
          assertThat(loop.last()).isEqualTo(899);
          assertThat(loop.playCount()).isZero();
        });
    assertThat(sound(OggFile.of("mono.ogg")).loops().count()).isZero();
  }

  @Test
  void channelsAreInTheOrderOfVorbis() {
    assertThat(sound(OggFile.of("six-channels.ogg")).speakers())
        .startsWith(Speaker.FRONT_LEFT, Speaker.FRONT_CENTER, Speaker.FRONT_RIGHT)
        .endsWith(Speaker.LOW_FREQUENCY);
  }

  @Test
  void packetsThatAreNotOfSoundAreAWarning() {
    byte[] loop = OggFile.of("loop.ogg");
    int page = OggFile.next(loop, OggFile.next(loop, 0));
    byte[] other = OggFile.withPacket(loop, page, new byte[] {3, 'v', 'o', 'r'});
    assertThat(OggFile.decode(other).diagnostics())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo(DiagnosticCode.VORBIS_OTHER_PACKETS);
          assertThat(warning.location().byteOffset()).hasValue(page);
        });
    assertThat(TestSounds.samples(sound(other))).isEqualTo(TestSounds.samples(sound(loop)));
    byte[] empty = OggFile.withPacket(loop, page, new byte[0]);
    assertThat(OggFile.decode(empty).diagnostics()).isEmpty();
    assertThat(TestSounds.samples(sound(empty))).isEqualTo(TestSounds.samples(sound(loop)));
  }

  @Test
  void bytesBehindTheStreamAreAWarning() {
    byte[] mono = OggFile.of("mono.ogg");
    byte[] longer = Arrays.copyOf(mono, mono.length + 9);
    assertThat(OggFile.decode(longer).diagnostics())
        .singleElement()
        .extracting(Diagnostic::code)
        .isEqualTo(DiagnosticCode.OGG_TRAILING_BYTES);
    assertThat(TestSounds.samples(sound(longer))).isEqualTo(TestSounds.samples(sound(mono)));
  }
}
