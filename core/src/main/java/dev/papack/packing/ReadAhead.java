package dev.papack.packing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * A file whose stretches are read one after the other. More is read than is asked for: most
 * stretches are short, and the next one follows. The file stays open.
 */
final class ReadAhead {
  private static final int BUFFER_BYTES = 128 << 10;

  private final Reading file;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long bufferStartBytes;

  /** Reads a file where one wants. */
  @FunctionalInterface
  interface Reading {
    /**
     * Reads some bytes.
     *
     * @return how many; negative at the end of the file
     */
    int read(long positionBytes, ByteBuffer into) throws IOException;
  }

  ReadAhead(Reading file) {
    this.file = file;
  }

  /** A stretch, to be read before another one is. */
  ReadableByteChannel stretch(long startBytes, long sizeBytes) {
    return new Stretch(startBytes, startBytes + sizeBytes);
  }

  private int read(long positionBytes, ByteBuffer into) throws IOException {
    if (into.remaining() >= BUFFER_BYTES) {
      return file.read(positionBytes, into);
    }
    if (positionBytes < bufferStartBytes || positionBytes >= bufferStartBytes + buffer.limit()) {
      int count = file.read(positionBytes, buffer.clear());
      buffer.flip();
      bufferStartBytes = positionBytes;
      if (count < 0) {
        return count;
      }
    }
    int from = (int) (positionBytes - bufferStartBytes);
    int count = Math.min(into.remaining(), buffer.limit() - from);
    into.put(buffer.slice(from, count));
    return count;
  }

  private final class Stretch implements ReadableByteChannel {
    private final long endBytes;
    private long positionBytes;

    Stretch(long startBytes, long endBytes) {
      this.positionBytes = startBytes;
      this.endBytes = endBytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (positionBytes == endBytes) {
        return -1;
      }
      int wanted = (int) Math.min(into.remaining(), endBytes - positionBytes);
      int count = ReadAhead.this.read(positionBytes, into.slice(into.position(), wanted));
      if (count < 0) {
        throw new IOException("a file ends too early that slices are copied from");
      }
      into.position(into.position() + count);
      positionBytes += count;
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
