package dev.papack.cache;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the file of a cache means, for a process that reads it again and again. Several threads may
 * use it at once.
 */
public final class CacheMemory {
  private final AtomicReference<Optional<Known>> last = new AtomicReference<>(Optional.empty());

  private record Known(ByteBuffer file, BuildCache cache) {}

  /**
   * Keeps what was written.
   *
   * @param file all bytes; they do not change any more
   */
  public void keep(ByteBuffer file, BuildCache cache) {
    last.set(Optional.of(new Known(file.asReadOnlyBuffer(), cache)));
  }

  /** What a file of the same bytes means. */
  Optional<BuildCache> find(ByteBuffer file) {
    return last.get().filter(known -> known.file().equals(file)).map(Known::cache);
  }
}
