package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.MemoryNode.Content;
import dev.papack.disk.MemoryNode.Folder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A folder of a {@link MemoryDisk}: held, or walked to anew by each operation. */
final class MemoryDirectory implements WritableDirectory {
  private final MemoryDisk disk;
  private final Way way;
  private final String displayPath;
  private volatile boolean isClosed;

  /** How the folder is reached. */
  @FunctionalInterface
  interface Way {
    /** The folder; empty if it is gone. */
    Optional<Folder> find();
  }

  MemoryDirectory(MemoryDisk disk, Way way, String displayPath) {
    this.disk = disk;
    this.way = way;
    this.displayPath = displayPath;
  }

  /** As on a real disk, a handle that is closed is good for nothing. */
  private Optional<Folder> found() {
    if (isClosed) {
      throw new IllegalStateException(displayPath + " is closed");
    }
    return way.find();
  }

  private Folder folder() throws DiskException {
    return found()
        .orElseThrow(
            () -> new DiskException(DiskException.Trouble.MISSING, displayPath, "no such folder"));
  }

  private String display(FileName name) {
    return Attributes.display(displayPath, name);
  }

  private MemoryNode require(FileName name, FileType... wanted) throws DiskException {
    MemoryNode node = folder().entries.get(name.text());
    if (node == null) {
      throw new DiskException(DiskException.Trouble.MISSING, display(name), "no such file");
    }
    if (!Arrays.asList(wanted).contains(node.type())) {
      throw new DiskException(
          DiskException.Trouble.WRONG_TYPE, display(name), "is a " + node.type());
    }
    return node;
  }

  private <T extends MemoryNode> T create(FileName name, T node) throws DiskException {
    if (folder().entries.containsKey(name.text())) {
      throw new DiskException(DiskException.Trouble.EXISTS, display(name), "exists");
    }
    node.modified = disk.now();
    disk.unflushed().put(folder(), name.text(), node);
    return node;
  }

  private void requireUnused(MemoryNode node, FileName name) throws DiskException {
    disk.requireUnused(node, display(name));
  }

  @Override
  public String displayPath() {
    return displayPath;
  }

  @Override
  public FolderId id() throws IOException {
    synchronized (disk) {
      return folder().id;
    }
  }

  @Override
  public List<String> list() throws IOException {
    synchronized (disk) {
      return new ArrayList<>(folder().entries.keySet());
    }
  }

  @Override
  public Optional<FileStatus> find(FileName name) {
    synchronized (disk) {
      return found()
          .map(folder -> folder.entries.get(name.text()))
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
    synchronized (disk) {
      Folder found = (Folder) require(name, FileType.DIRECTORY);
      Way inner =
          switch (disk.manner()) {
            case POSIX -> () -> Optional.of(found);
            case WINDOWS ->
                () ->
                    way.find()
                        .map(folder -> folder.entries.get(name.text()))
                        .filter(node -> node instanceof Folder)
                        .map(node -> (Folder) node);
          };
      return new MemoryDirectory(disk, inner, display(name));
    }
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    synchronized (disk) {
      return new MemoryFile(disk, (Content) require(name, FileType.FILE));
    }
  }

  @Override
  public void createDirectory(FileName name) throws IOException {
    synchronized (disk) {
      create(name, new Folder());
    }
  }

  @Override
  public WritableFile createFile(FileName name) throws IOException {
    synchronized (disk) {
      return new MemoryFile(disk, create(name, new Content(new byte[0])));
    }
  }

  @Override
  public void rename(FileName name, WritableDirectory target, FileName newName) throws IOException {
    synchronized (disk) {
      MemoryDirectory other = (MemoryDirectory) target;
      requireUnused(require(name, FileType.FILE), name);
      requireOneFileSystem(other, newName);
      MemoryNode replaced = other.folder().entries.get(newName.text());
      if (replaced instanceof Folder) {
        throw new DiskException(
            DiskException.Trouble.WRONG_TYPE, other.display(newName), "is a directory");
      }
      if (replaced != null) {
        other.requireUnused(replaced, newName);
      }
      disk.unflushed().rename(folder(), name.text(), other.folder(), newName.text());
    }
  }

  @Override
  public void link(FileName name, WritableDirectory target, FileName newName) throws IOException {
    synchronized (disk) {
      MemoryDirectory other = (MemoryDirectory) target;
      MemoryNode node = require(name, FileType.FILE);
      requireOneFileSystem(other, newName);
      if (disk.manner() == MemoryDisk.Manner.WINDOWS) {
        throw new DiskException(DiskException.Trouble.OTHER, display(name), "no second names");
      }
      if (other.folder().entries.containsKey(newName.text())) {
        throw new DiskException(DiskException.Trouble.EXISTS, other.display(newName), "exists");
      }
      disk.unflushed().put(other.folder(), newName.text(), node);
    }
  }

  private void requireOneFileSystem(MemoryDirectory other, FileName newName) throws DiskException {
    if (!disk.shareFileSystem(displayPath, other.displayPath)) {
      throw new DiskException(
          DiskException.Trouble.OTHER, other.display(newName), "Invalid cross-device link");
    }
  }

  @Override
  public void deleteFile(FileName name) throws IOException {
    synchronized (disk) {
      requireUnused(require(name, FileType.FILE, FileType.LINK, FileType.SPECIAL), name);
      disk.unflushed().delete(folder(), name.text());
    }
  }

  @Override
  public void deleteDirectory(FileName name) throws IOException {
    synchronized (disk) {
      if (!((Folder) require(name, FileType.DIRECTORY)).entries.isEmpty()) {
        throw new DiskException(DiskException.Trouble.OTHER, display(name), "not empty");
      }
      disk.unflushed().delete(folder(), name.text());
    }
  }

  @Override
  public void flush() throws IOException {
    synchronized (disk) {
      if (disk.flushes().reachFolders() && disk.manner() == MemoryDisk.Manner.POSIX) {
        disk.unflushed().flush(folder());
      }
    }
  }

  @Override
  public Optional<HeldLock> tryLock(FileName name) throws IOException {
    synchronized (disk) {
      if (!folder().entries.containsKey(name.text())) {
        create(name, new Content(new byte[0]));
      }
      return disk.lock((Content) require(name, FileType.FILE));
    }
  }

  @Override
  public boolean isLocked(FileName name) throws IOException {
    synchronized (disk) {
      return found()
          .map(folder -> folder.entries.get(name.text()))
          .filter(disk::isLocked)
          .isPresent();
    }
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
