package dev.papack.container;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The remaining bytes of a buffer as a channel. There is nothing to close. */
record BufferChannel(ByteBuffer bytes) implements ReadableByteChannel {
  @Override
  public int read(ByteBuffer into) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int count = Math.min(bytes.remaining(), into.remaining());
    into.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
