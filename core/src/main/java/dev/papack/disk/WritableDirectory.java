package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
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

  /** Whether files can be renamed between this folder and another: both are in one file system. */
  boolean sharesFileSystem(WritableDirectory other) throws IOException;

  /** Deletes a file or a link, not what the link points to. */
  void deleteFile(FileName name) throws IOException;

  /** Deletes an empty folder. */
  void deleteDirectory(FileName name) throws IOException;

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
