package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A folder by its handle. Java has no call to create a folder by handle: that one goes by a path,
 * and what it made is only ever used through the handle.
 */
final class HeldDirectory implements WritableDirectory {
  /** The folder itself, for calls that want a name in it. */
  private static final Path SELF = Path.of(".");

  /** On Linux, each file that a process has open is a link here, which leads to the file itself. */
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private static final int MAX_WAYS = 16;

  private static final String STAMP = "unix:isRegularFile,size,lastModifiedTime,ctime,dev,ino";

  private final SecureDirectoryStream<Path> handle;
  private final Path path;
  private final String displayPath;

  HeldDirectory(SecureDirectoryStream<Path> handle, Path path, String displayPath) {
    this.handle = handle;
    this.path = path;
    this.displayPath = displayPath;
  }

  @Override
  public String displayPath() {
    return displayPath;
  }

  @Override
  public FolderId id() throws IOException {
    return Attempt.get(
        displayPath,
        () ->
            Attributes.id(
                handle.getFileAttributeView(BasicFileAttributeView.class).readAttributes()));
  }

  @Override
  public List<String> list() throws IOException {
    // A directory stream can be read once; "." opens the same folder anew.
    return Attempt.get(
        displayPath,
        () -> {
          try (DirectoryStream<Path> again =
              handle.newDirectoryStream(SELF, LinkOption.NOFOLLOW_LINKS)) {
            return Attributes.names(again);
          }
        });
  }

