package dev.papack.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** How the pieces of a long slice come: read by the thread that uses them, or by another one. */
@FunctionalInterface
interface ReadAhead {
  /** Reads each piece when it is wanted. */
  ReadAhead NONE =
      (bytes, fromBytes, toBytes, consumer) -> {
        ByteBuffer piece = ByteBuffer.allocate(Slice.COPY_BUFFER_BYTES);
        for (long at = fromBytes; at < toBytes; at += piece.limit()) {
          if (!consumer.accept(fill(bytes, at, toBytes, piece))) {
            return;
          }
        }
      };

  /** What is done with a piece. */
  @FunctionalInterface
  interface Consumer {
    /** Uses the remaining bytes of a piece; false if no more are wanted. */
    boolean accept(ByteBuffer piece);
  }

  /**
   * Hands out the bytes of a range in pieces, in order.
   *
   * @throws IOException if they cannot be read
   */
  void forEachPiece(PackBytes bytes, long fromBytes, long toBytes, Consumer consumer)
      throws IOException;

  /**
   * Has a thread of a pool read the next piece while one is used.
   *
   * @param pool has a thread to spare for each that calls {@link #forEachPiece}
   */
  static ReadAhead by(ExecutorService pool) {
    return (bytes, fromBytes, toBytes, consumer) -> {
      ByteBuffer current = ByteBuffer.allocate(Slice.COPY_BUFFER_BYTES);
      ByteBuffer spare = ByteBuffer.allocate(Slice.COPY_BUFFER_BYTES);
      ByteBuffer _ = fill(bytes, fromBytes, toBytes, current);
      boolean isWanted = true;
      for (long at = fromBytes; at < toBytes && isWanted; ) {
        long next = at + current.limit();
        ByteBuffer into = spare;
        if (Thread.currentThread().isInterrupted()) {
          // Reading tells whether that ends the work; another thread would not notice.
          isWanted = consumer.accept(current);
          ByteBuffer _ = fill(bytes, next, toBytes, into);
        } else {
          Future<ByteBuffer> reading = pool.submit(() -> fill(bytes, next, toBytes, into));
          isWanted = consumer.accept(current);
          ByteBuffer _ = await(reading);
        }
        spare = current;
        current = into;
        at = next;
      }
    };
  }

  private static ByteBuffer fill(PackBytes bytes, long fromBytes, long toBytes, ByteBuffer piece)
      throws IOException {
    piece.clear().limit((int) Math.min(piece.capacity(), toBytes - fromBytes));
    bytes.read(fromBytes, piece);
    return piece.flip();
  }

  private static ByteBuffer await(Future<ByteBuffer> reading) throws IOException {
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return reading.get();
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case Error defect -> throw defect;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
