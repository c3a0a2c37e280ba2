package dev.papack.disk;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that its opener created, empty. */
public interface WritableFile extends ReadableFile {
  /** Appends all remaining bytes. */
  void append(ByteBuffer bytes) throws IOException;

  /**
   * Writes all remaining bytes at a place of their own; what is between it and what was written
   * before is zero. Several threads may do so at once. Not to be mixed with {@link #append}.
   */
  void write(long positionBytes, ByteBuffer bytes) throws IOException;

  /** Returns when the content would survive a power cut. Never retried: a failed flush is final. */
  void flush() throws IOException;
}
