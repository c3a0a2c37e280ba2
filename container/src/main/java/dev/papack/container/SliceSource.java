package dev.papack.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.Function;

/** Where a writer gets the bytes of the slices, one after the other in the order of the table. */
@FunctionalInterface
public interface SliceSource {
  /**
   * Opens the bytes of an asset; the writer reads them to the end and closes the channel.
   *
   * @param entry of the header that is being written
   * @return exactly the slice, in blocking mode
   * @throws IOException if the bytes cannot be read
   */
  ReadableByteChannel open(Entry entry) throws IOException;

  /**
   * Slices that are in memory.
   *
   * @param bytesOf the bytes of an entry, from the buffer's position to its limit, which are left
   *     alone
   * @return a source of them
   */
  static SliceSource ofBuffers(Function<Entry, ByteBuffer> bytesOf) {
    return entry -> new BufferChannel(bytesOf.apply(entry).duplicate());
  }
}
