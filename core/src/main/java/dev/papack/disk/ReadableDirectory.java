package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A folder held open. What is reached through it is in it, whatever happens to its path meanwhile;
 * a link is never followed. Every failure is a {@link DiskException} with the path.
 */
public interface ReadableDirectory extends Closeable {
  /** Where this is, for messages: relative to the workspace, empty for the workspace itself. */
  String displayPath();

  /** What tells this folder from its copies. */
  FolderId id() throws IOException;

  /** The names in this folder, unchecked, in whatever order the file system gives. */
  List<String> list() throws IOException;

  /** What a name stands for, or empty where there is none. */
  Optional<FileStatus> find(FileName name) throws IOException;

  /**
   * What tells later whether a file is still the same with the same content; empty where there is
   * no regular file, and on platforms that do not tell enough. It may go by a path: what it says is
   * worth something only if it is what was said before.
   */
  default Optional<FileStamp> stamp(FileName name) throws IOException {
    return Optional.empty();
  }

  /** Whether this folder's file system can be relied on for {@link #stamp}. */
  default Storage storage() throws IOException {
    return Storage.FOREIGN;
  }

  /**
   * Opens a folder in this one after a look at what it is, as {@link #openFile} does; the caller
   * closes it.
   *
   * @throws DiskException also where the name is no folder
   */
  ReadableDirectory openDirectory(FileName name) throws IOException;

  /**
   * Opens a file in this folder after a look at what it is: opening a pipe would wait for ever. A
   * pipe that takes the file's place between the look and the opening does make it wait, until
   * somebody writes to that pipe or the process is stopped: Java cannot open without waiting, and
   * would need the right to write in order to. Whoever can do that may change the file itself.
   *
   * @throws DiskException also where the name is no regular file
   */
  ReadableFile openFile(FileName name) throws IOException;

  /**
   * Whether somebody holds the lock that a file stands for, another process or this one. Takes it
   * for a moment itself, to find out; writes nothing.
   *
   * @return false also where there is no such file
   */
  boolean isLocked(FileName name) throws IOException;
}
