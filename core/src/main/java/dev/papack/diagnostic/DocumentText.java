package dev.papack.diagnostic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text file as it was read and judged. The file itself may have changed since; whoever shows a
 * fault shows this.
 */
public final class DocumentText {
  private final ByteBuffer bytes;
  private final Optional<WorkspacePath> file;

  private DocumentText(ByteBuffer bytes, Optional<WorkspacePath> file) {
    this.bytes = bytes;
    this.file = file;
  }

  /**
   * The text of some bytes.
   *
   * @param bytes the whole file; must not change later
   * @param file which document of the workspace this is; empty for one from elsewhere
   * @return the text, which keeps the bytes and copies nothing
   */
  public static DocumentText of(ByteBuffer bytes, Optional<WorkspacePath> file) {
    return new DocumentText(bytes.asReadOnlyBuffer(), file);
  }

  /**
   * Which document of the workspace this is.
   *
   * @return its path; empty for a text from elsewhere, which no fix may edit
   */
  public Optional<WorkspacePath> file() {
    return file;
  }

  /**
   * The whole file.
   *
   * @return a read-only view of its own, from position 0
   */
  public ByteBuffer bytes() {
    return bytes.duplicate();
  }

  /**
   * Decodes the text. What is no UTF-8 shows as U+FFFD.
   *
   * @return its lines; worth keeping for several faults of one document
   */
  public LineIndex lines() {
    return LineIndex.of(StandardCharsets.UTF_8.decode(bytes.duplicate()));
  }
}
