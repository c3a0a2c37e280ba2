package dev.papack.document;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A place of a document that its author can set, as its structure has it.
 *
 * @param path the names of the members that lead to it, from the root
 * @param tags which variants of the root have it
 * @param shapes what it may be: one, or more where the value of another member decides
 * @param presence whether it may be left out
 */
public record KnownSetting(
    List<String> path, SortedSet<String> tags, List<Shape> shapes, Shape.Presence presence) {
  /** Copies the collections. */
  public KnownSetting {
    path = List.copyOf(path);
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    shapes = List.copyOf(shapes);
  }

  /** Such as {@code tiles.tile_size}. */
  public String name() {
    return String.join(".", path);
  }

  /** Whether it has a value of its own, and is not only made of others. */
  public boolean hasValue() {
    return shapes.stream()
        .anyMatch(shape ->
            !(shape instanceof Shape.ObjectShape) && !(shape instanceof Shape.VariantShape));
  }
}
