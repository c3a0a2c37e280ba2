package dev.papack.source;

import dev.papack.diagnostic.Location;
import java.nio.ByteBuffer;

/**
 * The beginning of a source: enough to tell its format, and what decoding it needs.
 *
 * @param path where it is, for messages
 * @param location the whole file, as the place of a fault
 * @param bytes its first {@value #MAX_BYTES} bytes, or all of a smaller file; big-endian
 */
public record SourceHead(String path, Location location, ByteBuffer bytes) {
  /** The length of the beginning of a file that has more. */
  public static final int MAX_BYTES = 4 << 10;

  /** A read-only view of its own, from position 0. */
  @Override
  public ByteBuffer bytes() {
    return bytes.asReadOnlyBuffer();
  }
}
