package dev.papack.bank.sounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.campaign.Campaign;
import dev.papack.container.SoundsMetadata.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Loops at other rates against what they would be ideally: a sum of tones that fits into the loop,
 * known at every moment by its formula alone. Nothing of the resampler is used to judge it.
 */
@Tag("slow")
final class LoopResamplingTest {
  private static final int[] SOURCE_HZ = {
    8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000
  };
  private static final int[] BANK_HZ = {8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000};
  private static final int[] DAILY_FRAMES = {50, 99, 1_001, 100_000};
  private static final int[] LONG_FRAMES = {50, 64, 99, 441, 1_001, 4_410, 30_011, 100_000};

  /** Frames at each side of a seam that are judged. */
  private static final int AROUND = 70;

  private static final double MAX_CENTS = 0.25;
  private static final double MAX_DECIBELS = -85;

  /** Tones of which each fits into a loop a whole number of times. */
  private record Harmonics(int loopFrames, List<Integer> numbers) {
    /** As high as both rates can have them. */
    static Harmonics of(int loopFrames, int fromHz, int toHz) {
      double most = 0.9 * loopFrames / 2 * Math.min(1, (double) toHz / fromHz);
      List<Integer> numbers = new ArrayList<>();
      for (double share : new double[] {0, 0.3, 0.7, 0.99}) {
        int number = Math.max(1, (int) (share * most));
        if (number <= most && !numbers.contains(number)) {
          numbers.add(number);
        }
      }
      return new Harmonics(loopFrames, numbers);
    }

    /** At most 1. */
    double at(double frame) {
      double sum = 0;
      for (int number : numbers) {
        double turns = number * (frame / loopFrames) + 0.1 * number;
        sum += Math.sin(2 * Math.PI * (turns - Math.floor(turns)));
      }
      return sum / numbers.size();
    }
  }

  /** What a bank deviates by, and how much it is out of tune. */
  private record Deviation(double seam, double join, double tail, double cents) {}

  @Test
  void seamJoinAndPitchAreRightAtAllRatiosOfCommonRates() {
    double seam = 0;
    double join = 0;
    double tail = 0;
    double cents = 0;
    int count = 0;
    long start = System.nanoTime();
    for (int frames : Campaign.current() != Campaign.DAILY ? LONG_FRAMES : DAILY_FRAMES) {
      for (int fromHz : SOURCE_HZ) {
        for (int toHz : BANK_HZ) {
          if (fromHz != toHz && !Harmonics.of(frames, fromHz, toHz).numbers().isEmpty()) {
            Deviation one = deviation(frames, fromHz, toHz);
            seam = Math.max(seam, one.seam());
            join = Math.max(join, one.join());
            tail = Math.max(tail, one.tail());
            cents = Math.max(cents, one.cents());
            count++;
          }
        }
      }
    }
    Campaign.report(
        "loops-resampled",
        String.format(
            Locale.ROOT,
            "%d loops: seam %.1f dB, join %.1f dB, behind it %.1f dB, pitch %.3f cents, %d ms each",
            count,
            decibels(seam),
            decibels(join),
            decibels(tail),
            cents,
            (System.nanoTime() - start) / 1_000_000 / count));
    assertThat(decibels(seam)).isLessThan(MAX_DECIBELS);
    assertThat(decibels(join)).isLessThan(MAX_DECIBELS);
    assertThat(decibels(tail)).isLessThan(MAX_DECIBELS);
    assertThat(cents).isLessThan(MAX_CENTS);
  }

  /** An attack, a loop, and something behind it, all of the same tones. */
  private static Deviation deviation(int loopFrames, int fromHz, int toHz) {
    Harmonics tones = Harmonics.of(loopFrames, fromHz, toHz);
    int reach = (int) Math.ceil(64 * Math.max(1, (double) fromHz / toHz));
    int before = 3 * reach + 7;
    Loop loop = new Loop(before, before + loopFrames);
    int sourceFrames = (int) loop.end() + 4 * reach;
    RateChange change = RateChange.of(sourceFrames, Optional.of(loop), fromHz, toHz);
    double[] result = ResamplerTest.resample(ResamplerTest.mono(sourceFrames, tones::at), change);
    assertThat(result).hasSize((int) change.frameCount());
    Loop made = change.loop().orElseThrow();
    double step = (double) fromHz / toHz;
    int length = (int) (made.end() - made.start());
    double repeats = Math.rint(length * step / loopFrames);
    double loopStep = repeats * loopFrames / length;
    double seam = 0;
    double join = 0;
    double tail = 0;
    for (int i = 0; i < length; i++) {
      double ideal = tones.at(made.start() * step + i * loopStep);
      double off = Math.abs(result[(int) made.start() + i] - ideal);
      seam = Math.max(seam, off);
    }
    for (int i = 1; i <= AROUND; i++) {
      int frame = (int) made.start() - i;
      join = Math.max(join, Math.abs(result[frame] - tones.at(frame * step)));
    }
    int judged = (int) (2 * reach / step);
    for (int i = 0; i < judged; i++) {
      double ideal = tones.at(made.start() * step + i * step);
      tail = Math.max(tail, Math.abs(result[(int) made.end() + i] - ideal));
    }
    return new Deviation(seam, join, tail, cents(loopStep / step));
  }

