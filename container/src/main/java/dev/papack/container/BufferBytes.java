package dev.papack.container;

import java.nio.ByteBuffer;

/** Bytes in memory; {@code buffer} begins at its position 0. */
record BufferBytes(ByteBuffer buffer) implements PackBytes {
  @Override
  public long sizeBytes() {
    return buffer.limit();
  }

  @Override
  public void read(long positionBytes, ByteBuffer into) {
    into.put(buffer.slice(Math.toIntExact(positionBytes), into.remaining()));
  }
}
