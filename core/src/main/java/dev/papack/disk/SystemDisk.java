package dev.papack.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Optional;

/**
 * The machine's own file system: by held directory handles where the platform has them, else by
 * names that are looked at before each use, with patience for files that others have open.
 */
public final class SystemDisk implements Disk {
  private static final Path OWN_PROCESS = Path.of("/proc/self");
  private static final String OWNER = "unix:uid";

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return openForWriting(folder, displayPath);
  }

  // The returned folder owns the stream and closes it.
  @SuppressWarnings("StreamResourceLeak")
  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) throws IOException {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
        throw new DiskException(DiskException.Trouble.WRONG_TYPE, displayPath, "Not a directory");
      }
      DirectoryStream<Path> stream = Files.newDirectoryStream(real);
      if (stream instanceof SecureDirectoryStream<Path> secure) {
        return new HeldDirectory(secure, real, displayPath);
      }
      stream.close();
      return new PatientDirectory(new NamedDirectory(real, displayPath), Thread::sleep);
    } catch (IOException e) {
      throw DiskException.of(displayPath, e);
    }
  }

  @Override
  public Path canonical(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    for (Path existing = absolute; existing != null; existing = existing.getParent()) {
      if (Files.exists(existing)) {
        try {
          return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
        } catch (IOException e) {
          throw DiskException.of(existing.toString(), e);
        }
      }
    }
    return absolute;
  }

  /** Owners are compared by their numbers. Linux tells the one of this process. */
  @Override
  public boolean isOfOtherUser(Path folder) throws IOException {
    if (!Files.exists(OWN_PROCESS)) {
      return false;
    }
    return Attempt.get(
        folder.toString(),
        () -> !Files.getAttribute(folder, OWNER).equals(Files.getAttribute(OWN_PROCESS, OWNER)));
  }

  @Override
  public boolean isDirectory(Path path) {
    return Files.isDirectory(path);
  }

  @Override
  public Path createDirectories(Path folder) throws IOException {
    try {
      return Files.createDirectories(folder.toAbsolutePath().normalize()).toRealPath();
    } catch (IOException e) {
      throw DiskException.of(folder.toString(), e);
    }
  }

  /**
   * On Linux alone. A file system of a network tells only what this machine does to it. What Java
   * has for macOS looks at times itself, every few seconds; on Windows it keeps folders open, which
   * then cannot be renamed.
   */
  @Override
  public Optional<FolderNotices> notices(Path folder, String displayPath) throws IOException {
    if (!Files.exists(OWN_PROCESS)) {
      return Optional.empty();
    }
    return switch (Storage.of(folder)) {
      case LOCAL -> Optional.of(SystemNotices.below(folder, displayPath));
      case FOREIGN -> Optional.empty();
    };
  }
}
