package dev.papack.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Any disk, with the patience that the system's has on Windows; no time passes. */
public final class PatientDisk extends ForwardingDisk {
  private final IntConsumer pause;

  /**
   * Over another disk.
   *
   * @param pause told how many milliseconds would pass
   */
  public PatientDisk(Disk real, IntConsumer pause) {
    super(real);
    this.pause = pause;
  }

  @Override
  public WritableDirectory openForWriting(Path folder, String displayPath) throws IOException {
    return new PatientDirectory(super.openForWriting(folder, displayPath), pause::accept);
  }
}
