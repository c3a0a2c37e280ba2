package dev.papack.disk;

import dev.papack.disk.MemoryNode.Content;
import dev.papack.disk.MemoryNode.Folder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One of the states in which a disk may be found after a power cut.
 *
 * <p>The bytes of a file since its last flush: never written, cut to any length, zeros, or any mix
 * of right, zeroed and foreign blocks, as delayed allocation leaves them. Names: see {@link
 * UnflushedNames}.
 */
final class PowerCut {
  /** What a disk writes at once or not at all. */
  private static final int BLOCK_BYTES = 512;

  /** Which changes of names survive. */
  enum Names {
    /** Any, but a rename as a whole: more than a POSIX disk is known to do. */
    IN_ANY_ORDER,
    /** All up to some moment: NTFS and its log, where nobody can flush a folder. */
    IN_ORDER
  }

  private final Random random;
  private final Map<Folder, Map<String, Optional<MemoryNode>>> names;
  private final Map<Content, Content> contents = new HashMap<>();

  PowerCut(Random random, UnflushedNames unflushed, Names order) {
    this.random = random;
    this.names = unflushed.cut(random, order);
  }

  Folder found(Folder before) {
    Map<String, Optional<MemoryNode>> entries = new HashMap<>();
    before.entries.forEach((name, node) -> entries.put(name, Optional.of(node)));
    entries.putAll(names.getOrDefault(before, Map.of()));
    Folder after = new Folder();
    entries.forEach((name, node) ->
        node.ifPresent(stands ->
            after.entries.put(
                name,
                switch (stands) {
                  case Folder folder -> found(folder);
                  case Content content -> contents.computeIfAbsent(content, this::found);
                  case MemoryNode.Other other -> other.copy();
                })));
    return after;
  }

  private Content found(Content before) {
    int flushed = before.flushedBytes;
    int length = before.bytes.length;
    if (flushed == length) {
      return before.copy();
    }
    int cut = flushed + random.nextInt(length - flushed + 1);
    return new Content(
        switch (random.nextInt(5)) {
          case 0 -> Arrays.copyOf(before.bytes, flushed);
          case 1 -> before.bytes;
          case 2 -> Arrays.copyOf(before.bytes, cut);
          case 3 -> Arrays.copyOf(Arrays.copyOf(before.bytes, flushed), length);
          default -> blocks(Arrays.copyOf(before.bytes, cut), flushed);
        });
  }

  private byte[] blocks(byte[] bytes, int from) {
    for (int start = from; start < bytes.length; ) {
      int end = Math.min(bytes.length, (start / BLOCK_BYTES + 1) * BLOCK_BYTES);
      switch (random.nextInt(3)) {
        case 0 -> Arrays.fill(bytes, start, end, (byte) 0);
        case 1 -> Arrays.fill(bytes, start, end, (byte) random.nextInt());
        default -> {}
      }
      start = end;
    }
    return bytes;
  }
}
