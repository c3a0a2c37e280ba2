package dev.papack.source;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The bytes of a source as they were at one moment: all that is made of the source is made of
 * these. They are untrusted; only their count is known to be within a limit.
 *
 * <p>A small file is kept in memory. Of a large one the digest of every block is kept: a block is
 * read again when it is needed, and has to be what it was.
 */
public final class SourceContent {
  /** What a reader of a larger file has in memory at a time. */
  public static final int BLOCK_BYTES = 256 << 10;

  private final String path;
  private final Optional<WorkspacePath> file;
  private final long sizeBytes;
  private final Sha256 digest;
  private final ByteBuffer head;
  private final Storage storage;

  /** Where the bytes are. */
  @FunctionalInterface
  private interface Storage {
    SourceReader open() throws IOException;
  }

  private SourceContent(
      String path,
      Optional<WorkspacePath> file,
      long sizeBytes,
      Sha256 digest,
      ByteBuffer head,
      Storage storage) {
    this.path = path;
    this.file = file;
    this.sizeBytes = sizeBytes;
    this.digest = digest;
    this.head = head;
    this.storage = storage;
  }

  /**
   * Takes over an array that nobody else keeps.
   *
   * @param path where it was read, for messages
   * @param bytes the content
   */
  public static SourceContent of(String path, byte[] bytes) {
    return kept(path, Optional.empty(), bytes);
  }

  static SourceContent kept(String path, Optional<WorkspacePath> file, byte[] bytes) {
    return new SourceContent(
        path,
        file,
        bytes.length,
        Sha256.of(ByteBuffer.wrap(bytes)),
        ByteBuffer.wrap(bytes, 0, Math.min(SourceHead.MAX_BYTES, bytes.length)).slice(),
        () -> new KeptReader(bytes));
  }

  /**
   * A file that stays on the disk.
   *
   * @param head its first bytes
   * @param blocks the digest of each {@value #BLOCK_BYTES} bytes of it
   */
  static SourceContent onDisk(
      ReadableDirectory assets,
      AssetsPath file,
      String path,
      long sizeBytes,
      Sha256 digest,
      ByteBuffer head,
      List<Sha256> blocks) {
    List<Sha256> digests = List.copyOf(blocks);
    return new SourceContent(
        path,
        Optional.of(file.inWorkspace()),
        sizeBytes,
        digest,
        head,
        () -> new BlockReader(FileReader.reopen(assets, file), path, sizeBytes, digests));
  }

  /** The whole file, as the place of a fault. */
  public Location location(Artifact artifact) {
    return file.map(known -> Location.of(artifact, known))
        .orElseGet(() -> Location.of(artifact, path));
  }

  /** Where it was read, for messages. */
  public String path() {
    return path;
  }

  /** How many bytes there are. */
  public long sizeBytes() {
    return sizeBytes;
  }

  /** Of all bytes. */
  public Sha256 digest() {
    return digest;
  }

  /** Its beginning. */
  public SourceHead head() {
    return new SourceHead(path, location(Artifact.SOURCE), head);
  }

  /** Opens the bytes; the caller closes the reader. */
  public SourceReader open() throws IOException {
    return storage.open();
  }

  private static final class KeptReader implements SourceReader {
    private final byte[] bytes;

    KeptReader(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long sizeBytes() {
      return bytes.length;
    }

    @Override
    public void read(long positionBytes, byte[] into, int offset, int length) {
      System.arraycopy(bytes, Math.toIntExact(positionBytes), into, offset, length);
    }

    @Override
    public void close() {}
  }

  /** Has one block in memory at a time. */
  private static final class BlockReader implements SourceReader {
    private final ReadableFile file;
    private final String path;
    private final long sizeBytes;
    private final List<Sha256> blocks;
    private final byte[] block = new byte[BLOCK_BYTES];
    private int loaded = -1;

    BlockReader(ReadableFile file, String path, long sizeBytes, List<Sha256> blocks) {
      this.file = file;
      this.path = path;
      this.sizeBytes = sizeBytes;
      this.blocks = blocks;
    }

    @Override
    public long sizeBytes() {
      return sizeBytes;
    }

    @Override
    public void read(long positionBytes, byte[] into, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(positionBytes, length, sizeBytes);
      int done = 0;
      while (done < length) {
        long at = positionBytes + done;
        load((int) (at / BLOCK_BYTES));
        int from = (int) (at % BLOCK_BYTES);
        int count = Math.min(length - done, BLOCK_BYTES - from);
        System.arraycopy(block, from, into, offset + done, count);
        done += count;
      }
    }

    private void load(int number) throws IOException {
      if (number == loaded) {
        return;
      }
      long start = (long) number * BLOCK_BYTES;
      int length = (int) Math.min(BLOCK_BYTES, sizeBytes - start);
      loaded = -1;
      int read = OpenedFile.readFully(file, start, ByteBuffer.wrap(block, 0, length));
      if (read < length
          || !Sha256.of(ByteBuffer.wrap(block, 0, length)).equals(blocks.get(number))) {
        throw new DiskException(
            DiskException.Trouble.CHANGED, path, "the file changed while the asset was built");
      }
      loaded = number;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
