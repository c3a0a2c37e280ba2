package dev.papack.container;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file that is read in pieces; its size is the one it had when the reader began. */
record FileBytes(FileChannel file, long sizeBytes) implements PackBytes {
  @Override
  public void read(long positionBytes, ByteBuffer into) throws IOException {
    long at = positionBytes;
    while (into.hasRemaining()) {
      int count = file.read(into, at);
      if (count < 0) {
        throw new EOFException("the file became shorter while it was read: no byte " + at);
      }
      at += count;
    }
  }
}