  @Override
  public Optional<FileStatus> find(FileName name) throws IOException {
    try {
      return Optional.of(
          Attributes.status(
              handle
                  .getFileAttributeView(
                      Path.of(name.text()), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                  .readAttributes()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DiskException.of(display(name), e);
    }
  }

  /**
   * Java gives the time of the last change of anything by path alone, and with it the rest: another
   * file than the one by handle has another number.
   */
  @Override
  public Optional<FileStamp> stamp(FileName name) throws IOException {
    try {
      Map<String, Object> told =
          Files.readAttributes(path.resolve(name.text()), STAMP, LinkOption.NOFOLLOW_LINKS);
      return told.get("isRegularFile") instanceof Boolean isFile
              && isFile
              && told.get("size") instanceof Long size
              && told.get("lastModifiedTime") instanceof FileTime modified
              && told.get("ctime") instanceof FileTime changed
              && told.get("dev") instanceof Long device
              && told.get("ino") instanceof Long inode
          ? Optional.of(
              new FileStamp(
                  size,
                  modified.to(TimeUnit.NANOSECONDS),
                  changed.to(TimeUnit.NANOSECONDS),
                  device,
                  inode))
          : Optional.empty();
    } catch (NoSuchFileException | IllegalArgumentException | UnsupportedOperationException e) {
      // Gone; or a platform whose files have other attributes.
      return Optional.empty();
    } catch (IOException e) {
      throw DiskException.of(display(name), e);
    }
  }

  @Override
  public Storage storage() throws IOException {
    return Storage.of(path);
  }

  @Override
  public HeldDirectory openDirectory(FileName name) throws IOException {
    Attributes.requireDirectory(find(name), display(name));
    return Attempt.get(
        display(name),
        () ->
            new HeldDirectory(
                handle.newDirectoryStream(Path.of(name.text()), LinkOption.NOFOLLOW_LINKS),
                path.resolve(name.text()),
                display(name)));
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    Attributes.requireFile(find(name), display(name));
    return new ChannelFile(open(name, Set.of(StandardOpenOption.READ)), display(name));
  }

  @Override
  public void createDirectory(FileName name) throws IOException {
    Attempt.run(display(name), () -> create(name));
  }

  /**
   * The way may be by a handle that another thread has on the same folder, and closes just then:
   * its number may even stand for another folder by now.
   */
  private void create(FileName name) throws IOException {
    for (int tries = 1; tries < MAX_WAYS; tries++) {
      Path way = wayHere();
      try {
        Files.createDirectory(way.resolve(name.text()));
        if (find(name).isPresent()) {
          return;
        }
      } catch (NoSuchFileException e) {
        if (way.equals(path)) {
          throw e;
        }
      }
    }
    throw new NoSuchFileException(display(name));
  }

  /**
   * A path to this folder, also if somebody moves it and puts a link to another in its place. Not
   * everywhere: where the system has no such path, this is the one by which the folder was opened.
   *
   * <p>Refused: to create the folder in one that nobody else can move, and then to rename it by
   * handle. There is none, since who can move one folder of the workspace can move all of them.
   */
  private Path wayHere() throws IOException {
    String own = identity();
    try (DirectoryStream<Path> openFiles = Files.newDirectoryStream(OPEN_FILES)) {
      for (Path openFile : openFiles) {
        if (leadsTo(openFile, own)) {
          return openFile;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The path remains.
    }
    return path;
  }

  private static boolean leadsTo(Path openFile, String identity) {
    try {
      return Attributes.status(Files.readAttributes(openFile, BasicFileAttributes.class))
          .identity()
          .equals(identity);
    } catch (IOException e) {
      // Another thread has closed it.
      return false;
    }
  }

  @Override
  public WritableFile createFile(FileName name) throws IOException {
    return new ChannelFile(
        open(
            name,
            Set.of(
                StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)),
        display(name));
  }

  @Override
  public void rename(FileName name, WritableDirectory target, FileName newName) throws IOException {
    if (!(target instanceof HeldDirectory other)) {
      throw new IllegalArgumentException("a folder of another disk: " + target.displayPath());
    }
    Attempt.run(
        other.display(newName),
        () -> handle.move(Path.of(name.text()), other.handle, Path.of(newName.text())));
  }

  /** The platform offers no such call by handle: who links compares what came of it. */
  @Override
  public void link(FileName name, WritableDirectory target, FileName newName) throws IOException {
    if (!(target instanceof HeldDirectory other)) {
      throw new IllegalArgumentException("a folder of another disk: " + target.displayPath());
    }
    Attempt.run(
        display(name),
        () -> Files.createLink(other.path.resolve(newName.text()), path.resolve(name.text())));
  }

  @Override
  public void deleteFile(FileName name) throws IOException {
    Attempt.run(display(name), () -> handle.deleteFile(Path.of(name.text())));
  }

  @Override
  public void deleteDirectory(FileName name) throws IOException {
    Attempt.run(display(name), () -> handle.deleteDirectory(Path.of(name.text())));
  }

  @Override
  public void flush(List<? extends WritableFile> files) throws IOException {
    ManyFlushes.of(files);
  }

  @Override
  public void flush() throws IOException {
    try (FileChannel channel = openChannel(SELF, displayPath, Set.of(StandardOpenOption.READ))) {
      channel.force(true);
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  @Override
  public Optional<HeldLock> tryLock(FileName name) throws IOException {
    Optional<FileStatus> status = find(name);
    if (status.isPresent()) {
      Attributes.requireFile(status, display(name));
    }
    return ChannelLock.tryLock(
        identity() + "/" + name,
        () -> open(name, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE)),
        display(name));
  }

  @Override
  public boolean isLocked(FileName name) throws IOException {
    // Nobody holds the lock of anything else, and opening a pipe waits.
    return find(name).filter(found -> found.type() == FileType.FILE).isPresent()
        && ChannelLock.isLocked(
            identity() + "/" + name,
            () -> open(name, Set.of(StandardOpenOption.READ)),
            display(name));
  }

  @Override
  public void close() throws IOException {
    Attempt.run(displayPath, () -> handle.close());
  }

  private String identity() throws IOException {
    return Attempt.get(
        displayPath,
        () ->
            Attributes.status(
                    handle.getFileAttributeView(BasicFileAttributeView.class).readAttributes())
                .identity());
  }

  private FileChannel open(FileName name, Set<StandardOpenOption> how) throws IOException {
    return openChannel(Path.of(name.text()), display(name), how);
  }

  private FileChannel openChannel(Path name, String display, Set<StandardOpenOption> how)
      throws IOException {
    Set<OpenOption> options = new HashSet<>(how);
    options.add(LinkOption.NOFOLLOW_LINKS);
    return Attempt.get(
        display,
        () -> {
          SeekableByteChannel channel = handle.newByteChannel(name, options);
          if (channel instanceof FileChannel file) {
            return file;
          }
          channel.close();
          throw new DiskException(
              DiskException.Trouble.OTHER, display, "no positional reads on this platform");
        });
  }

  private String display(FileName name) {
    return Attributes.display(displayPath, name);
  }
}
