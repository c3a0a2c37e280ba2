package dev.papack.result;

import java.util.List;

/**
 * What is ignored.
 *
 * @param patterns all of the list, sorted
 * @param added those that were not in it
 * @param removed those that no longer are
 * @param fileCount how many files they cover
 */
public record Ignored(
    List<String> patterns, List<String> added, List<String> removed, int fileCount) {
  /** Copies the lists. */
  public Ignored {
    patterns = List.copyOf(patterns);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }
}
