package dev.papack.media.flac;

import java.io.IOException;
import java.util.Optional;

/**
 * The header of a frame. Source: RFC 9639, 9.1.
 *
 * @param blocking how frames are numbered
 * @param blockFrames samples of each channel, 1 to 65536
 * @param sampleRateHz empty if it is that of STREAMINFO
 * @param channels how they are stored
 * @param bits of a sample; empty if it is that of STREAMINFO
 * @param number of the frame, or of its first sample
 */
record FrameHeader(
    Blocking blocking,
    int blockFrames,
    Optional<Integer> sampleRateHz,
    Channels channels,
    Optional<Integer> bits,
    long number) {
  /** The longest block that a header can say. */
  static final int MAX_BLOCK_FRAMES = 1 << 16;

  private static final int SYNC = 0b11_1111_1111_1110;

  /** The longest header. */
  static final int MAX_BYTES = 16;

  /** How frames are numbered. */
  enum Blocking {
    /** One after the other. */
    FIXED,
    /** By their first sample. */
    VARIABLE
  }

  /**
   * How channels are stored.
   *
   * @param count how many there are
   * @param stereo what two channels are stored as
   */
  record Channels(int count, Stereo stereo) {
    /** How many bits a subframe has beyond those of a sample: a difference needs one more. */
    int extraBits(int channel) {
      return switch (stereo) {
        case INDEPENDENT -> 0;
        case LEFT_SIDE, MID_SIDE -> channel == 1 ? 1 : 0;
        case SIDE_RIGHT -> channel == 0 ? 1 : 0;
      };
    }
  }

  /** What two channels are stored as. */
  enum Stereo {
    INDEPENDENT,
    LEFT_SIDE,
    SIDE_RIGHT,
    MID_SIDE
  }

  /**
   * Reads what is at the place of the reader, whether it is a header or not.
   *
   * @return empty if it is none, or a damaged one; the reader is somewhere then
   */
  static Optional<FrameHeader> find(BitReader bits) throws FlacRefusal, IOException {
    bits.beginChecksums();
    // No header is shorter than 6 bytes, nor is any frame without its checksum and a subframe.
    if (bits.leftBytes() < 6 || bits.read(14) != SYNC || bits.read(1) != 0) {
      return Optional.empty();
    }
    Blocking blocking = Blocking.values()[(int) bits.read(1)];
    int blockCode = (int) bits.read(4);
    int rateCode = (int) bits.read(4);
    int channelCode = (int) bits.read(4);
    int bitsCode = (int) bits.read(3);
    boolean isReserved =
        bits.read(1) != 0
            || blockCode == 0
            || rateCode == 15
            || channelCode > 10
            || bitsCode == 3
            || bits.leftBytes() < 1;
    if (isReserved) {
      return Optional.empty();
    }
    Optional<Long> number = number(bits);
    if (number.isEmpty()
        || bits.leftBytes() < Math.min(MAX_BYTES, tailBytes(blockCode, rateCode))) {
      return Optional.empty();
    }
    FrameHeader header =
        new FrameHeader(
            blocking,
            blockFrames(bits, blockCode),
            sampleRateHz(bits, rateCode),
            channels(channelCode),
            bitsPerSample(bitsCode),
            number.get());
    int crc = bits.crc8();
    return bits.read(8) == crc ? Optional.of(header) : Optional.empty();
  }

  private static int tailBytes(int blockCode, int rateCode) {
    int blockBytes = blockCode == 6 ? 1 : blockCode == 7 ? 2 : 0;
    int rateBytes = rateCode == 12 ? 1 : rateCode > 12 ? 2 : 0;
    return blockBytes + rateBytes + 1;
  }

  /** A number coded like a character of UTF-8, of up to 36 bits. */
  private static Optional<Long> number(BitReader bits) throws FlacRefusal, IOException {
    int first = (int) bits.read(8);
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    if (ones == 0) {
      return Optional.of((long) first);
    }
    if (ones == 1 || ones > 7 || bits.leftBytes() < ones - 1) {
      return Optional.empty();
    }
    long number = first & ((1 << (7 - ones)) - 1);
    for (int i = 1; i < ones; i++) {
      int next = (int) bits.read(8);
      if (next >> 6 != 0b10) {
        return Optional.empty();
      }
      number = (number << 6) | (next & 0x3F);
    }
    return Optional.of(number);
  }

  private static int blockFrames(BitReader bits, int code) throws FlacRefusal, IOException {
    return switch (code) {
      case 1 -> 192;
      case 2, 3, 4, 5 -> 144 << code;
      case 6 -> (int) bits.read(8) + 1;
      case 7 -> (int) bits.read(16) + 1;
      default -> 1 << code;
    };
  }

  private static Optional<Integer> sampleRateHz(BitReader bits, int code)
      throws FlacRefusal, IOException {
    return switch (code) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(88_200);
      case 2 -> Optional.of(176_400);
      case 3 -> Optional.of(192_000);
      case 4 -> Optional.of(8_000);
      case 5 -> Optional.of(16_000);
      case 6 -> Optional.of(22_050);
      case 7 -> Optional.of(24_000);
      case 8 -> Optional.of(32_000);
      case 9 -> Optional.of(44_100);
      case 10 -> Optional.of(48_000);
      case 11 -> Optional.of(96_000);
      case 12 -> Optional.of((int) bits.read(8) * 1_000);
      case 13 -> Optional.of((int) bits.read(16));
      default -> Optional.of((int) bits.read(16) * 10);
    };
  }

  private static Channels channels(int code) {
    return switch (code) {
      case 8 -> new Channels(2, Stereo.LEFT_SIDE);
      case 9 -> new Channels(2, Stereo.SIDE_RIGHT);
      case 10 -> new Channels(2, Stereo.MID_SIDE);
      default -> new Channels(code + 1, Stereo.INDEPENDENT);
    };
  }

  private static Optional<Integer> bitsPerSample(int code) {
    return switch (code) {
      case 1 -> Optional.of(8);
      case 2 -> Optional.of(12);
      case 4 -> Optional.of(16);
      case 5 -> Optional.of(20);
      case 6 -> Optional.of(24);
      case 7 -> Optional.of(32);
      default -> Optional.empty();
    };
  }
}
