package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.WritableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * A file under {@code .papack/staging}, which knows the size and digest of what was written to it.
 */
public final class StagedFile implements ReadableFile {
  private final WritableFile file;
  private final MessageDigest digest = Sha256.newMessageDigest();
  private long sizeBytes;

  StagedFile(WritableFile file) {
    this.file = file;
  }

  /** Appends all remaining bytes. */
  public void append(ByteBuffer bytes) throws IOException {
    digest.update(bytes.duplicate());
    sizeBytes += bytes.remaining();
    file.append(bytes);
  }

  @Override
  public long sizeBytes() {
    return sizeBytes;
  }

  @Override
  public int read(long positionBytes, ByteBuffer into) throws IOException {
    return file.read(positionBytes, into);
  }

  /** Flushes and closes; nothing can be appended any more. */
  StagedContent finish() throws IOException {
    file.flush();
    file.close();
    return new StagedContent(sizeBytes, Sha256.finish(digest));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
