package dev.papack.media.flac;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the samples of one channel of a frame. Source: RFC 9639, 9.2.
 *
 * <p>Sums are of 64 bits: 32 products of a factor of 15 bits and a sample of 33 need 53. A sample
 * that does not fit its bits is refused, so that none ever gets larger.
 */
final class Subframe {
  private static final int MAX_ORDER = 32;

  private static final long[][] FIXED_FACTORS = {
    {}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1},
  };

  private final FlacFaults faults;
  private final BitReader bits;
  private final long[] factors = new long[MAX_ORDER];

  Subframe(FlacFaults faults, BitReader bits) {
    this.faults = faults;
    this.bits = bits;
  }

  /**
   * Reads a subframe.
   *
   * @param sampleBits of a sample, with the one that a difference needs
   * @param into where samples go, from 0 on
   * @param count how many
   */
  void read(int sampleBits, long[] into, int count) throws FlacRefusal, IOException {
    if (bits.read(1) != 0) {
      throw faults.frame(bits.place(), "a subframe does not begin with a bit of 0");
    }
    int type = (int) bits.read(6);
    int wastedBits = bits.read(1) == 0 ? 0 : (int) bits.readUnary(MAX_ORDER) + 1;
    int storedBits = sampleBits - wastedBits;
    if (storedBits < 1) {
      throw faults.frame(bits.place(), wastedBits + " of " + sampleBits + " bits are left out");
    }
    if (type == 0) {
      Arrays.fill(into, 0, count, bits.readSigned(storedBits));
    } else if (type == 1) {
      readSamples(storedBits, into, count);
    } else if (type >= 8 && type <= 12) {
      int order = type - 8;
      readWarmUp(storedBits, into, count, order);
      readResidual(into, count, order);
      predict(FIXED_FACTORS[order], order, 0, into, count);
    } else if (type >= 32) {
      readLinear(storedBits, into, count, type - 31);
    } else {
      throw faults.frame(bits.place(), "a subframe is of type " + type + ", which is reserved");
    }
    requireRange(into, count, storedBits);
    for (int i = 0; wastedBits > 0 && i < count; i++) {
      into[i] <<= wastedBits;
    }
  }

  private void requireRange(long[] samples, int count, int sampleBits) throws FlacRefusal {
    if (!fits(samples, count, sampleBits)) {
      throw faults.frame(bits.place(), "a sample does not fit " + sampleBits + " bits");
    }
  }

  /** Whether signed samples fit so many bits. */
  static boolean fits(long[] samples, int count, int sampleBits) {
    long outside = 0;
    for (int i = 0; i < count; i++) {
      // All bits from the sign on are equal in what fits.
      outside |= (samples[i] >> (sampleBits - 1)) ^ (samples[i] >> (Long.SIZE - 1));
    }
    return outside == 0;
  }

  private void readSamples(int storedBits, long[] into, int count) throws FlacRefusal, IOException {
    for (int i = 0; i < count; i++) {
      into[i] = bits.readSigned(storedBits);
    }
  }

  private void readWarmUp(int storedBits, long[] into, int count, int order)
      throws FlacRefusal, IOException {
    if (order > count) {
      throw faults.frame(
          bits.place(), "a predictor of order " + order + " has " + count + " samples");
    }
    readSamples(storedBits, into, order);
  }

  private void readLinear(int storedBits, long[] into, int count, int order)
      throws FlacRefusal, IOException {
    readWarmUp(storedBits, into, count, order);
    int precisionBits = (int) bits.read(4) + 1;
    long shift = bits.readSigned(5);
    if (precisionBits == 16 || shift < 0) {
      throw faults.frame(
          bits.place(),
          precisionBits == 16
              ? "the factors of a predictor have 16 bits, which is reserved"
              : "a predictor is shifted by " + shift + " bits");
    }
    for (int i = 0; i < order; i++) {
      factors[i] = bits.readSigned(precisionBits);
    }
    readResidual(into, count, order);
    predict(factors, order, (int) shift, into, count);
  }

  /** Turns residuals into samples, each of which the ones before it predict. */
  private static void predict(long[] factors, int order, int shift, long[] samples, int count) {
    for (int i = order; i < count; i++) {
      long sum = 0;
      for (int j = 0; j < order; j++) {
        sum += factors[j] * samples[i - 1 - j];
      }
      samples[i] += sum >> shift;
    }
  }

  private void readResidual(long[] into, int count, int order) throws FlacRefusal, IOException {
    int method = (int) bits.read(2);
    if (method > 1) {
      throw faults.frame(bits.place(), "residuals are coded by method " + method + ", reserved");
    }
    int partitionOrder = (int) bits.read(4);
    int partitionFrames = count >> partitionOrder;
    if (partitionFrames << partitionOrder != count || partitionFrames < order) {
      throw faults.frame(
          bits.place(), count + " samples do not fill " + (1 << partitionOrder) + " partitions");
    }
    int codeBits = method == 0 ? 4 : 5;
    int at = order;
    for (int partition = 0; partition < 1 << partitionOrder; partition++) {
      int end = (partition + 1) * partitionFrames;
      readPartition(codeBits, into, at, end);
      at = end;
    }
  }

  private void readPartition(int codeBits, long[] into, int from, int to)
      throws FlacRefusal, IOException {
    int lowBits = (int) bits.read(codeBits);
    if (lowBits == (1 << codeBits) - 1) {
      int rawBits = (int) bits.read(5);
      for (int i = from; i < to; i++) {
        into[i] = bits.readSigned(rawBits);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      into[i] = bits.readRice(lowBits);
    }
  }
}
