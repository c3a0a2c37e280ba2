package dev.papack;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.Disk;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A disk for one reader that keeps what was read last of each file, byte by byte. */
final class WatchedReads implements Disk {
  private final Disk real;
  private final Map<String, byte[]> read = new TreeMap<>();

  WatchedReads(Disk real) {
    this.real = real;
  }

  /** What was read of a file since it was opened last. */
  byte[] of(String path) {
    return read.getOrDefault(path, new byte[0]);
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return new Folder(real.openForReading(folder, displayPath));
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) {
    throw new AssertionError("a reader writes");
  }

  @Override
  public Path canonical(Path folder) throws IOException {
    return real.canonical(folder);
  }

  @Override
  public boolean isDirectory(Path path) {
    return real.isDirectory(path);
  }

  @Override
  public Path createDirectories(Path folder) {
    throw new AssertionError("a reader writes");
  }

  private final class Folder implements ReadableDirectory {
    private final ReadableDirectory folder;

    Folder(ReadableDirectory folder) {
      this.folder = folder;
    }

    @Override
    public String displayPath() {
      return folder.displayPath();
    }

    @Override
    public List<String> list() throws IOException {
      return folder.list();
    }

    @Override
    public Optional<FileStatus> find(FileName name) throws IOException {
      return folder.find(name);
    }

    @Override
    public ReadableDirectory openDirectory(FileName name) throws IOException {
      return new Folder(folder.openDirectory(name));
    }

    @Override
    public ReadableFile openFile(FileName name) throws IOException {
      ReadableFile file = folder.openFile(name);
      String path = displayPath().isEmpty() ? name.text() : displayPath() + "/" + name;
      read.put(path, new byte[Math.toIntExact(file.sizeBytes())]);
      return new File(file, path);
    }

    @Override
    public void close() throws IOException {
      folder.close();
    }
  }

  private final class File implements ReadableFile {
    private final ReadableFile file;
    private final String path;

    File(ReadableFile file, String path) {
      this.file = file;
      this.path = path;
    }

    @Override
    public long sizeBytes() throws IOException {
      return file.sizeBytes();
    }

    @Override
    public int read(long positionBytes, ByteBuffer into) throws IOException {
      ByteBuffer copy = into.duplicate();
      int count = file.read(positionBytes, into);
      if (count > 0) {
        copy.get(of(path), (int) positionBytes, count);
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
