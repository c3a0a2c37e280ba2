package dev.papack.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A disk in front of another, for tests that change a part of it. */
public abstract class ForwardingDisk implements Disk {
  private final Disk real;

  protected ForwardingDisk(Disk real) {
    this.real = real;
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return real.openForReading(folder, displayPath);
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) throws IOException {
    return real.openForWriting(folder, displayPath);
  }

  @Override
  public Path canonical(Path folder) throws IOException {
    return real.canonical(folder);
  }

  @Override
  public boolean isOfOtherUser(Path folder) throws IOException {
    return real.isOfOtherUser(folder);
  }

  @Override
  public boolean isDirectory(Path path) {
    return real.isDirectory(path);
  }

  @Override
  public Path createDirectories(Path folder) throws IOException {
    return real.createDirectories(folder);
  }

  @Override
  public Optional<FolderNotices> notices(Path folder, String displayPath) throws IOException {
    return real.notices(folder, displayPath);
  }
}
