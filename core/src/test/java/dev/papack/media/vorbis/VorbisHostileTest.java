package dev.papack.media.vorbis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.Damage;
import dev.papack.campaign.Campaign;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.TestSounds;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VorbisHostileTest {
  private static final byte[] MONO = OggFile.of("mono.ogg");

  private static void requireRefused(byte[] file, DiagnosticCode code) {
    Outcome<Sound> outcome = OggFile.decode(file);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.diagnostics().getFirst().code()).isEqualTo(code);
  }

  private static int lastPage(byte[] file) {
    int page = 0;
    while (OggFile.next(file, page) < file.length) {
      page = OggFile.next(file, page);
    }
    return page;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  @Test
  void aSecondStreamIsRefusedByName() {
    byte[] other = MONO.clone();
    other[14] = 77;
    requireRefused(joined(MONO, OggFile.of("loop.ogg")), DiagnosticCode.OGG_STREAMS);
    int behindFirst = OggFile.next(MONO, 0);
    byte[] firstPages = Arrays.copyOf(MONO, behindFirst);
    byte[] interleaved = joined(firstPages, OggFile.withChecksums(other));
    requireRefused(interleaved, DiagnosticCode.OGG_STREAMS);
  }

  @Test
  void aMissingPageIsNoticed() {
    byte[] stereo = OggFile.of("loop.ogg");
    int last = lastPage(stereo);
    requireRefused(Arrays.copyOf(stereo, last), DiagnosticCode.OGG_TRUNCATED);
    int second = OggFile.next(stereo, 0);
    byte[] without =
        joined(
            Arrays.copyOf(stereo, second),
            Arrays.copyOfRange(stereo, OggFile.next(stereo, second), stereo.length));
    requireRefused(without, DiagnosticCode.OGG_PAGE);
  }

  @Test
  void aPositionBeyondTheSamplesIsRefused() {
    byte[] later = MONO.clone();
    later[lastPage(MONO) + 8] = 1;
    byte[] file = OggFile.withChecksums(later);
    // Where one page has all sound, a later position is a later beginning.
    if (OggFile.decode(file) instanceof Outcome.Accepted<Sound>(Sound sound, var _)) {
      assertThat(sound.frameCount()).isPositive();
    }
  }

  @Test
  void headersThatAreNotValidAreRefused() {
    for (int at : new int[] {39, 56, 57}) {
      byte[] changed = MONO.clone();
      changed[at] = (byte) 0;
      Outcome<Sound> outcome = OggFile.decode(OggFile.withChecksums(changed));
      assertThat(outcome).as("byte " + at).isInstanceOf(Outcome.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mono", "loop", "stereo", "six-channels"})
  void everyFlippedBitAndEveryCutIsRefusedOrGivesTheSameSamples(String name) {
    byte[] file = OggFile.of(name + ".ogg");
    double[] whole = TestSounds.samples(VorbisDecoderTest.sound(file));
    Damage.everyCut(file).forEach(cut -> requireSame(cut, whole));
    int step = Campaign.amount(11, 1);
    int flipped = 0;
    for (int bit = 0; bit < file.length * Byte.SIZE; bit += step) {
      byte[] damaged = file.clone();
      damaged[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      requireSame(damaged, whole);
      flipped++;
    }
    Campaign.report(
        "damage-vorbis-" + name,
        String.format(
            Locale.ROOT,
            "%,d truncations and %,d flipped bits: all refused, or the same samples",
            file.length,
            flipped));
  }

  private static void requireSame(byte[] file, double[] whole) {
    if (OggFile.decode(file) instanceof Outcome.Accepted<Sound>(Sound sound, var _)) {
      assertThat(TestSounds.samples(sound)).isEqualTo(whole);
    }
  }

  @Test
  void mutationsWithRightChecksumsGiveOutcomes() {
    long seed = 20_261_130;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    System.out.println("mutations of Ogg Vorbis files, seed " + seed);
    int accepted = 0;
    int rounds = Campaign.amount(1_500, 100_000);
    for (int round = 0; round < rounds; round++) {
      byte[] file = MONO.clone();
      int changes = random.nextInt(1, 4);
      for (int change = 0; change < changes; change++) {
        int at = random.nextInt(28, file.length);
        file[at] ^= (byte) (1 << random.nextInt(8));
      }
      if (OggFile.decode(OggFile.withChecksums(file))
          instanceof Outcome.Accepted<Sound>(Sound sound, var _)) {
        for (double sample : TestSounds.samples(sound)) {
          assertThat(Double.isFinite(sample)).isTrue();
        }
        accepted++;
      }
    }
    // Both ways must have been walked, or the campaign proves nothing.
    assertThat(accepted).isBetween(1, rounds - 1);
  }
}
