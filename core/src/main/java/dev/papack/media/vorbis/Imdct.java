package dev.papack.media.vorbis;

/**
 * The inverse modified discrete cosine transform: {@code x[n]} is the sum over all {@code k} of
 * {@code X[k] * cos(2 pi / N * (n + 1/2 + N/4) * (k + 1/2))}, by a complex Fourier transform of a
 * quarter of its length. Tables are made with {@link StrictMath} and sums have a fixed order, so
 * that the result is the same everywhere.
 */
final class Imdct {
  private final int size;
  private final double[] cosines;
  private final double[] sines;
  private final double[] rootCosines;
  private final double[] rootSines;
  private final int[] reversed;
  private final double[] real;
  private final double[] imaginary;

  /** For blocks of so many samples, a power of two of at least 64. */
  Imdct(int size) {
    this.size = size;
    int quarter = size / 4;
    cosines = new double[quarter];
    sines = new double[quarter];
    for (int i = 0; i < quarter; i++) {
      double angle = 2 * Math.PI * (i + 0.125) / size;
      cosines[i] = -StrictMath.cos(angle);
      sines[i] = -StrictMath.sin(angle);
    }
    rootCosines = new double[quarter / 2];
    rootSines = new double[quarter / 2];
    for (int i = 0; i < quarter / 2; i++) {
      rootCosines[i] = StrictMath.cos(2 * Math.PI * i / quarter);
      rootSines[i] = StrictMath.sin(2 * Math.PI * i / quarter);
    }
    reversed = new int[quarter];
    int bits = Integer.numberOfTrailingZeros(quarter);
    for (int i = 0; i < quarter; i++) {
      reversed[i] = Integer.reverse(i) >>> (Integer.SIZE - bits);
    }
    real = new double[quarter];
    imaginary = new double[quarter];
  }

  /**
   * Transforms.
   *
   * @param spectrum half as many as the block has
   * @param block where samples go
   */
  void transform(double[] spectrum, double[] block) {
    int quarter = size / 4;
    int half = size / 2;
    for (int k = 0; k < quarter; k++) {
      double upper = spectrum[half - 1 - 2 * k];
      double lower = spectrum[2 * k];
      int at = reversed[k];
      real[at] = upper * cosines[k] - lower * sines[k];
      imaginary[at] = upper * sines[k] + lower * cosines[k];
    }
    fourier();
    for (int k = 0; k < quarter; k++) {
      double re = imaginary[k] * sines[k] - real[k] * cosines[k];
      double im = imaginary[k] * cosines[k] + real[k] * sines[k];
      put(block, quarter + 2 * k, re);
      put(block, quarter + half - 1 - 2 * k, im);
    }
  }

  /** Puts a sample of the middle, and the one that mirrors it. */
  private void put(double[] block, int at, double value) {
    int half = size / 2;
    block[at] = -value;
    if (at < half) {
      block[half - 1 - at] = value;
    } else {
      block[size + half - 1 - at] = -value;
    }
  }

  private void fourier() {
    int count = real.length;
    for (int length = 2; length <= count; length *= 2) {
      int half = length / 2;
      int step = count / length;
      for (int start = 0; start < count; start += length) {
        for (int i = 0; i < half; i++) {
          int a = start + i;
          int b = a + half;
          double cos = rootCosines[i * step];
          double sin = rootSines[i * step];
          double re = real[b] * cos - imaginary[b] * sin;
          double im = imaginary[b] * cos + real[b] * sin;
          real[b] = real[a] - re;
          imaginary[b] = imaginary[a] - im;
          real[a] += re;
          imaginary[a] += im;
        }
      }
    }
  }
}
