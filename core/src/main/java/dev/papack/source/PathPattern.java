package dev.papack.source;

import dev.papack.diagnostic.FileName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of paths: names with {@code /} between them, in which {@code *} stands for any part of
 * a name, and the name {@code **} for any number of names. It covers what it matches, and
 * everything in a folder that it matches.
 *
 * <p>Nothing is ever tried twice: the work is at most the length of the path times that of the
 * pattern, whatever both are.
 */
public final class PathPattern implements Comparable<PathPattern> {
  private static final String ANY_NAMES = "**";

  private final String text;
  private final List<Part> parts;

  /** One name of a pattern. */
  private sealed interface Part {}

  /** Any number of names. */
  private enum AnyNames implements Part {
    ANY
  }

  /**
   * A name.
   *
   * @param pieces what is between its stars
   */
  private record Name(List<String> pieces) implements Part {
    /** Copies the list. */
    private Name {
      pieces = List.copyOf(pieces);
    }

    boolean matches(String name) {
      String first = pieces.getFirst();
      if (pieces.size() == 1) {
        return name.equals(first);
      }
      String last = pieces.getLast();
      int end = name.length() - last.length();
      if (!name.startsWith(first) || !name.endsWith(last) || first.length() > end) {
        return false;
      }
      int from = first.length();
      for (String piece : pieces.subList(1, pieces.size() - 1)) {
        int found = name.indexOf(piece, from);
        if (found < 0 || found + piece.length() > end) {
          return false;
        }
        from = found + piece.length();
      }
      return true;
    }
  }

  private PathPattern(String text) {
    this.text = text;
    this.parts = new ArrayList<>();
    for (String name : text.split("/", -1)) {
      parts.add(name.equals(ANY_NAMES) ? AnyNames.ANY : new Name(List.of(name.split("\\*", -1))));
    }
  }

  /**
   * What is wrong with a pattern, if anything.
   *
   * @return the rest of a sentence that begins with the pattern, or empty for a good one
   */
  public static Optional<String> faultOf(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Limits.PATTERN_BYTES) {
      return Optional.of(
          "has " + bytes + " bytes; at most " + Limits.PATTERN_BYTES + " are allowed");
    }
    for (String name : text.split("/", -1)) {
      if (name.isEmpty()) {
        return Optional.of(
            text.isEmpty() ? "is empty" : "begins or ends with / or has two of them in a row");
      }
      if (!name.equals(ANY_NAMES) && name.contains(ANY_NAMES)) {
        return Optional.of("has ** as a part of a name; ** must be a whole name");
      }
      // A star can stand for nothing or for much: what is between is judged as if it stood for a.
      Optional<String> fault = FileName.faultOf(name.replace('*', 'a'));
      if (fault.isPresent()) {
        return fault.map(reason -> "has a name that " + reason);
      }
    }
    return Optional.empty();
  }

  /**
   * A pattern that {@link #faultOf} finds no fault with.
   *
   * @throws IllegalArgumentException with the fault
   */
  public static PathPattern of(String text) {
    Optional<String> fault = faultOf(text);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
    return new PathPattern(text);
  }

  /** Whether it matches a path, or a folder that the path is in. */
  public boolean covers(List<FileName> path) {
    boolean[] reached = new boolean[parts.size() + 1];
    reached[0] = true;
    skipAnyNames(reached);
    for (FileName name : path) {
      boolean[] next = new boolean[parts.size() + 1];
      boolean isAlive = false;
      for (int i = 0; i < parts.size(); i++) {
        if (!reached[i]) {
          continue;
        }
        switch (parts.get(i)) {
          case AnyNames _ -> next[i] = true;
          case Name part -> next[i + 1] |= part.matches(name.text());
        }
        isAlive |= next[i] || next[i + 1];
      }
      if (!isAlive) {
        return false;
      }
      skipAnyNames(next);
      if (next[parts.size()]) {
        return true;
      }
      reached = next;
    }
    return false;
  }

  /** Any number of names may be none. */
  private void skipAnyNames(boolean[] reached) {
    for (int i = 0; i < parts.size(); i++) {
      if (reached[i] && parts.get(i) instanceof AnyNames) {
        reached[i + 1] = true;
      }
    }
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  @Override
  public int compareTo(PathPattern other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern that && text.equals(that.text);
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
