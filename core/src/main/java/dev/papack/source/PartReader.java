package dev.papack.source;

import dev.papack.disk.DiskException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads parts of an open file; what was read of its beginning is not read again.
 *
 * @param opened the file, which stays open
 * @param head its beginning, from position 0
 */
record PartReader(OpenedFile opened, ByteBuffer head) implements SourceReader {
  @Override
  public long sizeBytes() {
    return opened.status().sizeBytes();
  }

  @Override
  public void read(long positionBytes, byte[] into, int offset, int length) throws IOException {
    if (positionBytes + length <= head.limit()) {
      head.get((int) positionBytes, into, offset, length);
      return;
    }
    ByteBuffer part = ByteBuffer.wrap(into, offset, length);
    if (OpenedFile.readFully(opened.file(), positionBytes, part) < length) {
      throw new DiskException(
          DiskException.Trouble.CHANGED, opened.display(), "the file changed while it was read");
    }
  }

  @Override
  public void close() {}
}
