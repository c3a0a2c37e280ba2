package dev.papack.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a file that should be a pack. They must not change while a reader uses them: what it
 * has checked once it does not check again.
 */
public interface PackBytes {
  /**
   * How many bytes there are.
   *
   * @return at least 0, always the same
   */
  long sizeBytes();

  /**
   * Fills a buffer.
   *
   * @param positionBytes the position of the first byte, from 0
   * @param into filled from its position to its limit; the bytes exist
   * @throws IOException if they cannot be read, also because the file became shorter
   */
  void read(long positionBytes, ByteBuffer into) throws IOException;

  /**
   * The bytes of a file, read where they are asked for. The channel's own position is neither used
   * nor moved.
   *
   * @param file open for reading, and left open
   * @return its bytes, as many as there are now
   * @throws IOException if the size cannot be read
   */
  static PackBytes of(FileChannel file) throws IOException {
    return new FileBytes(file, file.size());
  }

  /**
   * The remaining bytes of a buffer. A buffer has at most 2,147,483,647 bytes: for a mapped file
   * there is {@link MappedPack}.
   *
   * @param buffer shared, its position and limit left alone
   * @return the bytes from its position to its limit
   */
  static PackBytes of(ByteBuffer buffer) {
    return new BufferBytes(buffer.slice());
  }

  /**
   * The bytes of an array.
   *
   * @param array shared
   * @return all of them
   */
  static PackBytes of(byte[] array) {
    return new BufferBytes(ByteBuffer.wrap(array));
  }
}
