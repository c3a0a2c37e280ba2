package dev.papack.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How one sample is stored. Every format is read on one scale, on which full scale of 16-bit PCM is
 * 32768; no format loses a bit on it.
 */
public enum SampleFormat {
  /** Unsigned, silence at 128. */
  PCM_8(1),
  /** Signed. */
  PCM_16(2),
  /** Signed, three bytes. */
  PCM_24(3),
  /**
   * Signed; 24-bit recordings in four bytes have their bits at the top and are read as they are.
   */
  PCM_32(4),
  /** IEEE 754 single precision, full scale 1.0. */
  FLOAT_32(4),
  /** IEEE 754 double precision, full scale 1.0. */
  FLOAT_64(8),
  /** ITU-T G.711, 8 bits that stand for 14. */
  MU_LAW(1),
  /** ITU-T G.711, 8 bits that stand for 13. */
  A_LAW(1);

  private final int bytes;

  SampleFormat(int bytes) {
    this.bytes = bytes;
  }

  /** The length of one sample of one channel. */
  public int bytes() {
    return bytes;
  }

  /**
   * Reads one sample.
   *
   * @param samples bytes in their order
   * @param offsetBytes where the sample begins
   * @return its value, full scale being 32768
   */
  public double sample(ByteBuffer samples, int offsetBytes) {
    return switch (this) {
      case PCM_8 -> (Byte.toUnsignedInt(samples.get(offsetBytes)) - 128) * 256;
      case PCM_16 -> samples.getShort(offsetBytes);
      case PCM_24 -> whole24(samples, offsetBytes) / 256.0;
      case PCM_32 -> samples.getInt(offsetBytes) / 65536.0;
      case FLOAT_32 -> samples.getFloat(offsetBytes) * 32768.0;
      case FLOAT_64 -> samples.getDouble(offsetBytes) * 32768.0;
      case MU_LAW -> CompandedSamples.ofMuLaw(samples.get(offsetBytes));
      case A_LAW -> CompandedSamples.ofALaw(samples.get(offsetBytes));
    };
  }

  private static int whole24(ByteBuffer samples, int offsetBytes) {
    return samples.order() == ByteOrder.LITTLE_ENDIAN
        ? (samples.get(offsetBytes + 2) << 16) | Short.toUnsignedInt(samples.getShort(offsetBytes))
        : (samples.getShort(offsetBytes) << 8) | Byte.toUnsignedInt(samples.get(offsetBytes + 2));
  }

  /** Whether the bits of a sample may stand for something that is no number. */
  public boolean isFloatingPoint() {
    return this == FLOAT_32 || this == FLOAT_64;
  }
}
