package dev.papack.media.wav;

import java.io.IOException;

/**
 * Tells lengths that say something from those that a program left which did not know them, because
 * it wrote to a pipe or was stopped.
 *
 * @param container whose lengths they are
 * @param wholeBytes what the file says of its own length
 */
record StreamedLengths(WavContainer container, long wholeBytes) {
  /** Programs round the greatest length of 31 bits down to pages, and some to blocks. */
  private static final long MIN_UNKNOWN_BYTES = 0x7FFF_F000L;

  /** Whether the file says nothing of its length. */
  boolean isWholeUnknown() {
    return wholeBytes == 0 || isUnknown(wholeBytes);
  }

  /** Whether a length cannot be one: no source is as long. */
  boolean isUnknown(long sizeBytes) {
    if (container.lengthBytes() == Integer.BYTES && !container.hasLongSizes()) {
      return sizeBytes >= MIN_UNKNOWN_BYTES;
    }
    return sizeBytes == ChunkHeaders.MAX_BYTES || sizeBytes == ChunkHeaders.ELSEWHERE;
  }

  /**
   * Whether the samples go to the end of the file.
   *
   * <p>A length of 0 is believed if chunks follow and the file says how long it is: then the sound
   * is empty.
   */
  boolean goToTheEnd(RiffChunk data, ChunkHeaders headers) throws IOException {
    if (data.sizeBytes() == 0) {
      return isWholeUnknown() || !headers.areWholeFrom(data.endBytes());
    }
    return isUnknown(data.sizeBytes()) && !headers.isWhole(data);
  }
}
