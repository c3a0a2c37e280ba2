package dev.papack.bank.sounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResamplerTest {
  @Test
  void frameCountRoundsUp() {
    assertThat(frameCount(44_100, 44_100, 48_000)).isEqualTo(48_000);
    assertThat(frameCount(1, 48_000, 8_000)).isEqualTo(1);
    assertThat(frameCount(7, 48_000, 8_000)).isEqualTo(2);
    assertThat(frameCount(1, 44_100, 48_000)).isEqualTo(2);
    assertThat(frameCount(256 << 20, 8_000, 48_000)).isEqualTo(1_610_612_736L);
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 48000, 3000",
    "48000, 44100, 9000",
    "48000, 8000, 6001",
    "8000, 48000, 500",
    "44100, 47999, 5000",
    "768000, 8000, 8000",
    "1000, 48000, 60",
    "1000, 47999, 3000",
    "7999, 8000, 200000",
    "44100, 48000, 1"
  })
  void everySampleIsTheDocumentedSum(int fromHz, int toHz, int frameCount) {
    Signal noise =
        mono(frameCount, frame -> Math.floorMod(frame * 2_654_435_761L, 65_536) - 32_768);
    double[] result = resample(noise, fromHz, toHz);
    assertThat(result).hasSize((int) frameCount(frameCount, fromHz, toHz));
    for (int k = 0; k < result.length; k += 1 + k / 200) {
      assertThat(result[k])
          .as("frame %s", k)
          .isCloseTo(naive(noise, fromHz, toHz, k), within(tolerance(fromHz, toHz)));
    }
  }

  /** Of a full scale of 32768: -150 dB, and -115 dB where taps are blended. */
  private static double tolerance(int fromHz, int toHz) {
    RateChange change = RateChange.of(1, Optional.empty(), fromHz, toHz);
    return new SincFilter(change.from(), change.to()).isKept() ? 1e-3 : 0.05;
  }

  @ParameterizedTest
  @CsvSource({"44100, 48000", "48000, 44100", "44100, 47999", "48000, 8000", "8000, 48000"})
  void constantStaysItself(int fromHz, int toHz) {
    double[] result = resample(mono(9_000, _ -> -32_768), fromHz, toHz);
    int edge = 66 * Math.ceilDiv(toHz, fromHz);
    double[] middle = Arrays.copyOfRange(result, edge, result.length - edge);
    assertThat(Arrays.stream(middle).min()).hasValueCloseTo(-32_768.0, within(1e-9));
    assertThat(Arrays.stream(middle).max()).hasValueCloseTo(-32_768.0, within(1e-9));
  }

  @Test
  void impulseStaysWhereItIs() {
    double[] result = resample(mono(882, frame -> frame == 441 ? 1 : 0), 44_100, 48_000);
    assertThat(result[480]).isCloseTo(0.95, within(0.001));
    for (int k = 1; k < 100; k++) {
      assertThat(result[480 - k]).isCloseTo(result[480 + k], within(1e-15)).isLessThan(result[480]);
    }
  }

  @Test
  void silenceSurroundsTheSound() {
    double[] result = resample(mono(1, _ -> 1000), 8_000, 16_000);
    assertThat(result).hasSize(2);
    assertThat(result[0]).isCloseTo(950, within(0.1));
  }

  @Test
  void channelsDoNotMix() {
    Tone left = new Tone(0.01, 2_000);
    Tone right = new Tone(0.11, 2_000);
    Signal both = signal(2, 2_000, (frame, channel) -> (channel == 0 ? left : right).at(frame));
    double[] interleaved = resample(both, 44_100, 48_000);
    double[] leftAlone = resample(left, 44_100, 48_000);
    double[] rightAlone = resample(right, 44_100, 48_000);
    double[] expected = new double[2 * leftAlone.length];
    for (int k = 0; k < leftAlone.length; k++) {
      expected[2 * k] = leftAlone[k];
      expected[2 * k + 1] = rightAlone[k];
    }
    assertThat(interleaved).isEqualTo(expected);
  }

  private static long frameCount(long frames, int fromHz, int toHz) {
    return RateChange.of(frames, Optional.empty(), fromHz, toHz).frameCount();
  }

  static double[] resample(Signal source, int fromHz, int toHz) {
    return resample(source, RateChange.of(source.frameCount(), Optional.empty(), fromHz, toHz));
  }

  static double[] resample(Signal source, RateChange change) {
    DoubleStream.Builder samples = DoubleStream.builder();
    try {
      new Resampler(change)
          .resample(
              source,
              (block, frames) -> {
                for (int i = 0; i < frames; i++) {
                  for (double[] channel : block) {
                    samples.add(channel[i]);
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return samples.build().toArray();
  }

  /** One sample of a signal. */
  @FunctionalInterface
  interface Sample {
    double at(int frame, int channel);
  }

  static Signal signal(int channels, int frameCount, Sample sample) {
    return new Signal() {
      @Override
      public int channels() {
        return channels;
      }

      @Override
      public int frameCount() {
        return frameCount;
      }

      @Override
      public void read(int firstFrame, int frames, double[][] into, int offset) {
        Objects.checkFromIndexSize(firstFrame, frames, frameCount);
        for (int channel = 0; channel < channels; channel++) {
          for (int i = 0; i < frames; i++) {
            into[channel][offset + i] = sample.at(firstFrame + i, channel);
          }
        }
      }
    };
  }

  static Signal mono(int frameCount, IntToDoubleFunction samples) {
    return signal(1, frameCount, (frame, _) -> samples.applyAsDouble(frame));
  }

  private static double sample(Signal source, int frame) {
    double[][] one = new double[1][1];
    try {
      source.read(frame, 1, one, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return one[0][0];
  }

  /** The sum over the whole window straight from the formula, without tables. */
  private static double naive(Signal source, int fromHz, int toHz, int k) {
    long place = (long) k * fromHz / toHz;
    long reach = 65L * Math.ceilDiv(fromHz, toHz);
    double sum = 0;
    double taps = 0;
    for (long frame = place - reach; frame <= place + reach; frame++) {
      double periods =
          Math.abs((double) ((long) k * fromHz - frame * toHz)) / Math.max(fromHz, toHz);
      if (periods < 64) {
        double angle = Math.PI * 0.95 * periods;
        double sinc = angle == 0 ? 1 : Math.sin(angle) / angle;
        double tap = sinc * bessel(10.06 * Math.sqrt(1 - periods * periods / (64 * 64)));
        taps += tap;
        if (frame >= 0 && frame < source.frameCount()) {
          sum += tap * sample(source, (int) frame);
        }
      }
    }
    return sum / taps;
  }

  /** The modified Bessel function of order 0 as the mean of exp(x cos t). */
  private static double bessel(double x) {
    int steps = 40;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += Math.exp(x * Math.cos(2 * Math.PI * i / steps));
    }
    return sum / steps;
  }
}
