package dev.papack.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock of the operating system, which ends when its one channel is closed, and with it one inside
 * the process.
 *
 * <p>POSIX gives such a lock to the process: closing any other channel to the same file, even one
 * that was refused the lock, would end it unnoticed. So nothing in the process may open the file of
 * a held lock, and the set of held locks is a fact of the process, not of a session.
 */
final class ChannelLock implements HeldLock {
  private static final Set<String> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final String identity;
  private final FileChannel channel;
  private final String displayPath;

  private ChannelLock(String identity, FileChannel channel, String displayPath) {
    this.identity = identity;
    this.channel = channel;
    this.displayPath = displayPath;
  }

  /** Opens the file of the lock. */
  @FunctionalInterface
  interface Opening {
    FileChannel open() throws IOException;
  }

  /**
   * Takes the lock of a whole file, if nobody has it.
   *
   * @param identity tells the file from all others of the machine, by whatever path it was reached
   * @param file opened only if no session of this process holds the lock
   */
  static Optional<HeldLock> tryLock(String identity, Opening file, String displayPath)
      throws IOException {
    if (!HELD_BY_THIS_PROCESS.add(identity)) {
      return Optional.empty();
    }
    Optional<HeldLock> lock = Optional.empty();
    try {
      lock = tryLockOfSystem(identity, file, displayPath);
    } finally {
      if (lock.isEmpty()) {
        HELD_BY_THIS_PROCESS.remove(identity);
      }
    }
    return lock;
  }

  /**
   * Whether anybody holds the lock of a file.
   *
   * @param file opened to read
   */
  static boolean isLocked(String identity, Opening file, String displayPath) throws IOException {
    if (!HELD_BY_THIS_PROCESS.add(identity)) {
      return true;
    }
    try (FileChannel channel = file.open();
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException heldByOtherCode) {
      return true;
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    } finally {
      HELD_BY_THIS_PROCESS.remove(identity);
    }
  }

  private static Optional<HeldLock> tryLockOfSystem(
      String identity, Opening file, String displayPath) throws IOException {
    FileChannel channel = file.open();
    boolean isHeld = false;
    try {
      isHeld = channel.tryLock() != null;
      return isHeld
          ? Optional.of(new ChannelLock(identity, channel, displayPath))
          : Optional.empty();
    } catch (OverlappingFileLockException heldByOtherCode) {
      return Optional.empty();
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    } finally {
      if (!isHeld) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    } finally {
      HELD_BY_THIS_PROCESS.remove(identity);
    }
  }
}
