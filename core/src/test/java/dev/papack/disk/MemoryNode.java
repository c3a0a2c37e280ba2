package dev.papack.disk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** What stands in a {@link MemoryDisk}. */
abstract sealed class MemoryNode {
  long modified;

  abstract FileType type();

  /** The same, with nothing unflushed. */
  abstract MemoryNode copy();

  static final class Folder extends MemoryNode {
    private static final AtomicLong NUMBERS = new AtomicLong();

    final Map<String, MemoryNode> entries = new TreeMap<>();
    final FolderId id;

    Folder() {
      this(
          new FolderId(
              Optional.of(String.valueOf(NUMBERS.incrementAndGet())),
              Optional.of("2026-01-01T00:00:00Z")));
    }

    private Folder(FolderId id) {
      this.id = id;
    }

    @Override
    FileType type() {
      return FileType.DIRECTORY;
    }

    @Override
    Folder copy() {
      // A disk that is copied is the same disk at another time.
      Folder copy = new Folder(id);
      entries.forEach((name, node) -> copy.entries.put(name, node.copy()));
      return copy;
    }
  }

  /** A file, which only ever grows: its array is never written again, and copies share it. */
  static final class Content extends MemoryNode {
    byte[] bytes;

    /** How many bytes, from the first on, a power cut leaves alone. */
    int flushedBytes;

    /** How many have it open. */
    int openCount;

    Content(byte[] bytes) {
      this.bytes = bytes;
      this.flushedBytes = bytes.length;
    }

    @Override
    FileType type() {
      return FileType.FILE;
    }

    @Override
    Content copy() {
      return new Content(bytes);
    }
  }

  /** A link, pipe or the like: nothing but its type. */
  static final class Other extends MemoryNode {
    private final FileType type;

    Other(FileType type) {
      this.type = type;
    }

    @Override
    FileType type() {
      return type;
    }

    @Override
    Other copy() {
      return new Other(type);
    }
  }
}
