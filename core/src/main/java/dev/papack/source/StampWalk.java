package dev.papack.source;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
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
import java.util.function.Supplier;

/**
 * Goes through everything under {@code assets/} in one order, and asks for the stamp of each file.
 * Nothing is opened but folders.
 *
 * @param <N> what notes what is seen
 */
final class StampWalk<N extends StampWalk.Noting<N>> {
  /** So many folders are held open at once; what is deeper is reached anew from the top. */
  private static final int MAX_HELD_FOLDERS = 16;

  private final ReadableDirectory assets;
  private final N noting;
  private final Queue<AssetsPath> deeper = new ArrayDeque<>();
  private Saying saying = Saying.EVERYTHING;

  /** Whether what was noted says everything. */
  private enum Saying {
    EVERYTHING,
    TOO_LITTLE
  }

  /** Notes what a walk sees: of {@code assets/} itself, or of a folder in it. */
  interface Noting<N> {
    /** A folder begins, with so many entries that are not hidden. */
    void entries(int count);

    void folder(FileName name);

    /**
     * A file.
     *
     * @param folder empty for {@code assets/} itself
     */
    void file(Optional<AssetsPath> folder, FileName name, FileStamp stamp);

    /** What another walk noted, which is over. */
    void add(N inner);
  }

  private StampWalk(ReadableDirectory assets, N noting) {
    this.assets = assets;
    this.noting = noting;
  }

  /**
   * Several threads look at the folders in {@code assets/}, each with all that is in it; what is
   * noted does not depend on them.
   *
   * @return empty if the file system says too little of something, or what is there is neither file
   *     nor folder
   */
  static <N extends Noting<N>> Optional<N> through(ReadableDirectory assets, Supplier<N> notings)
      throws IOException {
    StampWalk<N> walk = new StampWalk<>(assets, notings.get());
    List<AssetsPath> folders = walk.top();
    Iterator<InOrder.Work<StampWalk<N>>> work =
        folders.stream()
            .map(folder ->
                (InOrder.Work<StampWalk<N>>)
                    () -> new StampWalk<>(assets, notings.get()).whole(folder))
            .iterator();
    try (InOrder<StampWalk<N>> walks = new InOrder<>(threadsFor(folders.size()), work)) {
      while (walks.hasNext()) {
        walk.add(walks.next());
      }
    }
    return walk.saying == Saying.TOO_LITTLE ? Optional.empty() : Optional.of(walk.noting);
  }

  private static int threadsFor(int folderCount) {
    return Math.clamp(folderCount, 1, Runtime.getRuntime().availableProcessors());
  }

  /** Without what is in folders: those are for others. */
  private List<AssetsPath> top() throws IOException {
    entries(assets, Optional.empty(), MAX_HELD_FOLDERS);
    List<AssetsPath> folders = List.copyOf(deeper);
    deeper.clear();
    return folders;
  }

  private StampWalk<N> whole(AssetsPath outermost) throws IOException {
    deeper.add(outermost);
    while (!deeper.isEmpty() && saying == Saying.EVERYTHING) {
      AssetsPath path = deeper.remove();
      try (Descent<ReadableDirectory> down = Descent.reading(assets)) {
        for (FileName name : path.names()) {
          down.enter(name);
        }
        entries(down.folder(), Optional.of(path), 0);
      }
    }
    return this;
  }

  private void add(StampWalk<N> inner) {
    if (inner.saying == Saying.TOO_LITTLE) {
      saying = Saying.TOO_LITTLE;
    }
    noting.add(inner.noting);
  }

  private void entries(ReadableDirectory folder, Optional<AssetsPath> path, int held)
      throws IOException {
    List<String> names =
        folder.list().stream().filter(name -> !name.startsWith(".")).sorted().toList();
    noting.entries(names.size());
    for (String name : names) {
      if (saying == Saying.TOO_LITTLE) {
        return;
      }
      if (FileName.faultOf(name).isPresent() || isTooLong(path, name)) {
        saying = Saying.TOO_LITTLE;
        return;
      }
      entry(folder, path, new FileName(name), held);
    }
  }

  /** Three bytes for each char at most: most paths need not be put together to be measured. */
  private static boolean isTooLong(Optional<AssetsPath> folder, String name) {
    int chars = name.length() + folder.map(outer -> outer.text().length() + 1).orElse(0);
    return 3 * chars > RelativePath.MAX_BYTES
        && RelativePath.faultOfLength(folder.map(outer -> outer + "/" + name).orElse(name))
            .isPresent();
  }

  private void entry(ReadableDirectory folder, Optional<AssetsPath> path, FileName name, int held)
      throws IOException {
    Optional<FileStamp> stamp = folder.stamp(name);
    if (stamp.isPresent()) {
      noting.file(path, name, stamp.get());
      return;
    }
    boolean isFolder =
        folder.find(name).filter(found -> found.type() == FileType.DIRECTORY).isPresent();
    if (!isFolder) {
      saying = Saying.TOO_LITTLE;
      return;
    }
    noting.folder(name);
    AssetsPath below = AssetsPath.in(path, RelativePath.of(name));
    if (held == MAX_HELD_FOLDERS) {
      deeper.add(below);
      return;
    }
    try (ReadableDirectory opened = folder.openDirectory(name)) {
      entries(opened, Optional.of(below), held + 1);
    }
  }

  /** Digests everything. */
  static final class Digested implements Noting<Digested> {
    private static final int BUFFER_BYTES = 8 << 10;

    private final MessageDigest digest = Sha256.newMessageDigest();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private Devices devices = new Devices.None();
    private FilesSeen files = FilesSeen.NONE;
    private long newestNanos = Long.MIN_VALUE;

    /** The file systems that stamps are of. */
    private sealed interface Devices {
      record None() implements Devices {}

      record One(long number) implements Devices {}

      record Several() implements Devices {}
    }

    @Override
    public void entries(int count) {
      buffer().putInt(count);
    }

    @Override
    public void folder(FileName name) {
      text(name);
      buffer().put((byte) 'd');
    }

    @Override
    public void file(Optional<AssetsPath> folder, FileName name, FileStamp stamp) {
      file(name);
      files = files.with(folder, name.text(), stamp);
      on(new Devices.One(stamp.device()));
      newestNanos = Math.max(newestNanos, Math.max(stamp.modifiedNanos(), stamp.changedNanos()));
      buffer()
          .putLong(stamp.sizeBytes())
          .putLong(stamp.modifiedNanos())
          .putLong(stamp.changedNanos())
          .putLong(stamp.device())
          .putLong(stamp.inode());
    }

    /** That there is one, whatever it is. */
    void file(FileName name) {
      text(name);
      buffer().put((byte) 'f');
    }

    @Override
    public void add(Digested inner) {
      on(inner.devices);
      files = files.and(inner.files);
      newestNanos = Math.max(newestNanos, inner.newestNanos);
      buffer().put(inner.digested().toBytes());
    }

    /** Empty if there was no file, or they are in several file systems. */
    Optional<TreeStamp> stamp() {
      return devices instanceof Devices.One(long device)
          ? Optional.of(new TreeStamp(digested(), files, device, newestNanos))
          : Optional.empty();
    }

    private Sha256 digested() {
      digest.update(buffer.flip());
      return Sha256.finish(digest);
    }

    private void on(Devices found) {
      if (devices instanceof Devices.None) {
        devices = found;
      } else if (!(found instanceof Devices.None) && !found.equals(devices)) {
        devices = new Devices.Several();
      }
    }

    private void text(FileName name) {
      byte[] bytes = name.text().getBytes(StandardCharsets.UTF_8);
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
