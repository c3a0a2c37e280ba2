package dev.papack.inspect;

import dev.papack.container.Sha256;
import dev.papack.container.Slice;
import dev.papack.disk.DiskException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The bytes of a slice, once, from the first to the last. A file may change between its
 * verification and this: {@link #finish} says whether what was read is what was verified.
 */
final class SliceStream {
  /** Holds whole frames of one channel and of two. */
  static final int MAX_BYTES = 256 << 10;

  private final Slice slice;
  private final String path;
  private final MessageDigest digest = Sha256.newMessageDigest();
  private final ByteBuffer buffer = ByteBuffer.allocate(MAX_BYTES);
  private long positionBytes;

  /**
   * Begins before the first byte.
   *
   * @param path the pack, as messages name it
   */
  SliceStream(Slice slice, String path) {
    this.slice = slice;
    this.path = path;
  }

  /** The whole slice, where it fits into memory. */
  static ByteBuffer copy(Slice slice, String path) throws IOException {
    ByteBuffer copy = slice.copy();
    requireDigest(slice, Sha256.of(copy), path);
    return copy;
  }

  /**
   * The next bytes, valid until those after them are asked for.
   *
   * @param count at most {@value #MAX_BYTES}, and as many as are left
   */
  ByteBuffer next(int count) throws IOException {
    slice.read(positionBytes, buffer.clear().limit(count));
    positionBytes += count;
    digest.update(buffer.flip().duplicate());
    return buffer;
  }

  /**
   * Reads what is left.
   *
   * @throws DiskException if any byte was not what was verified
   */
  void finish() throws IOException {
    while (positionBytes < slice.sizeBytes()) {
      next((int) Math.min(MAX_BYTES, slice.sizeBytes() - positionBytes));
    }
    requireDigest(slice, Sha256.finish(digest), path);
  }

  private static void requireDigest(Slice slice, Sha256 found, String path) throws DiskException {
    if (!found.equals(slice.entry().sha256())) {
      throw new DiskException(
          DiskException.Trouble.CHANGED, path, "the file changed while it was compared");
    }
  }
}
