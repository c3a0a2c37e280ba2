package dev.papack.media.flac;

import dev.papack.media.Mark;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the block STREAMINFO says of the whole file. Source: RFC 9639, 8.2.
 *
 * @param minBlockFrames the shortest block but the last, as it says
 * @param maxBlockFrames the longest
 * @param minFrameBytes the shortest frame of FLAC, or 0
 * @param maxFrameBytes the longest, or 0
 * @param sampleRateHz any number of 20 bits
 * @param channels 1 to 8
 * @param bits of a sample, 1 to 32; below 4 is invalid
 * @param frameCount samples of each channel, 0 if unknown
 * @param md5 of the samples, in hexadecimal digits; empty if unknown
 */
record StreamInfo(
    int minBlockFrames,
    int maxBlockFrames,
    int minFrameBytes,
    int maxFrameBytes,
    int sampleRateHz,
    int channels,
    int bits,
    long frameCount,
    Optional<String> md5) {
  /** What every file begins with. */
  static final Mark SIGNATURE = Mark.of("fLaC");

  static final int SIGNATURE_BYTES = 4;

  /** The length of the block. */
  static final int BYTES = 34;

  private static final String NO_MD5 = "0".repeat(32);

  static StreamInfo read(BitReader bits) throws FlacRefusal, IOException {
    int minBlockFrames = (int) bits.read(16);
    int maxBlockFrames = (int) bits.read(16);
    int minFrameBytes = (int) bits.read(24);
    int maxFrameBytes = (int) bits.read(24);
    int sampleRateHz = (int) bits.read(20);
    int channels = (int) bits.read(3) + 1;
    int bitsPerSample = (int) bits.read(5) + 1;
    long frameCount = bits.read(36);
    HexFormat hex = HexFormat.of();
    String md5 = "";
    for (int i = 0; i < 4; i++) {
      md5 += hex.toHexDigits((int) bits.read(32));
    }
    return new StreamInfo(
        minBlockFrames,
        maxBlockFrames,
        minFrameBytes,
        maxFrameBytes,
        sampleRateHz,
        channels,
        bitsPerSample,
        frameCount,
        Optional.of(md5).filter(known -> !known.equals(NO_MD5)));
  }
}
