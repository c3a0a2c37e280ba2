package dev.papack.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. Reads are positional, so several threads may share it. */
public interface ReadableFile extends Closeable {
  /** The length now. */
  long sizeBytes() throws IOException;

  /**
   * Reads what fits from a position on.
   *
   * @return how many bytes, or -1 at the end of the file
   */
  int read(long positionBytes, ByteBuffer into) throws IOException;
}
