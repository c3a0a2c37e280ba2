package dev.papack.media.flac;

import dev.papack.diagnostic.Outcome;
import dev.papack.media.Sound;
import dev.papack.media.TestSounds;
import dev.papack.media.formats.MediaFormats;
import dev.papack.source.SourceContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Writes FLAC files for tests, from RFC 9639 alone. Sizes are not made small: what matters is that
 * each way of storing a sample is there.
 */
public final class FlacFile {
  static final byte[] SIGNATURE = {'f', 'L', 'a', 'C'};

  private final int bits;
  private final int sampleRateHz;
  private final long[][] samples;
  private final int blockFrames;

  /**
   * A file to be written.
   *
   * @param bits of a sample
   * @param sampleRateHz any
   * @param samples of each channel
   * @param blockFrames samples of each channel in a frame
   */
  public FlacFile(int bits, int sampleRateHz, long[][] samples, int blockFrames) {
    this.bits = bits;
    this.sampleRateHz = sampleRateHz;
    this.samples = samples;
    this.blockFrames = blockFrames;
  }

  long[][] samples() {
    return samples;
  }

  /** How a channel is stored. */
  enum Coding {
    VERBATIM,
    CONSTANT,
    FIXED_0,
    FIXED_1,
    FIXED_2,
    FIXED_3,
    FIXED_4,
    LINEAR,
    ESCAPED,
    FIVE_BITS,
    WASTED_BITS
  }

