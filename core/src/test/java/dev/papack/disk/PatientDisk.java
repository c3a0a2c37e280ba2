package dev.papack.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Any disk, with the patience that the system's has on Windows; no time passes. */
public final class PatientDisk implements Disk {
  private final Disk real;
  private final IntConsumer pause;

  /**
   * Over another disk.
   *
   * @param pause told how many milliseconds would pass
   */
  public PatientDisk(Disk real, IntConsumer pause) {
    this.real = real;
    this.pause = pause;
  }

  @Override
  public ReadableDirectory openForReading(Path folder, String displayPath) throws IOException {
    return real.openForReading(folder, displayPath);
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) throws IOException {
    return new PatientDirectory(real.openForWriting(folder, displayPath), pause::accept);
  }

  @Override
  public Path canonical(Path folder) throws IOException {
    return real.canonical(folder);
  }

  @Override
  public boolean isDirectory(Path path) {
    return real.isDirectory(path);
  }

  @Override
  public Path createDirectories(Path folder) throws IOException {
    return real.createDirectories(folder);
  }
}
