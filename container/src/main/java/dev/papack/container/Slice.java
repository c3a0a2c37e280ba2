package dev.papack.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;

/**
 * The bytes of one asset in a pack. Whoever holds one knows that its digest and its contents have
 * been checked. A slice may be longer than a buffer can be, so it is read at positions or streamed.
 */
public final class Slice {
  /** The size of every buffer that bytes are copied through. */
  static final int COPY_BUFFER_BYTES = 256 << 10;

  private final PackBytes bytes;
  private final Entry entry;
  private final long startBytes;

  Slice(PackBytes bytes, Entry entry, long startBytes) {
    this.bytes = bytes;
    this.entry = entry;
    this.startBytes = startBytes;
  }

  /**
   * Whose bytes these are.
   *
   * @return the entry of the asset table
   */
  public Entry entry() {
    return entry;
  }

  /** The position of the first byte in the file. */
  long startBytes() {
    return startBytes;
  }

  /**
   * The length of the slice.
   *
   * @return bytes, at least 1
   */
  public long sizeBytes() {
    return entry.sizeBytes();
  }

  /**
   * Fills a buffer.
   *
   * @param positionBytes the position of the first byte, counted from the start of the slice
   * @param into filled from its position to its limit
   * @throws IOException if the bytes cannot be read
   * @throws IndexOutOfBoundsException if the slice does not have these bytes
   */
  public void read(long positionBytes, ByteBuffer into) throws IOException {
    Objects.checkFromIndexSize(positionBytes, into.remaining(), sizeBytes());
    bytes.read(startBytes + positionBytes, into);
  }

  /**
   * Copies the slice into memory.
   *
   * @return a buffer of the caller's own, from position 0, big-endian
   * @throws IOException if the bytes cannot be read
   * @throws ArithmeticException if the slice is longer than 2,147,483,647 bytes
   */
  public ByteBuffer copy() throws IOException {
    ByteBuffer copy = ByteBuffer.allocate(Math.toIntExact(sizeBytes()));
    read(0, copy);
    return copy.flip();
  }

  /**
   * Copies the slice to a channel, in pieces.
   *
   * @param out open for writing, in blocking mode, and left open
   * @throws IOException if the bytes cannot be read or written
   */
  public void writeTo(WritableByteChannel out) throws IOException {
    forEachPiece(piece -> {
      while (piece.hasRemaining()) {
        out.write(piece);
      }
    });
  }

  /** What is done with every piece of a slice. */
  @FunctionalInterface
  interface PieceConsumer {
    void accept(ByteBuffer piece) throws IOException;
  }

  void forEachPiece(PieceConsumer consumer) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(COPY_BUFFER_BYTES, sizeBytes()));
    for (long at = 0; at < sizeBytes(); at += piece.limit()) {
      piece.clear().limit((int) Math.min(piece.capacity(), sizeBytes() - at));
      read(at, piece);
      consumer.accept(piece.flip());
    }
  }
}
