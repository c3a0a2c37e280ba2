package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A folder of a platform on which an open file is neither replaced nor deleted. Virus scanners and
 * indexers open whatever is new, and let go of it soon: renames and deletions that a file in use
 * stops are tried {@value #MAX_TRIES} times within {@value #MAX_MILLISECONDS} milliseconds. Nothing
 * else is tried again.
 */
final class PatientDirectory implements WritableDirectory {
  static final int MAX_TRIES = 8;
  static final int MAX_MILLISECONDS = 1270;

  private static final int FIRST_PAUSE_MILLISECONDS = 10;

  private final WritableDirectory real;
  private final Pause pause;

  /** Lets time pass between two tries. */
  @FunctionalInterface
  interface Pause {
    void of(int milliseconds) throws InterruptedException;
  }

  PatientDirectory(WritableDirectory real, Pause pause) {
    this.real = real;
    this.pause = pause;
  }

  /** What renames and deletes. */
  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  private void make(Change change) throws IOException {
    int pauseMilliseconds = FIRST_PAUSE_MILLISECONDS;
    for (int tries = 1; ; tries++) {
      try {
        change.make();
        return;
      } catch (DiskException e) {
        if (e.trouble() != DiskException.Trouble.IN_USE || tries == MAX_TRIES) {
          throw e;
        }
        try {
          pause.of(pauseMilliseconds);
        } catch (InterruptedException interruption) {
          Thread.currentThread().interrupt();
          throw e;
        }
        pauseMilliseconds *= 2;
      }
    }
  }

  private static WritableDirectory behind(WritableDirectory folder) {
    return folder instanceof PatientDirectory patient ? patient.real : folder;
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
  public WritableDirectory openDirectory(FileName name) throws IOException {
    return new PatientDirectory(real.openDirectory(name), pause);
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    return real.openFile(name);
  }

  @Override
  public void createDirectory(FileName name) throws IOException {
    real.createDirectory(name);
  }

  @Override
  public WritableFile createFile(FileName name) throws IOException {
    return real.createFile(name);
  }

  @Override
  public void rename(FileName name, WritableDirectory target, FileName newName) throws IOException {
    make(() -> real.rename(name, behind(target), newName));
  }

  @Override
  public void link(FileName name, WritableDirectory target, FileName newName) throws IOException {
    real.link(name, behind(target), newName);
  }

  @Override
  public void deleteFile(FileName name) throws IOException {
    make(() -> real.deleteFile(name));
  }

  @Override
  public void deleteDirectory(FileName name) throws IOException {
    make(() -> real.deleteDirectory(name));
  }

  @Override
  public void flush(List<? extends WritableFile> files) throws IOException {
    real.flush(files);
  }

  @Override
  public void flush() throws IOException {
    real.flush();
  }

  @Override
  public Optional<HeldLock> tryLock(FileName name) throws IOException {
    return real.tryLock(name);
  }

  @Override
  public boolean isLocked(FileName name) throws IOException {
    return real.isLocked(name);
  }

  @Override
  public void close() throws IOException {
    real.close();
  }
}
