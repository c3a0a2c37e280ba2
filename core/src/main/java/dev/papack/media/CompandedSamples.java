package dev.papack.media;

/**
 * The two codes of ITU-T G.711, as tables of 256 values on the scale of 16 bits. Every value is the
 * middle of the interval that its code stands for, so that every decoder gives the same.
 */
final class CompandedSamples {
  private static final short[] MU_LAW = new short[256];
  private static final short[] A_LAW = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      MU_LAW[code] = (short) muLaw(code);
      A_LAW[code] = (short) aLaw(code);
    }
  }

  private CompandedSamples() {}

  static short ofMuLaw(byte code) {
    return MU_LAW[Byte.toUnsignedInt(code)];
  }

  static short ofALaw(byte code) {
    return A_LAW[Byte.toUnsignedInt(code)];
  }

  /** All bits are inverted: sign, three bits of the segment, four of the step in it. */
  private static int muLaw(int code) {
    int bits = ~code & 0xFF;
    int step = bits & 0x0F;
    int segment = bits >> 4 & 7;
    int magnitude = (((2 * step + 33) << segment) - 33) * 4;
    return (bits & 0x80) == 0 ? magnitude : -magnitude;
  }

  /** Every second bit is inverted; segment 0 is as wide as segment 1. */
  private static int aLaw(int code) {
    int bits = code ^ 0x55;
    int step = bits & 0x0F;
    int segment = bits >> 4 & 7;
    int magnitude = segment == 0 ? 2 * step + 1 : (2 * step + 33) << (segment - 1);
    return (bits & 0x80) == 0 ? -8 * magnitude : 8 * magnitude;
  }
}
