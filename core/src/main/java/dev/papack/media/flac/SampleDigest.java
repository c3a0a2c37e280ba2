package dev.papack.media.flac;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The MD5 of the samples of a file: interleaved, signed, little-endian, in whole bytes. Source: RFC
 * 9639, 8.2. It detects damage, and proves no authorship.
 */
final class SampleDigest {
  private static final int PIECE_BYTES = 16 << 10;

  private final MessageDigest digest;
  private final int sampleBytes;
  private final byte[] piece = new byte[PIECE_BYTES];

  SampleDigest(int bits) {
    sampleBytes = Math.ceilDiv(bits, Byte.SIZE);
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** Takes the next samples of each channel. */
  void update(long[][] samples, int frames) {
    int frameBytes = samples.length * sampleBytes;
    int most = PIECE_BYTES / frameBytes;
    for (int done = 0; done < frames; done += most) {
      int count = Math.min(most, frames - done);
      for (int channel = 0; channel < samples.length; channel++) {
        put(samples[channel], done, count, channel * sampleBytes, frameBytes);
      }
      digest.update(piece, 0, count * frameBytes);
    }
  }

  private void put(long[] samples, int from, int count, int firstByte, int frameBytes) {
    int at = firstByte;
    for (int i = from; i < from + count; i++) {
      long sample = samples[i];
      for (int j = 0; j < sampleBytes; j++) {
        piece[at + j] = (byte) (sample >> (j * Byte.SIZE));
      }
      at += frameBytes;
    }
  }

  /** In hexadecimal digits; nothing can be added any more. */
  String finish() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