  @Test
  void resamplingWithoutTheLawClicksAndIsOutOfTune() {
    double cents = 0;
    double seam = 0;
    for (int frames = 50; frames < 60; frames++) {
      for (int[] rates : new int[][] {{48_000, 44_100}, {96_000, 48_000}, {44_100, 22_050}}) {
        Harmonics tones = Harmonics.of(frames, rates[0], rates[1]);
        double[] result =
            ResamplerTest.resample(ResamplerTest.mono(frames, tones::at), rates[0], rates[1]);
        double length = Math.rint((double) frames * rates[1] / rates[0]);
        double loopStep = frames / length;
        cents = Math.max(cents, cents(loopStep * rates[1] / rates[0]));
        seam = Math.max(seam, Math.abs(result[0] - tones.at(0)));
      }
    }
    assertThat(decibels(seam)).as("a step at the seam").isGreaterThan(-24);
    assertThat(cents).as("detuned").isGreaterThan(3.5);
  }

  @Test
  void everyLoopIsInTuneAndNoLongerThanItHasToBe() {
    int judged = 0;
    for (int fromHz : SOURCE_HZ) {
      for (int toHz : BANK_HZ) {
        for (int frames = 2; frames < 100_000 && fromHz != toHz; frames += 1 + frames / 9) {
          Loop made =
              RateChange.of(frames, Optional.of(new Loop(0, frames)), fromHz, toHz)
                  .loop()
                  .orElseThrow();
          double ideal = (double) frames * toHz / fromHz;
          long repeats = Math.round(made.end() / ideal);
          assertThat(made.start()).isZero();
          assertThat(cents(made.end() / (repeats * ideal))).isLessThan(MAX_CENTS);
          assertThat((repeats - 1) * ideal).as("one pass fewer").isLessThan(3_472);
          judged++;
        }
      }
    }
    assertThat(judged).isGreaterThan(4_000);
  }

  @Test
  void whatIsHeardIsTheSourcePlayedOnAndOn() {
    // Noise everywhere: nothing of the attack is like the end of the loop.
    double[] source = new double[900];
    long state = 1;
    for (int i = 0; i < source.length; i++) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      source[i] = (state >> 33) / (double) (1L << 30);
    }
    for (int sourceFrames : new int[] {700, 900}) {
      for (int[] rates : new int[][] {{48_000, 44_100}, {96_000, 48_000}, {22_050, 44_100}}) {
        for (Loop loop : List.of(new Loop(300, 700), new Loop(11, 700), new Loop(690, 700))) {
          heard(source, sourceFrames, loop, rates[0], rates[1]);
        }
      }
    }
  }

  private static void heard(double[] source, int sourceFrames, Loop loop, int fromHz, int toHz) {
    RateChange change = RateChange.of(sourceFrames, Optional.of(loop), fromHz, toHz);
    double[] result =
        ResamplerTest.resample(ResamplerTest.mono(sourceFrames, frame -> source[frame]), change);
    Loop made = change.loop().orElseThrow();
    int loopFrames = (int) (loop.end() - loop.start());
    double[] played = new double[sourceFrames + 12 * 4_000];
    for (int i = 0; i < played.length; i++) {
      played[i] =
          i < loop.end()
              ? source[i]
              : source[(int) (loop.start() + (i - loop.start()) % loopFrames)];
    }
    double step = (double) fromHz / toHz;
    int length = (int) (made.end() - made.start());
    double loopStep = Math.rint(length * step / loopFrames) * loopFrames / length;
    for (int i = 0; i < made.end() + 200; i++) {
      // The second time around the loop begins again.
      int frame = (int) (i < made.end() ? i : made.start() + (i - made.start()) % length);
      double moment =
          i < made.start() ? i * step : made.start() * step + (i - made.start()) * loopStep;
      double ideal = ideal(played, moment, Math.max(1, step));
      assertThat(Math.abs(result[frame] - ideal))
          .as("frame %s of %s from %s to %s Hz", i, loop, fromHz, toHz)
          .isLessThan(Math.pow(10, MAX_DECIBELS / 20));
    }
  }

  /** The documented filter, straight from its formula. */
  private static double ideal(double[] played, double moment, double period) {
    double sum = 0;
    double taps = 0;
    for (int i = (int) (moment - 64 * period); i <= moment + 64 * period; i++) {
      double periods = Math.abs(moment - i) / period;
      if (periods < 64) {
        double angle = Math.PI * 0.95 * periods;
        double window = bessel(10.06 * Math.sqrt(1 - periods * periods / 4096));
        double tap = (angle == 0 ? 1 : Math.sin(angle) / angle) * window;
        taps += tap;
        sum += i < 0 ? 0 : tap * played[i];
      }
    }
    return sum / taps;
  }

  private static double bessel(double x) {
    double sum = 0;
    for (int i = 0; i < 32; i++) {
      sum += Math.exp(x * Math.cos(2 * Math.PI * i / 32));
    }
    return sum / 32;
  }

  private static double cents(double factor) {
    return Math.abs(1_200 * Math.log(factor) / Math.log(2));
  }

  private static double decibels(double factor) {
    return 20 * Math.log10(Math.max(factor, 1e-12));
  }
}
