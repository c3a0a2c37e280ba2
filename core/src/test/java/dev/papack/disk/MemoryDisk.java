package dev.papack.disk;

import dev.papack.container.Sha256;
import dev.papack.disk.MemoryNode.Content;
import dev.papack.disk.MemoryNode.Folder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A file system in memory: quick to copy, with links and pipes on every platform, and one that
 * knows what of it a power cut would leave.
 */
public final class MemoryDisk implements Disk {
  private static final Path TOP = Path.of("/").toAbsolutePath();

  private final Folder root;
  private final Manner manner;
  private final Flushes flushes;
  private final UnflushedNames unflushed = new UnflushedNames();
  private final Set<MemoryNode> locked = new HashSet<>();
  private final Set<String> mounted = new HashSet<>();
  private final Set<Path> ofOtherUsers = new HashSet<>();
  private long clock;

  /** What platform's file system this is like. */
  public enum Manner {
    /** Folders are held by handle and can be flushed; an open file is in nobody's way. */
    POSIX,
    /**
     * Folders are walked to by their names, nobody can flush one, and a file that is open is
     * neither replaced nor renamed nor deleted.
     */
    WINDOWS
  }

  /** What flushes do. All but the first are broken disks: a power cut on them must be noticed. */
  public enum Flushes {
    OF_EVERYTHING,
    OF_FILES,
    OF_FOLDERS,
    OF_NOTHING;

    boolean reachFiles() {
      return this == OF_EVERYTHING || this == OF_FILES;
    }

    boolean reachFolders() {
      return this == OF_EVERYTHING || this == OF_FOLDERS;
    }
  }

  public MemoryDisk() {
    this(new Folder(), Manner.POSIX, Flushes.OF_EVERYTHING);
  }

  private MemoryDisk(Folder root, Manner manner, Flushes flushes) {
    this.root = root;
    this.manner = manner;
    this.flushes = flushes;
  }

  /** The same files on another disk; nothing is locked, open or unflushed there. */
  public MemoryDisk copy() {
    return copy(manner, flushes);
  }

  /** The same files on a disk that behaves otherwise. */
  public synchronized MemoryDisk copy(Manner manner, Flushes flushes) {
    MemoryDisk copy = new MemoryDisk(root.copy(), manner, flushes);
    copy.mounted.addAll(mounted);
    return copy;
  }

  /** One of the states in which this disk may be found if the power fails now. */
  public synchronized MemoryDisk afterPowerCut(Random random) {
    PowerCut.Names order =
        switch (manner) {
          case POSIX -> PowerCut.Names.IN_ANY_ORDER;
          case WINDOWS -> PowerCut.Names.IN_ORDER;
        };
    return new MemoryDisk(new PowerCut(random, unflushed, order).found(root), manner, flushes);
  }

  /** Whether a power cut would leave this disk as it is. */
  public synchronized boolean isFlushed() {
    return unflushed.isEmpty() && isFlushed(root);
  }

  private static boolean isFlushed(MemoryNode node) {
    return switch (node) {
      case Folder folder -> folder.entries.values().stream().allMatch(MemoryDisk::isFlushed);
      case Content content -> content.flushedBytes == content.bytes.length;
      case MemoryNode.Other other -> true;
    };
  }

  /** Tells any two disks apart that differ in a name, a type or a byte. */
  public synchronized String fingerprint() {
    MessageDigest digest = Sha256.newMessageDigest();
    update(digest, root);
    return Sha256.finish(digest).hex();
  }

  private static void update(MessageDigest digest, MemoryNode node) {
    switch (node) {
      case Folder folder -> {
        framed(digest, "folder of " + folder.entries.size(), new byte[0]);
        folder.entries.forEach((name, inner) -> {
          framed(digest, name, new byte[0]);
          update(digest, inner);
        });
      }
      case Content content -> framed(digest, "file", content.bytes);
      case MemoryNode.Other other -> framed(digest, other.type().name(), new byte[0]);
    }
  }

