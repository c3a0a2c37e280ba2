package dev.papack.bank.sounds;

import java.io.IOException;

/** Samples over time, 32768 being full scale. */
interface Signal {
  /** 1 or 2. */
  int channels();

  /** At least 1. */
  int frameCount();

  /**
   * Reads samples.
   *
   * @param firstFrame from 0
   * @param frames how many; all of them are in the signal
   * @param into for each channel where its samples go
   * @param offset the place of the first of them
   */
  void read(int firstFrame, int frames, double[][] into, int offset) throws IOException;
}
