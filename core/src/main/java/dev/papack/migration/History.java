package dev.papack.migration;

import dev.papack.document.Kind;
import dev.papack.document.Shape;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that was released of one kind and is still readable.
 *
 * @param kind the kind with its window
 * @param structures the structure of each version in the window
 * @param steps by the version a step starts from: one for each version in the window but the
 *     current
 */
public record History(
    Kind kind, SortedMap<Integer, Shape> structures, SortedMap<Integer, Step> steps) {
  /**
   * Refuses gaps.
   *
   * @throws IllegalArgumentException naming the version without structure or step
   */
  public History {
    structures = Collections.unmodifiableSortedMap(new TreeMap<>(structures));
    steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    for (int version = kind.window().oldest(); version <= kind.window().current(); version++) {
      if (!structures.containsKey(version)) {
        throw unfinished(kind, "lacks structure " + version);
      }
      if (version < kind.window().current() && !steps.containsKey(version)) {
        throw unfinished(kind, "lacks the step from " + version);
      }
    }
    int versions = kind.window().current() - kind.window().oldest() + 1;
    if (structures.size() != versions || steps.size() != versions - 1) {
      throw unfinished(kind, "keeps versions outside its window");
    }
  }

  /** The structure that is written. */
  public Shape current() {
    return Objects.requireNonNull(structures.get(kind.window().current()));
  }

  private static IllegalArgumentException unfinished(Kind kind, String reason) {
    return new IllegalArgumentException(
        kind.label() + " " + reason + ": see \"A new version of a document\" in CONTRIBUTING.md");
  }
}
