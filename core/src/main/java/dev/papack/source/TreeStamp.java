package dev.papack.source;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.Descent;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * What the file system says of everything under {@code assets/}, as one digest: of the name of each
 * file and folder, and the stamp of each file. Names that begin with a dot are ignored, as a scan
 * does. If two are equal, every file is what it was.
 *
 * @param digest of names and stamps
 * @param device the file system that all files are in
 * @param newestNanos when the last of them was changed, since 1970
 */
public record TreeStamp(Sha256 digest, long device, long newestNanos) {
  /** So many folders are held open at once; what is deeper is reached anew from the top. */
  private static final int MAX_HELD_FOLDERS = 16;

  private static final int BUFFER_BYTES = 8 << 10;

  /**
   * Asks the file system for the stamps of all files, and opens none. Several threads look at the
   * folders in {@code assets/}, each with all that is in it; the digest does not depend on them.
   *
   * @param assets the folder {@code assets/}
   * @return empty if that does not say everything: there are links or special files, several file
   *     systems, or one that tells too little
   */
  public static Optional<TreeStamp> of(ReadableDirectory assets) throws IOException {
    Walk walk = new Walk(assets);
    List<FileName> folders = walk.top();
    Iterator<InOrder.Work<Walk>> work =
        folders.stream()
            .map(folder -> (InOrder.Work<Walk>) () -> new Walk(assets).whole(folder))
            .iterator();
    try (InOrder<Walk> walks = new InOrder<>(Runtime.getRuntime().availableProcessors(), work)) {
      while (walks.hasNext()) {
        walk.add(walks.next());
      }
    }
    return walk.result();
  }

  /**
   * Whether every later change of a file would show, as {@link FileStamp#isOlderThan} has it.
   *
   * @param clock of a file that was written before the folder was looked at
   */
  public boolean isOlderThan(FileStamp clock) {
    return device == clock.device() && newestNanos < clock.modifiedNanos();
  }

  /** A folder that lies too deep to go on from the folder around it. */
  private record Deeper(List<FileName> way) {
    /** Copies the list. */
    Deeper {
      way = List.copyOf(way);
    }
  }

  /** Of {@code assets/} itself, or of a folder in it. */
  private static final class Walk {
    private final ReadableDirectory assets;
    private final MessageDigest digest = Sha256.newMessageDigest();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final Queue<Deeper> deeper = new ArrayDeque<>();
    private Optional<Long> device = Optional.empty();
    private long newestNanos = Long.MIN_VALUE;
    private Saying saying = Saying.EVERYTHING;

    /** Whether what was digested says everything. */
    private enum Saying {
      EVERYTHING,
      TOO_LITTLE
    }

    Walk(ReadableDirectory assets) {
      this.assets = assets;
    }

    /** Without what is in folders: those are for others. */
    List<FileName> top() throws IOException {
      folder(assets, List.of(), MAX_HELD_FOLDERS);
      List<FileName> folders = deeper.stream().map(Deeper::way).map(List::getLast).toList();
      deeper.clear();
      return folders;
    }

    Walk whole(FileName outermost) throws IOException {
      deeper.add(new Deeper(List.of(outermost)));
      while (!deeper.isEmpty() && saying == Saying.EVERYTHING) {
        List<FileName> way = deeper.remove().way();
        try (Descent<ReadableDirectory> down = Descent.reading(assets)) {
          for (FileName name : way) {
            down.enter(name);
          }
          folder(down.folder(), way, 0);
        }
      }
      return this;
    }

    /** What another walk found, which is over. */
    void add(Walk inner) {
      if (inner.saying == Saying.TOO_LITTLE) {
        saying = Saying.TOO_LITTLE;
      }
      inner.device.ifPresent(this::on);
      newestNanos = Math.max(newestNanos, inner.newestNanos);
      buffer().put(inner.digested().toBytes());
    }

    Optional<TreeStamp> result() {
      return saying == Saying.TOO_LITTLE || device.isEmpty()
          ? Optional.empty()
          : Optional.of(new TreeStamp(digested(), device.get(), newestNanos));
    }

    private Sha256 digested() {
      digest.update(buffer.flip());
      return Sha256.finish(digest);
    }

    private void on(long found) {
      if (device.isPresent() && device.get() != found) {
        saying = Saying.TOO_LITTLE;
      }
      device = Optional.of(found);
    }

    private void folder(ReadableDirectory folder, List<FileName> way, int held) throws IOException {
      List<String> names =
          folder.list().stream().filter(name -> !name.startsWith(".")).sorted().toList();
      buffer().putInt(names.size());
      for (String name : names) {
        if (saying == Saying.TOO_LITTLE) {
          return;
        }
        if (FileName.faultOf(name).isPresent()) {
          saying = Saying.TOO_LITTLE;
          return;
        }
        entry(folder, new FileName(name), way, held);
      }
    }

    private void entry(ReadableDirectory folder, FileName name, List<FileName> way, int held)
        throws IOException {
      text(name.text());
      Optional<FileStamp> stamp = folder.stamp(name);
      if (stamp.isPresent()) {
        file(stamp.get());
        return;
      }
      boolean isFolder =
          folder.find(name).filter(found -> found.type() == FileType.DIRECTORY).isPresent();
      if (!isFolder) {
        saying = Saying.TOO_LITTLE;
        return;
      }
      buffer().put((byte) 'd');
      List<FileName> inner = Stream.concat(way.stream(), Stream.of(name)).toList();
      if (held == MAX_HELD_FOLDERS) {
        deeper.add(new Deeper(inner));
        return;
      }
      try (ReadableDirectory opened = folder.openDirectory(name)) {
        folder(opened, inner, held + 1);
      }
    }

    private void file(FileStamp stamp) {
      on(stamp.device());
      newestNanos = Math.max(newestNanos, Math.max(stamp.modifiedNanos(), stamp.changedNanos()));
      buffer()
          .put((byte) 'f')
          .putLong(stamp.sizeBytes())
          .putLong(stamp.modifiedNanos())
          .putLong(stamp.changedNanos())
          .putLong(stamp.device())
          .putLong(stamp.inode());
    }

    private void text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      buffer().putInt(bytes.length).put(bytes);
    }

    /** With room for any name, and for any stamp. */
    private ByteBuffer buffer() {
      if (buffer.remaining() < BUFFER_BYTES / 2) {
        digest.update(buffer.flip());
        buffer.clear();
      }
      return buffer;
    }
  }
}
