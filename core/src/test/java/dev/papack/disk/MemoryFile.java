package dev.papack.disk;

import dev.papack.disk.MemoryNode.Content;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** An open file of a {@link MemoryDisk}. */
final class MemoryFile implements WritableFile {
  private final MemoryDisk disk;
  private final Content content;
  private boolean isOpen = true;

  MemoryFile(MemoryDisk disk, Content content) {
    this.disk = disk;
    this.content = content;
    content.openCount++;
  }

  @Override
  public long sizeBytes() {
    synchronized (disk) {
      return content.bytes.length;
    }
  }

  @Override
  public int read(long positionBytes, ByteBuffer into) {
    synchronized (disk) {
      int left = (int) (content.bytes.length - positionBytes);
      if (left <= 0) {
        return -1;
      }
      int count = Math.min(left, into.remaining());
      into.put(content.bytes, (int) positionBytes, count);
      return count;
    }
  }

  @Override
  public void append(ByteBuffer bytes) {
    synchronized (disk) {
      int length = content.bytes.length;
      byte[] longer = Arrays.copyOf(content.bytes, length + bytes.remaining());
      bytes.get(longer, length, bytes.remaining());
      content.bytes = longer;
      content.modified = disk.now();
    }
  }

  @Override
  public void write(long positionBytes, ByteBuffer bytes) {
    synchronized (disk) {
      int end = Math.toIntExact(positionBytes + bytes.remaining());
      if (end > content.bytes.length) {
        content.bytes = Arrays.copyOf(content.bytes, end);
      }
      bytes.get(content.bytes, (int) positionBytes, bytes.remaining());
      content.modified = disk.now();
    }
  }

  @Override
  public void flush() {
    synchronized (disk) {
      if (disk.flushes().reachFiles()) {
        content.flushedBytes = content.bytes.length;
      }
    }
  }

  @Override
  public void close() {
    synchronized (disk) {
      if (isOpen) {
        isOpen = false;
        content.openCount--;
      }
    }
  }
}
