package dev.papack.container;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/**
 * A mapped file of any length. A fault in its memory, as when the file was cut, is an {@link
 * InternalError} that the virtual machine may throw only after a read has returned: {@link
 * MappedPack} catches it around whole operations.
 */
record MappedBytes(MemorySegment mapping) implements PackBytes {
  @Override
  public long sizeBytes() {
    return mapping.byteSize();
  }

  @Override
  public void read(long positionBytes, ByteBuffer into) {
    int countBytes = into.remaining();
    MemorySegment.ofBuffer(into).copyFrom(mapping.asSlice(positionBytes, countBytes));
    into.position(into.limit());
  }
}
