import java.util.function.DoubleUnaryOperator;

/** Oscillators. Pitches are in hertz, as functions of the time in seconds. */
final class Voice {
  private Voice() {}

  /**
   * {@code duty} is how much of each period is high. Band-limited, for a plain pulse rings falsely.
   */
  static Sound pulse(int rate, double seconds, double duty, DoubleUnaryOperator pitch) {
    Sound sound = Sound.ofSeconds(rate, seconds);
    double phase = 0;
    for (int i = 0; i < sound.samples.length; i++) {
      double step = pitch.applyAsDouble(i / (double) rate) / rate;
      double level = phase < duty ? 1 : -1;
      level += corner(phase, step) - corner((phase + 1 - duty) % 1, step);
      sound.samples[i] = level - (2 * duty - 1);
      phase = (phase + step) % 1;
    }
    return sound;
  }

  static Sound triangle(int rate, double seconds, DoubleUnaryOperator pitch) {
    Sound sound = Sound.ofSeconds(rate, seconds);
    double phase = 0.25;
    for (int i = 0; i < sound.samples.length; i++) {
      sound.samples[i] = 1 - 4 * Math.abs(phase - 0.5);
      phase = (phase + pitch.applyAsDouble(i / (double) rate) / rate) % 1;
    }
    return sound;
  }

  static Sound sine(int rate, double seconds, DoubleUnaryOperator pitch) {
    Sound sound = Sound.ofSeconds(rate, seconds);
    double phase = 0;
    for (int i = 0; i < sound.samples.length; i++) {
      sound.samples[i] = StrictMath.sin(2 * Math.PI * phase);
      phase = (phase + pitch.applyAsDouble(i / (double) rate) / rate) % 1;
    }
    return sound;
  }

  static Sound hiss(int rate, double seconds, int seed) {
    Sound sound = Sound.ofSeconds(rate, seconds);
    Noise noise = new Noise(seed);
    for (int i = 0; i < sound.samples.length; i++) {
      sound.samples[i] = 2 * noise.at(i, 0) - 1;
    }
    return sound;
  }

  /** What rounds the jump of a pulse at {@code phase} 0 (polynomial band-limited step). */
  private static double corner(double phase, double step) {
    if (phase < step) {
      double t = phase / step;
      return 2 * t - t * t - 1;
    }
    if (phase > 1 - step) {
      double t = (phase - 1) / step;
      return t * t + 2 * t + 1;
    }
    return 0;
  }
}
