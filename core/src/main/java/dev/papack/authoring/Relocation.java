package dev.papack.authoring;

import dev.papack.diagnostic.AssetsPath;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which paths below {@code assets/} become which.
 *
 * @param targets the outermost new paths
 * @param files files that move, by where they are
 * @param missing where declared sources would be that are not there, by where they would be now
 */
record Relocation(
    List<AssetsPath> targets,
    SortedMap<AssetsPath, AssetsPath> files,
    SortedMap<AssetsPath, AssetsPath> missing) {
  /** Copies the collections. */
  Relocation {
    targets = List.copyOf(targets);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    missing = Collections.unmodifiableSortedMap(new TreeMap<>(missing));
  }

  /** Where a path leads then; to the same if it does not move. */
  AssetsPath after(AssetsPath path) {
    AssetsPath absent = missing.getOrDefault(path, path);
    return files.getOrDefault(path, absent);
  }

  /** Whether a file moves. */
  boolean moves(AssetsPath path) {
    return files.containsKey(path);
  }
}
