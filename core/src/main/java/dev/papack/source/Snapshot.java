package dev.papack.source;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.WorkspacePath;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A file of an author as it was at one moment: everything later uses this and never the file again.
 * The bytes are untrusted; only their count is known to be within a limit.
 */
public final class Snapshot {
  private final String path;
  private final ByteBuffer bytes;
  private final Optional<WorkspacePath> file;

  private Snapshot(String path, ByteBuffer bytes, Optional<WorkspacePath> file) {
    this.path = path;
    this.bytes = bytes;
    this.file = file;
  }

  /**
   * Takes over an array that nobody else keeps.
   *
   * @param path where it was read, for messages: relative to the workspace, or as the user gave it
   * @param bytes the content
   */
  public static Snapshot of(String path, byte[] bytes) {
    ByteBuffer content = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    return new Snapshot(path, content, Optional.empty());
  }

  /**
   * The text file that was judged at a place, once more.
   *
   * @param place has the text
   * @throws java.util.NoSuchElementException if it has none
   */
  public static Snapshot again(Location place) {
    ByteBuffer text = place.document().orElseThrow().bytes();
    byte[] bytes = new byte[text.remaining()];
    text.get(bytes);
    Snapshot snapshot = of(place.path(), bytes);
    return place.file().map(snapshot::in).orElse(snapshot);
  }

  /** The same, known to be that file of the workspace. */
  public Snapshot in(WorkspacePath file) {
    return new Snapshot(path, bytes, Optional.of(file));
  }

  /** The same for messages that call the file by another name. */
  public Snapshot named(String name) {
    return new Snapshot(name, bytes, Optional.empty());
  }

  /** The content as text, for whoever shows or repairs a fault in it. */
  public DocumentText text() {
    return DocumentText.of(bytes(), file);
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

  /** The content: a read-only view of its own, from position 0, big-endian. */
  public ByteBuffer bytes() {
    return bytes.duplicate();
  }

  public int sizeBytes() {
    return bytes.limit();
  }

  /** That of the content; made each time it is asked for, since few documents need it. */
  public Sha256 digest() {
    return Sha256.of(bytes);
  }
}
