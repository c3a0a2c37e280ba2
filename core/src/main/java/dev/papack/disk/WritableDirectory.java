package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A folder held open for those few who may write: publication, and the cache. */
public interface WritableDirectory extends ReadableDirectory {
  @Override
  WritableDirectory openDirectory(FileName name) throws IOException;

  /** Creates a folder that must not exist yet. */
  void createDirectory(FileName name) throws IOException;

  /** Creates a file that must not exist yet. */
  WritableFile createFile(FileName name) throws IOException;

  /** Gives a file another name, atomically, in place of a file that has that name already. */
  void rename(FileName name, WritableDirectory target, FileName newName) throws IOException;

  /**
   * Gives a file a second name, which must not exist yet.
   *
   * @throws DiskException also where the file system has no such names
   */
  void link(FileName name, WritableDirectory target, FileName newName) throws IOException;

  /** Deletes a file or a link, not what the link points to. */
  void deleteFile(FileName name) throws IOException;

  /** Deletes an empty folder. */
  void deleteDirectory(FileName name) throws IOException;

  /**
   * Returns when the contents of files of this folder would survive a power cut, their names aside.
   * It is done for many at once, since a file system commits many flushes as fast as one.
   *
   * @param files as this folder created them
   */
  default void flush(List<? extends WritableFile> files) throws IOException {
    for (WritableFile file : files) {
      file.flush();
    }
  }

  /** Returns when created, renamed and deleted names would survive a power cut. */
  void flush() throws IOException;

  /**
   * Takes the lock that a file stands for, creating the file where needed. The lock ends with the
   * returned handle, or with the process.
   *
   * @return the held lock, or empty where another process or session has it
   */
  Optional<HeldLock> tryLock(FileName name) throws IOException;
}
