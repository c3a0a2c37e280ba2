package dev.papack.inspect;

import dev.papack.container.PackBytes;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of a file, read through the disk port, for a pack reader. */
public final class DiskPackBytes implements PackBytes {
  private final ReadableFile file;
  private final String displayPath;
  private final long sizeBytes;

  /**
   * Takes the size that the file has now.
   *
   * @param file kept, and closed by its owner
   * @param displayPath how messages name it
   */
  public DiskPackBytes(ReadableFile file, String displayPath) throws IOException {
    this.file = file;
    this.displayPath = displayPath;
    this.sizeBytes = file.sizeBytes();
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public void read(long positionBytes, ByteBuffer into) throws IOException {
    long position = positionBytes;
    while (into.hasRemaining()) {
      int count = file.read(position, into);
      if (count < 0) {
        throw new DiskException(
            DiskException.Trouble.CHANGED,
            displayPath,
            "the file became shorter while it was read");
      }
      position += count;
    }
  }
}
