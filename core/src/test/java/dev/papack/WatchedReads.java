package dev.papack;

import dev.papack.disk.Disk;
import dev.papack.disk.ForwardingDisk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WatchedFolder;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A disk for one reader that keeps what was read last of each file, byte by byte. */
final class WatchedReads extends ForwardingDisk implements WatchedFolder.Watch {
  private final Map<String, byte[]> read = new TreeMap<>();

  WatchedReads(Disk real) {
    super(real);
  }

  /** What was read of a file since it was opened last. */
  byte[] of(String path) {
    return read.getOrDefault(path, new byte[0]);
  }

  @Override
  public void opened(String path, long sizeBytes) {
    read.put(path, new byte[Math.toIntExact(sizeBytes)]);
  }

  @Override
  public void read(String path, long positionBytes, ByteBuffer into, int count) {
    if (count > 0) {
      into.get(of(path), (int) positionBytes, count);
    }
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return new WatchedFolder(super.openForReading(folder, displayPath), this);
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) {
    throw new AssertionError("a reader writes");
  }

  @Override
  public Path createDirectories(Path folder) {
    throw new AssertionError("a reader writes");
  }
}
