package dev.papack.source;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.Descent;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An open file, and the open folder in which it was found.
 *
 * @param way leads to the folder
 * @param name in that folder
 * @param status what the file was before it was opened
 * @param file its bytes
 * @param display what messages call it
 */
record OpenedFile(
    Descent<ReadableDirectory> way,
    FileName name,
    FileStatus status,
    ReadableFile file,
    String display)
    implements Closeable {

  /** The first bytes: as many as tell a format, or all. */
  ByteBuffer head() throws IOException {
    ByteBuffer head = ByteBuffer.allocate((int) Math.min(SourceHead.MAX_BYTES, status.sizeBytes()));
    readFully(file, 0, head);
    if (head.hasRemaining()) {
      throw changed();
    }
    return head.flip();
  }

  /**
   * All bytes, of a file that has not changed.
   *
   * @param beginning those that have been read already
   */
  byte[] readWhole(ByteBuffer beginning) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(status.sizeBytes())];
    ByteBuffer into = ByteBuffer.wrap(bytes).put(beginning);
    readFully(file, into.position(), into);
    requireUnchanged(into.position());
    return bytes;
  }

  /** Reads all bytes, of a file that has not changed, and keeps none. */
  Digests digests(int blockBytes) throws IOException {
    MessageDigest whole = Sha256.newMessageDigest();
    List<Sha256> blocks = new ArrayList<>();
    ByteBuffer block = ByteBuffer.allocate((int) Math.min(blockBytes, status.sizeBytes() + 1));
    long done = 0;
    while (done < status.sizeBytes()) {
      block.clear();
      int read = readFully(file, done, block);
      if (read == 0) {
        throw changed();
      }
      block.flip();
      whole.update(block.duplicate());
      blocks.add(Sha256.of(block));
      done += read;
    }
    requireUnchanged(done);
    return new Digests(Sha256.finish(whole), blocks);
  }

  private void requireUnchanged(long readBytes) throws IOException {
    boolean isLonger = file.read(status.sizeBytes(), ByteBuffer.allocate(1)) >= 0;
    if (readBytes != status.sizeBytes()
        || isLonger
        || !way.folder().find(name).equals(Optional.of(status))) {
      throw changed();
    }
  }

  private DiskException changed() {
    return new DiskException(
        DiskException.Trouble.CHANGED, display, "the file changed while it was read");
  }

  @Override
  public void close() throws IOException {
    try (way) {
      file.close();
    }
  }

  /**
   * Reads up to a count of bytes.
   *
   * @return how many there were
   */
  static int readFully(ReadableFile file, long positionBytes, ByteBuffer into) throws IOException {
    int start = into.position();
    int read = 0;
    while (into.hasRemaining() && read >= 0) {
      read = file.read(positionBytes + into.position() - start, into);
    }
    return into.position() - start;
  }

  /**
   * Digests of a file.
   *
   * @param whole of all its bytes
   * @param blocks of each block, in order
   */
  record Digests(Sha256 whole, List<Sha256> blocks) {
    /** Copies the list. */
    Digests {
      blocks = List.copyOf(blocks);
    }
  }
}
