package dev.papack.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A path below some folder: one or more checked names, so that it can neither leave that folder nor
 * mean another file elsewhere. It keeps its text alone: a workspace has several for each of its
 * assets, and they are compared far more often than taken apart.
 */
public final class RelativePath implements Comparable<RelativePath> {
  /** The longest path in bytes of UTF-8. */
  public static final int MAX_BYTES = 1_024;

  private final String text;

  /** Takes names with slashes between that are known to be good. */
  private RelativePath(String text) {
    this.text = text;
  }

  /**
   * A path of some names.
   *
   * @param names from the outermost on, at least one; {@value #MAX_BYTES} bytes of UTF-8 at most
   *     with the slashes between
   * @throws IllegalArgumentException if there is none, or the path is too long
   */
  public RelativePath(List<FileName> names) {
    this(requireFitting(String.join("/", names.stream().map(FileName::text).toList())));
  }

  private static String requireFitting(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one name");
    }
    if (faultOfLength(text).isPresent()) {
      throw new IllegalArgumentException("a path has at most " + MAX_BYTES + " bytes");
    }
    return text;
  }

  /**
   * What is wrong with a path, if anything.
   *
   * @param text names with {@code /} between them
   * @return the rest of a sentence that begins with the path, or empty for a good path
   */
  public static Optional<String> faultOf(String text) {
    if (text.isEmpty()) {
      return Optional.of("is empty");
    }
    if (text.startsWith("/")) {
      return Optional.of("starts with a slash: it must be relative");
    }
    for (String name : text.split("/", -1)) {
      if (name.isEmpty()) {
        return Optional.of("has an empty name between its slashes");
      }
      if (name.equals(".") || name.equals("..")) {
        return Optional.of("contains \"" + name + "\", which is not allowed in paths");
      }
      Optional<String> fault = FileName.faultOf(name);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return faultOfLength(text);
  }

  /**
   * Whether good names are too many or too long together.
   *
   * @param text names without fault, with {@code /} between them
   * @return as {@link #faultOf}
   */
  public static Optional<String> faultOfLength(String text) {
    return FileName.faultOfLength(text, MAX_BYTES);
  }

  /**
   * A path that {@link #faultOf} found no fault with.
   *
   * @param text names with {@code /} between them
   * @return the path
   * @throws IllegalArgumentException with the fault
   */
  public static RelativePath of(String text) {
    Optional<String> fault = faultOf(text);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
    return new RelativePath(text);
  }

  /**
   * A path of one name.
   *
   * @param name the name
   * @return the path
   */
  public static RelativePath of(FileName name) {
    return new RelativePath(name.text());
  }

  /** A path whose text was one before. */
  static RelativePath known(String text) {
    return new RelativePath(text);
  }

  /**
   * The names.
   *
   * @return from the outermost on, at least one
   */
  public List<FileName> names() {
    List<FileName> names = new ArrayList<>();
    int start = 0;
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
      names.add(new FileName(text.substring(start, slash)));
      start = slash + 1;
    }
    names.add(new FileName(text.substring(start)));
    return Collections.unmodifiableList(names);
  }

  /**
   * The last name.
   *
   * @return the file's or folder's own
   */
  public FileName name() {
    return new FileName(text.substring(text.lastIndexOf('/') + 1));
  }

  /**
   * The folder this is in, where it is not the starting one.
   *
   * @return the path without its last name
   */
  public Optional<RelativePath> parent() {
    int slash = text.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(new RelativePath(text.substring(0, slash)));
  }

  /**
   * A path further in.
   *
   * @param name the name after this path
   * @return the longer path
   * @throws IllegalArgumentException if it becomes too long
   */
  public RelativePath resolve(FileName name) {
    return new RelativePath(requireFitting(text + "/" + name.text()));
  }

  /**
   * A path further in.
   *
   * @param below the names after this path
   * @return the longer path
   * @throws IllegalArgumentException if it becomes too long
   */
  public RelativePath resolve(RelativePath below) {
    return new RelativePath(requireFitting(text + "/" + below.text));
  }

  /**
   * Whether this path is inside another, or is it.
   *
   * @param folder the other path
   * @return true if this begins with all names of the other
   */
  public boolean startsWith(RelativePath folder) {
    return text.startsWith(folder.text)
        && (text.length() == folder.text.length() || text.charAt(folder.text.length()) == '/');
  }

  /**
   * The way from a folder to this.
   *
   * @param folder the other path
   * @return the names after it; empty if this is not inside the folder
   */
  public Optional<RelativePath> below(RelativePath folder) {
    return startsWith(folder) && !equals(folder)
        ? Optional.of(new RelativePath(text.substring(folder.text.length() + 1)))
        : Optional.empty();
  }

  /**
   * The names with {@code /} between them.
   *
   * @return what {@link #of(String)} reads
   */
  public String text() {
    return text;
  }

  /** By text, as every list of paths is ordered. */
  @Override
  public int compareTo(RelativePath other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RelativePath path && text.equals(path.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
