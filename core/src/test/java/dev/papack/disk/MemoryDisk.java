package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A file system in memory: quick to copy, and with links and pipes on every platform. */
public final class MemoryDisk implements Disk {
  private final Folder root;
  private final Set<Node> locked = new HashSet<>();
  private static final Path TOP = Path.of("/").toAbsolutePath();
  private final Set<String> mounted = new HashSet<>();
  private long clock;

  public MemoryDisk() {
    this.root = new Folder();
  }

  private MemoryDisk(Folder root) {
    this.root = root;
  }

  private abstract static class Node {
    long modified;

    abstract FileType type();

    abstract Node copy();
  }

  private static final class Folder extends Node {
    final Map<String, Node> entries = new TreeMap<>();

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

  private static final class Content extends Node {
    byte[] bytes = {};

    @Override
    FileType type() {
      return FileType.FILE;
    }

    @Override
    Content copy() {
      Content copy = new Content();
      copy.bytes = bytes.clone();
      return copy;
    }
  }

  /** A link, pipe or the like: nothing but its type. */
  private static final class Other extends Node {
    final FileType type;

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

  /** The same files on another disk; nothing is locked there. */
  public synchronized MemoryDisk copy() {
    return new MemoryDisk(root.copy());
  }

  public synchronized MemoryDisk write(String path, byte[] bytes) {
    Content content = new Content();
    content.bytes = bytes.clone();
    return put(path, content);
  }

  public MemoryDisk write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a link or a special file there. */
  public synchronized MemoryDisk plant(String path, FileType type) {
    return put(path, type == FileType.DIRECTORY ? new Folder() : new Other(type));
  }

  /** Lets a folder, by its path in messages, lie in a file system of its own. */
  public synchronized MemoryDisk mount(String displayPath) {
    mounted.add(displayPath);
    return this;
  }

  private static boolean isBelow(String path, String folder) {
    return (path + "/").startsWith(folder + "/");
  }

  private MemoryDisk put(String path, Node node) {
    node.modified = ++clock;
    Folder folder = root;
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      folder = (Folder) folder.entries.computeIfAbsent(names[i], name -> new Folder());
    }
    folder.entries.put(names[names.length - 1], node);
    return this;
  }

  private Optional<Node> node(String path) {
    Node node = root;
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
    return this;
  }