  private static void framed(MessageDigest digest, String text, byte[] bytes) {
    digest.update((text + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  /** Lets another program open a file, until it closes the handle. */
  public synchronized Closeable hold(String path) {
    return new MemoryFile(this, (Content) node(path).orElseThrow());
  }

  public synchronized MemoryDisk write(String path, byte[] bytes) {
    return put(path, new Content(bytes.clone()));
  }

  public MemoryDisk write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes over a file in place: who has it open sees it. */
  public synchronized MemoryDisk overwrite(String path, byte[] bytes) {
    Content content = (Content) node(path).orElseThrow();
    content.bytes = bytes.clone();
    content.flushedBytes = bytes.length;
    content.modified = now();
    return this;
  }

  /** Puts a link or a special file there. */
  public synchronized MemoryDisk plant(String path, FileType type) {
    return put(path, type == FileType.DIRECTORY ? new Folder() : new MemoryNode.Other(type));
  }

  /** Lets a folder, by its path in messages, lie in a file system of its own. */
  public synchronized MemoryDisk mount(String displayPath) {
    mounted.add(displayPath);
    return this;
  }

  /** Lets a folder belong to somebody else. */
  public synchronized MemoryDisk giveAway(Path folder) {
    ofOtherUsers.add(folder);
    return this;
  }

  @Override
  public synchronized boolean isOfOtherUser(Path folder) {
    return ofOtherUsers.contains(folder);
  }

  private static boolean isBelow(String path, String folder) {
    return (path + "/").startsWith(folder + "/");
  }

  boolean shareFileSystem(String one, String other) {
    return mounted.stream().noneMatch(path -> isBelow(one, path) != isBelow(other, path));
  }

  Manner manner() {
    return manner;
  }

  Flushes flushes() {
    return flushes;
  }

  UnflushedNames unflushed() {
    return unflushed;
  }

  /** A moment after all others. */
  long now() {
    return ++clock;
  }

  void requireUnused(MemoryNode node, String displayPath) throws DiskException {
    boolean isInTheWay =
        switch (manner) {
          case POSIX -> false;
          case WINDOWS -> node instanceof Content content && content.openCount > 0;
        };
    if (isInTheWay) {
      throw new DiskException(DiskException.Trouble.IN_USE, displayPath, "open in another program");
    }
  }

  boolean isLocked(MemoryNode node) {
    return locked.contains(node);
  }

  Optional<HeldLock> lock(Content content) {
    if (!locked.add(content)) {
      return Optional.empty();
    }
    MemoryFile open = new MemoryFile(this, content);
    return Optional.of(() -> {
      open.close();
      unlock(content);
    });
  }

  private MemoryDisk put(String path, MemoryNode node) {
    node.modified = ++clock;
    Folder folder = root;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      folder = (Folder) folder.entries.computeIfAbsent(names[i], name -> new Folder());
    }
    folder.entries.put(names[names.length - 1], node);
    unflushed.forget(folder, names[names.length - 1]);
    return this;
  }

  private Optional<MemoryNode> node(String path) {
    MemoryNode node = root;
    for (String name : path.split("/", -1)) {
      if (!(node instanceof Folder folder) || !folder.entries.containsKey(name)) {
        return Optional.empty();
      }
      node = folder.entries.get(name);
    }
    return Optional.of(node);
  }

  public synchronized boolean has(String path) {
    return node(path).isPresent();
  }

  public synchronized byte[] read(String path) {
    return ((Content) node(path).orElseThrow()).bytes.clone();
  }

  public String text(String path) {
    return new String(read(path), StandardCharsets.UTF_8);
  }

  /** Removes a file, or a folder with all that is in it. */
  public synchronized MemoryDisk delete(String path) {
    int slash = path.lastIndexOf('/');
    Folder folder = slash < 0 ? root : (Folder) node(path.substring(0, slash)).orElseThrow();
    if (folder.entries.remove(path.substring(slash + 1)) == null) {
      throw new IllegalStateException("nothing to delete at " + path);
    }
    unflushed.forget(folder, path.substring(slash + 1));
    return this;
  }

  public synchronized MemoryDisk move(String from, String to) {
    MemoryNode node = node(from).orElseThrow();
    delete(from);
    return put(to, node);
  }

  public synchronized MemoryDisk copyFile(String from, String to) {
    return put(to, node(from).orElseThrow().copy());
  }

  /** Every file below a path, or the path itself, as Latin-1 text. */
  public synchronized Map<String, String> files(String... tops) {
    Map<String, String> found = new TreeMap<>();
    for (String top : tops) {
      node(top).ifPresent(node -> collect(top, node, found));
    }
    return found;
  }

  private static void collect(String path, MemoryNode node, Map<String, String> found) {
    switch (node) {
      case Folder folder ->
          folder.entries.forEach((name, inner) -> collect(path + "/" + name, inner, found));
      case Content content ->
          found.put(path, new String(content.bytes, StandardCharsets.ISO_8859_1));
      case MemoryNode.Other other -> found.put(path, other.type().name());
    }
  }

  private static String below(Path path) {
    return TOP.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  private Optional<MemoryNode> node(Path path) {
    String below = below(path);
    return below.isEmpty() ? Optional.of(root) : node(below);
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return openForWriting(folder, displayPath);
  }

  @Override
  public synchronized WritableDirectory openForWriting(Path folder, String displayPath)
      throws IOException {
    if (node(folder).orElse(null) instanceof Folder found) {
      MemoryDirectory.Way way =
          switch (manner) {
            case POSIX -> () -> Optional.of(found);
            case WINDOWS ->
                () -> node(folder).filter(Folder.class::isInstance).map(Folder.class::cast);
          };
      return new MemoryDirectory(this, way, displayPath);
    }
    throw new DiskException(DiskException.Trouble.MISSING, displayPath, "no such folder");
  }

  @Override
  public Path canonical(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  @Override
  public synchronized boolean isDirectory(Path path) {
    return node(path).orElse(null) instanceof Folder;
  }

  @Override
  public synchronized Path createDirectories(Path folder) {
    if (node(folder).isEmpty()) {
      put(below(folder), new Folder());
    }
    return folder.toAbsolutePath().normalize();
  }

  private synchronized void unlock(Content node) {
    locked.remove(node);
  }
}
