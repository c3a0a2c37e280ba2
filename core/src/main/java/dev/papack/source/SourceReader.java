package dev.papack.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the bytes of a source from any place on; several may read one source. */
public interface SourceReader extends Closeable {
  /** How many bytes there are. */
  long sizeBytes();

  /**
   * The first bytes: {@value SourceHead#MAX_BYTES}, or all of a smaller source.
   *
   * @throws IOException as {@link #read} does
   */
  default ByteBuffer head() throws IOException {
    byte[] head = new byte[(int) Math.min(SourceHead.MAX_BYTES, sizeBytes())];
    read(0, head, 0, head.length);
    return ByteBuffer.wrap(head);
  }

  /**
   * Reads so many bytes.
   *
   * @param positionBytes where they begin; all of them are inside the source
   * @param into where they go
   * @param offset the place of the first of them in {@code into}
   * @param length how many; may be 0
   * @throws IOException if the disk fails, or the file is no longer what it was
   */
  void read(long positionBytes, byte[] into, int offset, int length) throws IOException;
}
