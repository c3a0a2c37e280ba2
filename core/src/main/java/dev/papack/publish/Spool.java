package dev.papack.publish;

import dev.papack.disk.ReadableFile;
import dev.papack.disk.WritableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A staged file for what is needed on the way only: stretches that several threads write, in any
 * order. It is never published.
 */
public final class Spool implements Closeable {
  private final WritableFile file;
  private final AtomicLong endBytes = new AtomicLong();

  Spool(WritableFile file) {
    this.file = file;
  }

  /**
   * Sets a stretch aside for one writer.
   *
   * @param sizeBytes how long it is
   * @return where it begins
   */
  public long reserve(long sizeBytes) {
    return endBytes.getAndAdd(sizeBytes);
  }

  /** Writes all remaining bytes, inside a stretch that was set aside. */
  public void write(long positionBytes, ByteBuffer bytes) throws IOException {
    file.write(positionBytes, bytes);
  }

  /** Reads as {@link ReadableFile#read} does. */
  public int read(long positionBytes, ByteBuffer into) throws IOException {
    return file.read(positionBytes, into);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
