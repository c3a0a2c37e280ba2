package dev.papack.workspace;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FolderId;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.Storage;
import dev.papack.progress.Observer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A folder whose reader may be called off between any two looks at the disk, by its observer or by
 * an interrupt: whatever it is busy with, it then fails as a read that is interrupted does.
 *
 * @param real the folder
 * @param observer who may call off; asked by each thread that reads
 */
public record FollowedFolder(ReadableDirectory real, Observer observer)
    implements ReadableDirectory {
  private void goOn() throws DiskException {
    // The system calls that only look do not notice an interrupt themselves.
    if (Thread.currentThread().isInterrupted() || observer.isCancelled()) {
      throw DiskException.interrupted(displayPath());
    }
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
  public List<String> list() throws IOException {
    goOn();
    return real.list();
  }

  @Override
  public Optional<FileStatus> find(FileName name) throws IOException {
    goOn();
    return real.find(name);
  }

  @Override
  public Optional<FileStamp> stamp(FileName name) throws IOException {
    goOn();
    return real.stamp(name);
  }

  @Override
  public Storage storage() throws IOException {
    return real.storage();
  }

  @Override
  public ReadableDirectory openDirectory(FileName name) throws IOException {
    goOn();
    return new FollowedFolder(real.openDirectory(name), observer);
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    goOn();
    return new FollowedFile(this, real.openFile(name));
  }

  @Override
  public boolean isLocked(FileName name) throws IOException {
    return real.isLocked(name);
  }

  @Override
  public void close() throws IOException {
    real.close();
  }

  private record FollowedFile(FollowedFolder folder, ReadableFile real) implements ReadableFile {
    @Override
    public long sizeBytes() throws IOException {
      return real.sizeBytes();
    }

    @Override
    public int read(long positionBytes, ByteBuffer into) throws IOException {
      folder.goOn();
      return real.read(positionBytes, into);
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
