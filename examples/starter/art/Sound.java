import java.util.function.DoubleUnaryOperator;

/** Samples of one channel, -1 to 1, at a rate in hertz. */
final class Sound {
  final int rate;
  final double[] samples;

  Sound(int rate, int frameCount) {
    this.rate = rate;
    this.samples = new double[frameCount];
  }

  static Sound ofSeconds(int rate, double seconds) {
    return new Sound(rate, (int) Math.round(rate * seconds));
  }

  double seconds() {
    return samples.length / (double) rate;
  }

  /** Mixes {@code over} in from a frame on. What runs over the end comes in again at the start. */
  Sound mix(Sound over, int frame, double gain) {
    for (int i = 0; i < over.samples.length; i++) {
      samples[(frame + i) % samples.length] += gain * over.samples[i];
    }
    return this;
  }

  /** Each sample times {@code gain} of its time in seconds. */
  Sound shaped(DoubleUnaryOperator gain) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= gain.applyAsDouble(i / (double) rate);
    }
    return this;
  }

  /** Fades the borders, so that nothing clicks. */
  Sound faded(double inSeconds, double outSeconds) {
    double end = seconds();
    return shaped(
        t -> Math.min(1, t / inSeconds) * Math.min(1, (end - t - 1.0 / rate) / outSeconds));
  }

  /** One pole; {@code cutoff} in hertz. */
  Sound lowPassed(double cutoff) {
    double follow = 1 - StrictMath.exp(-2 * Math.PI * cutoff / rate);
    double level = 0;
    for (int i = 0; i < samples.length; i++) {
      level += follow * (samples[i] - level);
      samples[i] = level;
    }
    return this;
  }

  Sound highPassed(double cutoff) {
    double follow = 1 - StrictMath.exp(-2 * Math.PI * cutoff / rate);
    double level = 0;
    for (int i = 0; i < samples.length; i++) {
      level += follow * (samples[i] - level);
      samples[i] -= level;
    }
    return this;
  }

  double peak() {
    double peak = 0;
    for (double sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  Sound scaledTo(double peak) {
    double gain = peak / peak();
    return shaped(t -> gain);
  }
}
