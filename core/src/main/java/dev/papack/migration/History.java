package dev.papack.migration;

import dev.papack.document.Kind;
import dev.papack.document.MemberOrder;
import dev.papack.document.Shape;
import dev.papack.json.JsonObject;
import dev.papack.json.StableForm;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that was released of one kind and is still readable.
 *
 * @param kind the kind with its window
 * @param structures the structure of each version in the window
 * @param steps by the version a step starts from: one for each version in the window but the
 *     current
 * @param bySetting the versions that are written with each setting on a line of its own, so that
 *     tools that merge by lines merge by settings
 */
public record History(
    Kind kind,
    SortedMap<Integer, Shape> structures,
    SortedMap<Integer, Step> steps,
    Set<Integer> bySetting) {
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
    bySetting = Set.copyOf(bySetting);
    int versions = kind.window().current() - kind.window().oldest() + 1;
    if (structures.size() != versions || steps.size() != versions - 1) {
      throw unfinished(kind, "keeps versions outside its window");
    }
  }

  /**
   * A kind of which no version is written by settings.
   *
   * @throws IllegalArgumentException naming the version without structure or step
   */
  public History(Kind kind, SortedMap<Integer, Shape> structures, SortedMap<Integer, Step> steps) {
    this(kind, structures, steps, Set.of());
  }

  /**
   * A document in the one form of the current version: members in the order of its structure.
   *
   * @param tree of the current structure
   * @return text to be encoded as UTF-8
   */
  public String text(JsonObject tree) {
    return text(tree, kind.window().current());
  }

  /** The same of a version in the window. */
  String text(JsonObject tree, int version) {
    Shape structure = Objects.requireNonNull(structures.get(version));
    JsonObject ordered = MemberOrder.of(tree, structure);
    return bySetting.contains(version)
        ? StableForm.writeBySetting(ordered)
        : StableForm.write(ordered);
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
