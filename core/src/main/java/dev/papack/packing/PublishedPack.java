package dev.papack.packing;

import dev.papack.container.PackException;
import dev.papack.container.PackId;
import dev.papack.container.PackReader;
import dev.papack.container.Sha256;
import dev.papack.disk.ReadableFile;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The pack that the last build published, open: the place of every slice that stays the same. Its
 * bytes are untrusted; each slice is held against its digest before it is used.
 */
final class PublishedPack implements Closeable {
  private static final int BUFFER_BYTES = 256 << 10;

  private final ReadableFile file;
  private final long sizeBytes;

  private PublishedPack(ReadableFile file, long sizeBytes) {
    this.file = file;
    this.sizeBytes = sizeBytes;
  }

  /** Opens the published pack, if it has this identity. */
  static Optional<PublishedPack> open(OutputFolder output, PackId packId) throws IOException {
    if (PackSlot.PACK.find(output).isEmpty()) {
      return Optional.empty();
    }
    ReadableFile file = PackFiles.published(output).of(PackSlot.PACK).open();
    boolean isKept = false;
    try {
      Optional<PublishedPack> opened =
          hasId(file, packId)
              ? Optional.of(new PublishedPack(file, file.sizeBytes()))
              : Optional.empty();
      isKept = opened.isPresent();
      return opened;
    } finally {
      if (!isKept) {
        file.close();
      }
    }
  }

  private static boolean hasId(ReadableFile file, PackId packId) throws IOException {
    try {
      return PackReader.readId(new DiskPackBytes(file, PackSlot.PACK.path().text())).equals(packId);
    } catch (PackException e) {
      return false;
    }
  }

  /** Whether the bytes of a slice are there and have this digest. */
  boolean holds(long startBytes, long sliceBytes, Sha256 digest) throws IOException {
    if (startBytes > sizeBytes || sliceBytes > sizeBytes - startBytes) {
      return false;
    }
    MessageDigest found = Sha256.newMessageDigest();
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, sliceBytes));
    long done = 0;
    while (done < sliceBytes) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), sliceBytes - done));
      int count = file.read(startBytes + done, buffer);
      if (count < 0) {
        return false;
      }
      found.update(buffer.flip());
      done += count;
    }
    return Sha256.finish(found).equals(digest);
  }

  ReadableFile file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
