package dev.papack.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path below some folder: one or more checked names, so that it can neither leave that folder nor
 * mean another file elsewhere.
 *
 * @param names from the outermost on, at least one; {@value #MAX_BYTES} bytes of UTF-8 at most with
 *     the slashes between
 */
public record RelativePath(List<FileName> names) implements Comparable<RelativePath> {
  /** The longest path in bytes of UTF-8. */
  public static final int MAX_BYTES = 1_024;

  /**
   * Refuses an empty or too long path.
   *
   * @throws IllegalArgumentException saying which
   */
  public RelativePath {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one name");
    }
    int length = names.size() - 1;
    for (FileName name : names) {
      length += name.text().getBytes(StandardCharsets.UTF_8).length;
    }
    if (length > MAX_BYTES) {
      throw new IllegalArgumentException("a path has at most " + MAX_BYTES + " bytes");
    }
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
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_BYTES) {
      return Optional.of("has " + length + " bytes; at most " + MAX_BYTES + " are allowed");
    }
    return Optional.empty();
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
    List<FileName> names = new ArrayList<>();
    for (String name : text.split("/", -1)) {
      names.add(new FileName(name));
    }
    return new RelativePath(names);
  }

  /**
   * A path of one name.
   *
   * @param name the name
   * @return the path
   */
  public static RelativePath of(FileName name) {
    return new RelativePath(List.of(name));
  }

  /**
   * The last name.
   *
   * @return the file's or folder's own
   */
  public FileName name() {
    return names.getLast();
  }

  /**
   * The folder this is in, where it is not the starting one.
   *
   * @return the path without its last name
   */
  public Optional<RelativePath> parent() {
    return names.size() == 1
        ? Optional.empty()
        : Optional.of(new RelativePath(names.subList(0, names.size() - 1)));
  }

  /**
   * A path further in.
   *
   * @param name the name after this path
   * @return the longer path
   * @throws IllegalArgumentException if it becomes too long
   */
  public RelativePath resolve(FileName name) {
    List<FileName> longer = new ArrayList<>(names);
    longer.add(name);
    return new RelativePath(longer);
  }

  /**
   * A path further in.
   *
   * @param below the names after this path
   * @return the longer path
   * @throws IllegalArgumentException if it becomes too long
   */
  public RelativePath resolve(RelativePath below) {
    List<FileName> longer = new ArrayList<>(names);
    longer.addAll(below.names);
    return new RelativePath(longer);
  }

  /**
   * Whether this path is inside another, or is it.
   *
   * @param folder the other path
   * @return true if this begins with all names of the other
   */
  public boolean startsWith(RelativePath folder) {
    return names.size() >= folder.names.size()
        && names.subList(0, folder.names.size()).equals(folder.names);
  }

  /**
   * The way from a folder to this.
   *
   * @param folder the other path
   * @return the names after it; empty if this is not inside the folder
   */
  public Optional<RelativePath> below(RelativePath folder) {
    return startsWith(folder) && !equals(folder)
        ? Optional.of(new RelativePath(names.subList(folder.names.size(), names.size())))
        : Optional.empty();
  }

  /**
   * The names with {@code /} between them.
   *
   * @return what {@link #of(String)} reads
   */
  public String text() {
    return String.join("/", names.stream().map(FileName::text).toList());
  }

  /** By text, as every list of paths is ordered. */
  @Override
  public int compareTo(RelativePath other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
