package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder by its name, for platforms without directory handles (Windows). Each name is looked at
 * before it is used and opened without following; what swaps a folder between the two is not
 * detected here.
 */
final class NamedDirectory implements WritableDirectory {
  private final Path path;
  private final String displayPath;

  NamedDirectory(Path path, String displayPath) {
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
        displayPath, () -> Attributes.id(Files.readAttributes(path, BasicFileAttributes.class)));
  }

  @Override
  public List<String> list() throws IOException {
    return Attempt.get(
        displayPath,
        () -> {
          try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            return Attributes.names(stream);
          }
        });
  }

  @Override
  public Optional<FileStatus> find(FileName name) throws IOException {
    try {
      return Optional.of(
          Attributes.status(
              Files.readAttributes(
                  path.resolve(name.text()),
                  BasicFileAttributes.class,
                  LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw DiskException.of(display(name), e);
    }
  }

  @Override
  public NamedDirectory openDirectory(FileName name) throws IOException {
    Attributes.requireDirectory(find(name), display(name));
    return new NamedDirectory(path.resolve(name.text()), display(name));
  }

  @Override
  public ReadableFile openFile(FileName name) throws IOException {
    Attributes.requireFile(find(name), display(name));
    return new ChannelFile(open(name, StandardOpenOption.READ), display(name));
  }

  @Override
  public void createDirectory(FileName name) throws IOException {
    Attempt.run(display(name), () -> Files.createDirectory(path.resolve(name.text())));
  }

  @Override
  public WritableFile createFile(FileName name) throws IOException {
    return new ChannelFile(
        open(
            name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
        display(name));
  }

  @Override
  public void rename(FileName name, WritableDirectory target, FileName newName) throws IOException {
    if (!(target instanceof NamedDirectory other)) {
      throw new IllegalArgumentException("a folder of another disk: " + target.displayPath());
    }
    Path replaced = other.path.resolve(newName.text());
    Attempt.run(
        other.display(newName),
        () -> {
          try {
            Files.move(
                path.resolve(name.text()),
                replaced,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
          } catch (AccessDeniedException e) {
            throw denied(replaced, other.display(newName), e);
          }
        });
  }

  /** Windows would keep the second name of a file that is open: nobody could delete it. */
  @Override
  public void link(FileName name, WritableDirectory target, FileName newName) throws IOException {
    throw new DiskException(DiskException.Trouble.OTHER, display(name), "no second names here");
  }

  @Override
  public void deleteFile(FileName name) throws IOException {
    delete(name);
  }

  @Override
  public void deleteDirectory(FileName name) throws IOException {
    delete(name);
  }

  /** Windows keeps names in its own journal and lets nobody flush a folder. */
  @Override
  public void flush() {}

  @Override
  public Optional<HeldLock> tryLock(FileName name) throws IOException {
    Optional<FileStatus> status = find(name);
    if (status.isPresent()) {
      Attributes.requireFile(status, display(name));
    }
    return ChannelLock.tryLock(
        path.resolve(name.text()).toString(),
        () -> open(name, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
        display(name));
  }

  @Override
  public boolean isLocked(FileName name) throws IOException {
    // Nobody holds the lock of anything else, and opening a pipe waits.
    return find(name).filter(found -> found.type() == FileType.FILE).isPresent()
        && ChannelLock.isLocked(
            path.resolve(name.text()).toString(),
            () -> open(name, StandardOpenOption.READ),
            display(name));
  }

  @Override
  public void close() {}

  private void delete(FileName name) throws IOException {
    Path file = path.resolve(name.text());
    Attempt.run(
        display(name),
        () -> {
          try {
            Files.delete(file);
          } catch (AccessDeniedException e) {
            throw denied(file, display(name), e);
          }
        });
  }

  /** Windows has one word for what must not be written and for what somebody has open. */
  private static IOException denied(Path file, String displayPath, AccessDeniedException e) {
    return Files.isWritable(file)
        ? new DiskException(DiskException.Trouble.IN_USE, displayPath, "open in another program")
        : e;
  }

  private FileChannel open(FileName name, StandardOpenOption... how) throws IOException {
    List<OpenOption> options = new ArrayList<>(List.of(how));
    options.add(LinkOption.NOFOLLOW_LINKS);
    return Attempt.get(
        display(name),
        () -> FileChannel.open(path.resolve(name.text()), options.toArray(OpenOption[]::new)));
  }

  private String display(FileName name) {
    return Attributes.display(displayPath, name);
  }
}
