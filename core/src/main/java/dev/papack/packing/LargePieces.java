package dev.papack.packing;

import dev.papack.publish.StagedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Appends to a staged file in large pieces: most slices, and all rows of companions, are short.
 * Closing it writes nothing and leaves the file open.
 */
final class LargePieces implements WritableByteChannel {
  private static final int PIECE_BYTES = 128 << 10;

  private final StagedFile file;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);

  LargePieces(StagedFile file) {
    this.file = file;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    if (count > piece.remaining()) {
      flush();
    }
    if (count > piece.remaining()) {
      file.append(bytes);
    } else {
      piece.put(bytes);
    }
    return count;
  }

  /** Appends what is left. */
  void flush() throws IOException {
    file.append(piece.flip());
    piece.clear();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
