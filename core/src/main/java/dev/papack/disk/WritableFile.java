package dev.papack.disk;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that its opener created, empty. */
public interface WritableFile extends ReadableFile {
  /** Appends all remaining bytes. */
  void append(ByteBuffer bytes) throws IOException;

  /** Returns when the content would survive a power cut. Never retried: a failed flush is final. */
  void flush() throws IOException;
}
