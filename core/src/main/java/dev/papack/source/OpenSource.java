package dev.papack.source;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Location;
import dev.papack.disk.ReadableDirectory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A source of which only the beginning has been read: enough to refuse what is neither picture nor
 * sound, and to know what the rest needs, whatever its size.
 */
public final class OpenSource implements Closeable {
  private final ReadableDirectory assets;
  private final AssetsPath file;
  private final OpenedFile opened;
  private final ByteBuffer head;

  OpenSource(ReadableDirectory assets, AssetsPath file, OpenedFile opened, ByteBuffer head) {
    this.assets = assets;
    this.file = file;
    this.opened = opened;
    this.head = head;
  }

  /** The file, below {@code assets/}. */
  public AssetsPath file() {
    return file;
  }

  /** How many bytes it has. */
  public long sizeBytes() {
    return opened.status().sizeBytes();
  }

  /** Its beginning. */
  public SourceHead head() {
    return new SourceHead(opened.display(), Location.of(Artifact.SOURCE, file), head);
  }

  /**
   * Reads it to its end, once.
   *
   * @param mostKeptBytes a file up to this size is kept in memory; of a larger one {@value
   *     SourceContent#BLOCK_BYTES} bytes are in memory at a time
   * @throws IOException also when the file changes meanwhile ({@code
   *     DiskException.Trouble.CHANGED})
   */
  public SourceContent read(long mostKeptBytes) throws IOException {
    if (sizeBytes() <= mostKeptBytes) {
      return SourceContent.kept(
          opened.display(), Optional.of(file.inWorkspace()), opened.readWhole(head.duplicate()));
    }
    OpenedFile.Digests digests = opened.digests(SourceContent.BLOCK_BYTES);
    return SourceContent.onDisk(
        assets, file, opened.display(), sizeBytes(), digests.whole(), head, digests.blocks());
  }

  /**
   * Reads parts of it before it is read whole. Nothing is kept and nothing checked: what is read so
   * is an estimate. Closing the reader closes nothing.
   */
  public SourceReader reader() {
    return new PartReader(opened, head.duplicate());
  }

  /** Reads it to its end for its digest alone. */
  public Sha256 digest() throws IOException {
    return opened.digests(SourceContent.BLOCK_BYTES).whole();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }
}
