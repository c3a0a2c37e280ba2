package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A folder whose reader is watched: every file that it opens, and every read. */
public record WatchedFolder(ReadableDirectory real, Watch watch) implements ReadableDirectory {
  /** Is told. */
  public interface Watch {
    /** A file was opened. */
    default void opened(String path, long sizeBytes) {}

    /**
     * A file was read.
     *
     * @param into what was asked for, from its position to its limit; the first bytes are read
     * @param count how many are, or -1 at the end
     */
    void read(String path, long positionBytes, ByteBuffer into, int count);
  }

  @Override
  public String displayPath() {
    return real.displayPath();
  }

  @Override
  public FolderId id() throws IOException {
    return real.id();
  }

  @Override
  public boolean isLocked(FileName name) throws IOException {
    return real.isLocked(name);
  }

  @Override
  public List<String> list() throws IOException {
    return real.list();
  }

  @Override
  public Optional<FileStatus> find(FileName name) throws IOException {
    return real.find(name);
  }

  @Override
  public Optional<FileStamp> stamp(FileName name) throws IOException {
    return real.stamp(name);
  }

  @Override
  public Storage storage() throws IOException {
    return real.storage();
  }

  @Override
  public ReadableDirectory openDirectory(FileName name) throws IOException {
    return new WatchedFolder(real.openDirectory(name), watch);
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    ReadableFile file = real.openFile(name);
    String path = Attributes.display(displayPath(), name);
    watch.opened(path, file.sizeBytes());
    return new WatchedFile(file, path, watch);
  }

  @Override
  public void close() throws IOException {
    real.close();
  }

  private record WatchedFile(ReadableFile real, String path, Watch watch) implements ReadableFile {
    @Override
    public long sizeBytes() throws IOException {
      return real.sizeBytes();
    }

    @Override
    public int read(long positionBytes, ByteBuffer into) throws IOException {
      ByteBuffer asked = into.duplicate();
      int count = real.read(positionBytes, into);
      watch.read(path, positionBytes, asked, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
