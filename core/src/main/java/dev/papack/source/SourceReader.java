package dev.papack.source;

import java.io.Closeable;
import java.io.IOException;

/** Reads the bytes of a source from any place on; several may read one source. */
public interface SourceReader extends Closeable {
  /** How many bytes there are. */
  long sizeBytes();

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
