package dev.papack.disk;

import java.util.Map;
import java.util.TreeMap;

/** What stands in a {@link MemoryDisk}. */
abstract sealed class MemoryNode {
  long modified;

  abstract FileType type();

  /** The same, with nothing unflushed. */
  abstract MemoryNode copy();

  static final class Folder extends MemoryNode {
    final Map<String, MemoryNode> entries = new TreeMap<>();

    @Override
    FileType type() {
      return FileType.DIRECTORY;
    }

    @Override
    Folder copy() {
      Folder copy = new Folder();
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
