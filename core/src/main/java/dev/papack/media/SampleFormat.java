package dev.papack.media;

import java.nio.ByteBuffer;

/**
 * How one sample is stored, little-endian. Every format is read on one scale, on which full scale
 * of 16-bit PCM is 32768; no format loses a bit on it.
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
  FLOAT_64(8);

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
   * @param samples little-endian bytes
   * @param offsetBytes where the sample begins
   * @return its value, full scale being 32768
   */
  public double sample(ByteBuffer samples, int offsetBytes) {
    return switch (this) {
      case PCM_8 -> (Byte.toUnsignedInt(samples.get(offsetBytes)) - 128) * 256;
      case PCM_16 -> samples.getShort(offsetBytes);
      case PCM_24 ->
          ((samples.get(offsetBytes + 2) << 16)
                  | Short.toUnsignedInt(samples.getShort(offsetBytes)))
              / 256.0;
      case PCM_32 -> samples.getInt(offsetBytes) / 65536.0;
      case FLOAT_32 -> samples.getFloat(offsetBytes) * 32768.0;
      case FLOAT_64 -> samples.getDouble(offsetBytes) * 32768.0;
    };
  }

  /** Whether the bits of a sample may stand for something that is no number. */
  public boolean isFloatingPoint() {
    return this == FLOAT_32 || this == FLOAT_64;
  }
}
