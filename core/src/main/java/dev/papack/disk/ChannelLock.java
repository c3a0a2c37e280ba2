package dev.papack.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Optional;

/** A lock of the operating system; it ends when its one channel is closed. */
final class ChannelLock implements HeldLock {
  private final FileChannel channel;

  private ChannelLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock of the whole file, or closes the channel. */
  static Optional<HeldLock> tryLock(FileChannel channel, String displayPath) throws IOException {
    boolean held = false;
    try {
      FileLock lock = channel.tryLock();
      held = lock != null;
      return held ? Optional.of(new ChannelLock(channel)) : Optional.empty();
    } catch (OverlappingFileLockException heldByAnotherSession) {
      return Optional.empty();
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
