package dev.papack.bank;

/** Samples over time, 32768 being full scale. */
interface Signal {
  int channels();

  int frameCount();

  /**
   * One sample.
   *
   * @param frame 0 to {@code frameCount() - 1}
   * @param channel 0 to {@code channels() - 1}
   */
  double sample(int frame, int channel);
}