  public synchronized MemoryDisk move(String from, String to) {
    Node node = node(from).orElseThrow();
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

  private static void collect(String path, Node node, Map<String, String> found) {
    switch (node) {
      case Folder folder ->
          folder.entries.forEach((name, inner) -> collect(path + "/" + name, inner, found));
      case Content content ->
          found.put(path, new String(content.bytes, StandardCharsets.ISO_8859_1));
      default -> found.put(path, node.type().name());
    }
  }

  private static String below(Path path) {
    return TOP.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }

  private Optional<Node> node(Path path) {
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
      return new Directory(found, displayPath);
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

  private final class Directory implements WritableDirectory {
    private final Folder folder;
    private final String displayPath;

    Directory(Folder folder, String displayPath) {
      this.folder = folder;
      this.displayPath = displayPath;
    }

    private Node require(FileName name, FileType... wanted) throws DiskException {
      Node node = folder.entries.get(name.text());
      String display = Attributes.display(displayPath, name);
      if (node == null) {
        throw new DiskException(DiskException.Trouble.MISSING, display, "no such file");
      }
      if (!Arrays.asList(wanted).contains(node.type())) {
        throw new DiskException(DiskException.Trouble.WRONG_TYPE, display, "is a " + node.type());
      }
      return node;
    }

    private <T extends Node> T create(FileName name, T node) throws DiskException {
      if (folder.entries.containsKey(name.text())) {
        throw new DiskException(
            DiskException.Trouble.EXISTS, Attributes.display(displayPath, name), "exists");
      }
      node.modified = ++clock;
      folder.entries.put(name.text(), node);
      return node;
    }

    @Override
    public String displayPath() {
      return displayPath;
    }

    @Override
    public List<String> list() {
      synchronized (MemoryDisk.this) {
        return new ArrayList<>(folder.entries.keySet());
      }
    }

    @Override
    public Optional<FileStatus> find(FileName name) {
      synchronized (MemoryDisk.this) {
        return Optional.ofNullable(folder.entries.get(name.text()))
            .map(node ->
                new FileStatus(
                    node.type(),
                    node instanceof Content content ? content.bytes.length : 0,
                    node.modified,
                    String.valueOf(System.identityHashCode(node))));
      }
    }

    @Override
    public WritableDirectory openDirectory(FileName name) throws IOException {
      synchronized (MemoryDisk.this) {
        return new Directory(
            (Folder) require(name, FileType.DIRECTORY), Attributes.display(displayPath, name));
      }
    }

    @Override
    public ReadableFile openFile(FileName name) throws IOException {
      synchronized (MemoryDisk.this) {
        return new OpenFile((Content) require(name, FileType.FILE));
      }
    }

    @Override
    public void createDirectory(FileName name) throws IOException {
      synchronized (MemoryDisk.this) {
        create(name, new Folder());
      }
    }

    @Override
    public WritableFile createFile(FileName name) throws IOException {
      synchronized (MemoryDisk.this) {
        return new OpenFile(create(name, new Content()));
      }
    }

    @Override
    public void rename(FileName name, WritableDirectory target, FileName newName)
        throws IOException {
      synchronized (MemoryDisk.this) {
        Directory other = (Directory) target;
        if (other.folder.entries.get(newName.text()) instanceof Folder) {
          throw new DiskException(
              DiskException.Trouble.WRONG_TYPE,
              Attributes.display(other.displayPath, newName),
              "is a directory");
        }
        other.folder.entries.put(newName.text(), require(name, FileType.FILE));
        folder.entries.remove(name.text());
      }
    }

    @Override
    public boolean sharesFileSystem(WritableDirectory other) {
      return mounted.stream()
          .noneMatch(path -> isBelow(displayPath, path) != isBelow(other.displayPath(), path));
    }

    @Override
    public void deleteFile(FileName name) throws IOException {
      synchronized (MemoryDisk.this) {
        require(name, FileType.FILE, FileType.LINK, FileType.SPECIAL);
        folder.entries.remove(name.text());
      }
    }

    @Override
    public void deleteDirectory(FileName name) throws IOException {
      synchronized (MemoryDisk.this) {
        if (!((Folder) require(name, FileType.DIRECTORY)).entries.isEmpty()) {
          throw new DiskException(
              DiskException.Trouble.OTHER, Attributes.display(displayPath, name), "not empty");
        }
        folder.entries.remove(name.text());
      }
    }

    @Override
    public void flush() {}

    @Override
    public Optional<HeldLock> tryLock(FileName name) throws IOException {
      synchronized (MemoryDisk.this) {
        if (!folder.entries.containsKey(name.text())) {
          create(name, new Content());
        }
        Node node = require(name, FileType.FILE);
        return locked.add(node) ? Optional.of(() -> unlock(node)) : Optional.empty();
      }
    }

    @Override
    public void close() {}
  }

  private synchronized void unlock(Node node) {
    locked.remove(node);
  }

  private final class OpenFile implements WritableFile {
    private final Content content;

    OpenFile(Content content) {
      this.content = content;
    }

    @Override
    public long sizeBytes() {
      synchronized (MemoryDisk.this) {
        return content.bytes.length;
      }
    }

    @Override
    public int read(long positionBytes, ByteBuffer into) {
      synchronized (MemoryDisk.this) {
        int left = (int) (content.bytes.length - positionBytes);
        if (left <= 0) {
          return -1;
        }
        int count = Math.min(left, into.remaining());
        into.put(content.bytes, (int) positionBytes, count);
        return count;
      }
    }

    @Override
    public void append(ByteBuffer bytes) {
      synchronized (MemoryDisk.this) {
        int length = content.bytes.length;
        content.bytes = Arrays.copyOf(content.bytes, length + bytes.remaining());
        bytes.get(content.bytes, length, bytes.remaining());
        content.modified = ++clock;
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
