package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Has the system tell what changes in folders below one that is the top. A folder is reached by its
 * path: a link that takes its place meanwhile is followed. What is told says only that it is worth
 * looking.
 */
public interface FolderNotices extends Closeable {
  /**
   * From now on, tells of a folder, not of what is further in. A folder that was added under
   * another path, and was moved, is told of under the new one.
   *
   * @param folder its names from the top; none for the top itself
   * @throws DiskException also if the system tells of no more folders than it does already
   */
  void add(List<FileName> folder) throws IOException;

  /**
   * Tells no longer of a folder, nor of those in it.
   *
   * @param folder its names from the top
   */
  void remove(List<FileName> folder);

  /**
   * Waits until there is something to tell.
   *
   * @param milliseconds how long at most
   * @return all that there is; nothing if the time is over
   * @throws DiskException if the thread is interrupted ({@link DiskException.Trouble#INTERRUPTED})
   */
  List<Notice> await(long milliseconds) throws IOException;
}
