package dev.papack.diagnostic;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a fault is. Two locations are equal if they name the same place, whatever stood there.
 *
 * @param artifact what kind of thing it is in
 * @param path the file or folder: relative to the workspace with {@code /} between names, or as the
 *     user gave it where it is outside; empty for none. Unescaped: it may hold anything that a file
 *     name can. To be shown; code that asks which file this is takes {@code file}
 * @param file the file or folder of the workspace; empty for one outside, and for a name that no
 *     workspace may hold
 * @param text the place in a text file
 * @param pointer the place in a JSON document, as a JSON pointer (RFC 6901)
 * @param byteOffset the place in a binary file, from 0
 * @param pixels the place in a picture
 * @param document the text that was judged, for a place in a text file
 */
public record Location(
    Artifact artifact,
    String path,
    Optional<WorkspacePath> file,
    Optional<TextRange> text,
    Optional<String> pointer,
    OptionalLong byteOffset,
    Optional<PixelRectangle> pixels,
    Optional<DocumentText> document)
    implements Comparable<Location> {

  private static final Comparator<Location> ORDER =
      Comparator.comparing(Location::path)
          .thenComparingInt(location -> location.text().map(TextRange::line).orElse(0))
          .thenComparingInt(location -> location.text().map(TextRange::column).orElse(0))
          .thenComparingLong(location -> location.byteOffset().orElse(-1))
          .thenComparingInt(location -> location.pixels().map(PixelRectangle::y).orElse(-1))
          .thenComparingInt(location -> location.pixels().map(PixelRectangle::x).orElse(-1))
          .thenComparing(location -> location.pointer().orElse(""))
          .thenComparing(Location::artifact);

  /**
   * A whole file or folder.
   *
   * @param artifact what kind of thing it is
   * @param path its path, or empty
   * @return the location
   */
  public static Location of(Artifact artifact, String path) {
    return of(artifact, path, Optional.empty());
  }

  /**
   * A whole file or folder of the workspace.
   *
   * @param artifact what kind of thing it is
   * @param file its path
   * @return the location
   */
  public static Location of(Artifact artifact, WorkspacePath file) {
    return of(artifact, file.text(), Optional.of(file));
  }

  /**
   * A whole file or folder of {@code assets/}.
   *
   * @param artifact what kind of thing it is
   * @param file its path
   * @return the location
   */
  public static Location of(Artifact artifact, AssetsPath file) {
    return of(artifact, file.inWorkspace());
  }

  private static Location of(Artifact artifact, String path, Optional<WorkspacePath> file) {
    return new Location(
        artifact,
        path,
        file,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Which file of {@code assets/} this is a place in.
   *
   * @return empty if it is elsewhere
   */
  public Optional<AssetsPath> belowAssets() {
    return file.flatMap(WorkspacePath::belowAssets);
  }

  /**
   * Whether this is a place in that file, or the file.
   *
   * @param document a file or folder of {@code assets/}
   * @return false for one inside that folder
   */
  public boolean isIn(AssetsPath document) {
    return belowAssets().equals(Optional.of(document));
  }

  /**
   * This place in a text file that was read.
   *
   * @param text what was read
   * @return this with the text
   */
  public Location in(DocumentText text) {
    return new Location(
        artifact, path, file, this.text, pointer, byteOffset, pixels, Optional.of(text));
  }

  /**
   * A change of the document that this is a place in, if it is one of the workspace.
   *
   * @param replacement what replaces the text
   * @return the edit; empty where there is no text, or the document is elsewhere
   */
  public Optional<Fix.Action> edit(String replacement) {
    return document
        .flatMap(DocumentText::file)
        .flatMap(file -> text.map(range -> new Fix.EditDocument(file, range, replacement)));
  }

  /**
   * This place, once it is known what kind of thing it is in.
   *
   * @param kind what kind of thing
   * @return this with the kind
   */
  public Location as(Artifact kind) {
    return new Location(kind, path, file, text, pointer, byteOffset, pixels, document);
  }

  /**
   * A place in this text file.
   *
   * @param range lines and columns
   * @return this with the place
   */
  public Location at(TextRange range) {
    return new Location(
        artifact, path, file, Optional.of(range), pointer, byteOffset, pixels, document);
  }

  /**
   * A place in this JSON document.
   *
   * @param jsonPointer an RFC 6901 pointer, empty for the root
   * @return this with the place
   */
  public Location at(String jsonPointer) {
    return new Location(
        artifact, path, file, text, Optional.of(jsonPointer), byteOffset, pixels, document);
  }

  /**
   * A place in this binary file.
   *
   * @param offset bytes from the start of the file
   * @return this with the place
   */
  public Location atByte(long offset) {
    return new Location(
        artifact, path, file, text, pointer, OptionalLong.of(offset), pixels, document);
  }

  /**
   * A part of this picture.
   *
   * @param rectangle in pixels
   * @return this with the place
   */
  public Location at(PixelRectangle rectangle) {
    return new Location(
        artifact, path, file, text, pointer, byteOffset, Optional.of(rectangle), document);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Location that
        && artifact == that.artifact
        && path.equals(that.path)
        && text.equals(that.text)
        && pointer.equals(that.pointer)
        && byteOffset.equals(that.byteOffset)
        && pixels.equals(that.pixels);
  }

  @Override
  public int hashCode() {
    return Objects.hash(artifact, path, text, pointer, byteOffset, pixels);
  }

  @Override
  public int compareTo(Location other) {
    return ORDER.compare(this, other);
  }
}
