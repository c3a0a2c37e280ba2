package dev.papack.bank.reduction;

/** The mean of colours, on its way. */
final class MeanColor {
  private long weight;
  private long l;
  private long a;
  private long b;

  /**
   * Adds pixels.
   *
   * @param color in {@link Oklab}
   * @param pixels how many; at most 2^26 in all
   */
  void add(long color, long pixels) {
    weight += pixels;
    l += pixels * Oklab.l(color);
    a += pixels * Oklab.a(color);
    b += pixels * Oklab.b(color);
  }

  void clear() {
    weight = 0;
    l = 0;
    a = 0;
    b = 0;
  }

  boolean isEmpty() {
    return weight == 0;
  }

  /** The mean, each coordinate rounded; there is at least one pixel. */
  long mean() {
    return Oklab.pack(rounded(l), rounded(a), rounded(b));
  }

  private int rounded(long sum) {
    return (int) Math.floorDiv(2 * sum + weight, 2 * weight);
  }
}
