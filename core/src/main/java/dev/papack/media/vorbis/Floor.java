package dev.papack.media.vorbis;

/** The spectral envelope of a channel. Source: Vorbis I, 6 and 7. */
sealed interface Floor permits Floor0, Floor1 {
  /**
   * Reads and computes it.
   *
   * @param into the curve
   * @param count how many values: half a block
   * @return whether there is any; else the channel is silent
   */
  boolean read(PacketBits bits, double[] into, int count);
}