  /** Of one channel of 16 bits, 64 samples in blocks of 16. */
  public static FlacFile small() {
    long[] samples = new long[64];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (long) i * i * 37 % 4_000 - 2_000;
    }
    return new FlacFile(16, 22_050, new long[][] {samples}, 16);
  }

  /** All of it. */
  public byte[] bytes() {
    return bytes(Coding.FIXED_2, 0);
  }

  /**
   * All of it.
   *
   * @param coding of every channel
   * @param stereo 0 for channels by themselves, 8 to 10 for the three kinds of two channels
   */
  byte[] bytes(Coding coding, int stereo) {
    return join(SIGNATURE, block(0, true, streamInfo()), frames(coding, stereo));
  }

  /** Of 16 bits: blocks of 65,536 samples that are 0, in a few bytes each. */
  public static byte[] silence(int channels, int blocks) {
    FlacFile file = new FlacFile(16, 44_100, new long[channels][1 << 16], 1 << 16);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BitWriter info = new BitWriter();
    info.put(65_535, 16).put(65_535, 16).put(0, 48);
    info.put(44_100, 20).put(channels - 1, 3).put(15, 5).put((long) blocks << 16, 36).put(0, 128);
    out.writeBytes(join(SIGNATURE, block(0, true, info.bytes())));
    for (int number = 0; number < blocks; number++) {
      out.writeBytes(file.frame(Coding.CONSTANT, 0, number, 0));
    }
    return out.toByteArray();
  }

  byte[] streamInfo() {
    return streamInfo(samples[0].length, md5());
  }

  byte[] streamInfo(long frameCount, byte[] md5) {
    BitWriter out = new BitWriter();
    out.put(blockFrames, 16).put(blockFrames, 16).put(0, 24).put(0, 24);
    out.put(sampleRateHz, 20).put(samples.length - 1, 3).put(bits - 1, 5).put(frameCount, 36);
    return join(out.bytes(), md5);
  }

  byte[] md5() {
    int sampleBytes = (bits + 7) / 8;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < samples[0].length; i++) {
      for (long[] channel : samples) {
        for (int j = 0; j < sampleBytes; j++) {
          out.write((int) (channel[i] >> (8 * j)));
        }
      }
    }
    try {
      return MessageDigest.getInstance("MD5").digest(out.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] block(int type, boolean isLast, byte[] body) {
    BitWriter out = new BitWriter();
    out.put(isLast ? 1 : 0, 1).put(type, 7).put(body.length, 24);
    return join(out.bytes(), body);
  }

  byte[] frames(Coding coding, int stereo) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = 0;
    for (int from = 0; from < samples[0].length; from += blockFrames) {
      out.writeBytes(frame(coding, stereo, number, from));
      number++;
    }
    return out.toByteArray();
  }

  byte[] frame(Coding coding, int stereo, int number, int from) {
    int count = Math.min(blockFrames, samples[0].length - from);
    BitWriter out = header(stereo == 0 ? samples.length - 1 : stereo, number, count);
    for (int channel = 0; channel < samples.length; channel++) {
      boolean isSide = stereo == 9 ? channel == 0 : stereo > 0 && channel == 1;
      subframe(out, coding, bits + (isSide ? 1 : 0), stored(stereo, channel, from, count));
    }
    return withCrc16(out.bytes());
  }

  static byte[] withCrc16(byte[] frame) {
    int crc = remainder(frame, 0x8005, 16);
    return join(frame, new byte[] {(byte) (crc >> 8), (byte) crc});
  }

  /** Fixed blocks, of which the length is in 16 bits, with the rate and bits of STREAMINFO. */
  static BitWriter header(int channels, int number, int count) {
    return header(0b1111_1111_1111_1000, channels, number, count);
  }

  static BitWriter header(int sync, int channels, int number, int count) {
    BitWriter out = new BitWriter();
    out.put(sync, 16).put(7, 4).put(0, 4).put(channels, 4).put(0, 4);
    if (number < 0x80) {
      out.put(number, 8);
    } else if (number < 0x800) {
      out.put(0b110, 3).put(number >> 6, 5).put(0b10, 2).put(number & 0x3F, 6);
    } else {
      out.put(0b1110, 4).put(number >> 12, 4).put(0b10, 2).put((number >> 6) & 0x3F, 6);
      out.put(0b10, 2).put(number & 0x3F, 6);
    }
    out.put(count - 1, 16);
    return out.put(remainder(out.bytes(), 0x07, 8), 8);
  }

  private long[] stored(int stereo, int channel, int from, int count) {
    long[] stored = new long[count];
    for (int i = 0; i < count; i++) {
      long left = samples[0][from + i];
      long right = samples[samples.length - 1][from + i];
      stored[i] =
          switch (stereo) {
            case 8 -> channel == 0 ? left : left - right;
            case 9 -> channel == 0 ? left - right : right;
            case 10 -> channel == 0 ? (left + right) >> 1 : left - right;
            default -> samples[channel][from + i];
          };
    }
    return stored;
  }

  private static void subframe(BitWriter out, Coding coding, int bits, long[] stored) {
    switch (coding) {
      case VERBATIM -> {
        out.put(2, 8);
        put(out, bits, stored, stored.length);
      }
      case CONSTANT -> out.put(0, 8).put(stored[0], bits);
      case FIXED_0 -> fixed(out, bits, stored, 0, Rice.FOUR_BITS);
      case FIXED_1 -> fixed(out, bits, stored, 1, Rice.FOUR_BITS);
      case FIXED_2 -> fixed(out, bits, stored, 2, Rice.FOUR_BITS);
      case FIXED_3 -> fixed(out, bits, stored, 3, Rice.FOUR_BITS);
      case FIXED_4 -> fixed(out, bits, stored, 4, Rice.FOUR_BITS);
      case ESCAPED -> fixed(out, bits, stored, 1, Rice.ESCAPED);
      case FIVE_BITS -> fixed(out, bits, stored, 1, Rice.FIVE_BITS);
      case LINEAR -> linear(out, bits, stored);
      case WASTED_BITS -> {
        // Two bits that are 0 in every sample.
        out.put(3, 8).put(0b01, 2);
        put(
            out,
            bits - 2,
            Arrays.stream(stored).map(sample -> sample >> 2).toArray(),
            stored.length);
      }
    }
  }

  /** How residuals are stored. */
  private enum Rice {
    FOUR_BITS,
    FIVE_BITS,
    ESCAPED
  }

  private static void put(BitWriter out, int bits, long[] stored, int count) {
    for (int i = 0; i < count; i++) {
      out.put(stored[i], bits);
    }
  }

  private static void fixed(BitWriter out, int bits, long[] stored, int order, Rice rice) {
    out.put((8 + order) << 1, 8);
    put(out, bits, stored, order);
    // Differences of differences, as many times as the order says.
    long[] residual = stored.clone();
    for (int round = 0; round < order; round++) {
      for (int i = residual.length - 1; i > 0; i--) {
        residual[i] -= residual[i - 1];
      }
    }
    residual(out, residual, order, rice);
  }

  /** Of order 2: one and a half times the sample before, less half of that before it. */
  private static void linear(BitWriter out, int bits, long[] stored) {
    out.put(33 << 1, 8);
    put(out, bits, stored, 2);
    out.put(3, 4).put(1, 5).put(3, 4).put(-1, 4);
    long[] residual = stored.clone();
    for (int i = 2; i < stored.length; i++) {
      residual[i] = stored[i] - ((3 * stored[i - 1] - stored[i - 2]) >> 1);
    }
    residual(out, residual, 2, Rice.FOUR_BITS);
  }

  /** In two partitions if they can be halved. */
  private static void residual(BitWriter out, long[] residual, int order, Rice rice) {
    int partitions = residual.length % 2 == 0 && residual.length / 2 >= order ? 2 : 1;
    out.put(rice == Rice.FIVE_BITS ? 1 : 0, 2).put(partitions - 1, 4);
    int from = order;
    for (int partition = 1; partition <= partitions; partition++) {
      int end = residual.length * partition / partitions;
      partition(out, Arrays.copyOfRange(residual, from, end), rice);
      from = end;
    }
  }

  private static void partition(BitWriter out, long[] residual, Rice rice) {
    long highest = Arrays.stream(residual).map(Math::abs).max().orElse(0);
    int bits = Long.SIZE - Long.numberOfLeadingZeros(highest);
    switch (rice) {
      case ESCAPED -> {
        int rawBits = highest == 0 ? 0 : bits + 1;
        out.put(15, 4).put(rawBits, 5);
        put(out, rawBits, residual, residual.length);
      }
      case FOUR_BITS -> rice(out, residual, Math.clamp(bits - 2, 0, 14), 4);
      case FIVE_BITS -> rice(out, residual, Math.clamp(bits - 2, 0, 30), 5);
    }
  }

  private static void rice(BitWriter out, long[] residual, int lowBits, int codeBits) {
    out.put(lowBits, codeBits);
    for (long value : residual) {
      long folded = value < 0 ? -2 * value - 1 : 2 * value;
      for (long zeros = folded >> lowBits; zeros > 0; zeros--) {
        out.put(0, 1);
      }
      out.put(1, 1).put(folded & ((1L << lowBits) - 1), lowBits);
    }
  }

  /** Of the division of polynomials over one bit, by whole numbers of any length. */
  static int remainder(byte[] message, int polynomial, int bits) {
    BigInteger rest = new BigInteger(1, message).shiftLeft(bits);
    BigInteger divisor = BigInteger.ONE.shiftLeft(bits).or(BigInteger.valueOf(polynomial));
    while (rest.bitLength() > bits) {
      rest = rest.xor(divisor.shiftLeft(rest.bitLength() - bits - 1));
    }
    return rest.intValue();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Decodes what should be a sound, as a build does. */
  public static Outcome<Sound> decode(byte[] file) {
    try {
      return MediaFormats.SUPPORTED.sound(SourceContent.of("a.flac", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Samples of an accepted file as whole numbers, interleaved. */
  static long[] integers(Sound sound, int bits) {
    return Arrays.stream(TestSounds.samples(sound))
        .mapToLong(sample -> (long) (sample * Math.scalb(1.0, bits - 16)))
        .toArray();
  }

  /** Interleaved. */
  long[] interleaved() {
    long[] interleaved = new long[samples.length * samples[0].length];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = samples[i % samples.length][i / samples.length];
    }
    return interleaved;
  }

  /** Writes bit by bit, the highest first. */
  static final class BitWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    BitWriter put(long value, int bits) {
      for (int i = bits - 1; i >= 0; i--) {
        pending = (pending << 1) | (int) (i < Long.SIZE ? (value >> i) & 1 : 0);
        pendingBits++;
        if (pendingBits == Byte.SIZE) {
          out.write(pending);
          pending = 0;
          pendingBits = 0;
        }
      }
      return this;
    }

    /** With zeros up to a whole byte, which do not stay. */
    byte[] bytes() {
      return pendingBits == 0
          ? out.toByteArray()
          : join(out.toByteArray(), new byte[] {(byte) (pending << (Byte.SIZE - pendingBits))});
    }
  }
}
