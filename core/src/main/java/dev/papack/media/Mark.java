package dev.papack.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes at a place near the beginning of a file that tell its format.
 *
 * @param offsetBytes where they are, from the beginning
 * @param latin1 one character for each byte
 */
public record Mark(int offsetBytes, String latin1) {
  /** Bytes that a file begins with. */
  public static Mark of(String latin1) {
    return new Mark(0, latin1);
  }

  /** Whether a file has them: all of them, from the buffer's beginning on. */
  public boolean isIn(ByteBuffer file) {
    byte[] mark = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return file.limit() >= offsetBytes + mark.length
        && file.slice(offsetBytes, mark.length).equals(ByteBuffer.wrap(mark));
  }
}
