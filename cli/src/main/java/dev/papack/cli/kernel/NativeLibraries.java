package dev.papack.cli.kernel;

import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The native libraries behind Java's own classes. Java loads each with the first class that needs
 * it, which the filter refuses: so they are loaded before it. That a compressed jar happens to need
 * one earlier is not relied upon; programs are also started from folders and from images.
 */
final class NativeLibraries {
  private NativeLibraries() {}

  /** Loads {@code zip}, for checksums and compression, and {@code nio} with {@code net}. */
  static void load() {
    long _ = new CRC32().getValue();
    // What knows the current folder comes with nio, and nio needs net.
    Path _ = Path.of("").toAbsolutePath();
  }
}
