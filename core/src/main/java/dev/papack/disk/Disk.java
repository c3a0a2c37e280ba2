package dev.papack.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one door to the file system. Everything below it goes by handles and single names, so that
 * code which holds a {@link ReadableDirectory} can neither leave it nor write.
 */
public interface Disk {
  /**
   * Opens a folder that a user named. Links on the way to it are the user's own.
   *
   * @param folder an absolute path
   * @param displayPath how messages name it
   */
  ReadableDirectory openForReading(Path folder, String displayPath) throws IOException;

  /** As {@link #openForReading}, for those who may write. */
  WritableDirectory openForWriting(Path folder, String displayPath) throws IOException;

  /** A folder's absolute path without links; the names after its existing part are kept. */
  Path canonical(Path folder) throws IOException;

  /**
   * Whether a folder belongs to another user than the one who runs this process; false where the
   * platform does not tell.
   */
  boolean isOfOtherUser(Path folder) throws IOException;

  /** Whether a user's path leads to a folder. */
  boolean isDirectory(Path path);

  /** Creates a folder that a user named, with those above it, unless it is there. */
  Path createDirectories(Path folder) throws IOException;

  /**
   * Has the system tell what changes below a folder.
   *
   * @param folder an absolute path
   * @param displayPath how messages name it
   * @return empty where the system does not tell, or not everything: then somebody has to look
   * @throws DiskException also if the system tells nobody else
   */
  default Optional<FolderNotices> notices(Path folder, String displayPath) throws IOException {
    return Optional.empty();
  }
}
