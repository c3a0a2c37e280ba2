package dev.papack.watch;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What whoever watches a workspace is told. */
public sealed interface WatchEvent {
  /**
   * Something below {@code assets/} changed, and since then nothing has for as long as was asked
   * for. It may be as it was before: a file that was written with its old content changed, too.
   *
   * @param paths files and folders that changed, came or went; of many, the first {@value
   *     #MAX_PATHS} in order. A folder stands for what is in it where more happened than the system
   *     keeps
   * @param count how many changed in all: also those beyond that limit, those whose names no
   *     workspace may have, and the folder {@code assets/} itself; at least 1
   */
  record Changed(SortedSet<AssetsPath> paths, int count) implements WatchEvent {
    /** So many changed files and folders are named at most. */
    public static final int MAX_PATHS = 1_000;

    /** Copies the set. */
    public Changed {
      paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }
  }

  /**
   * From now on, changes are found by looking at every file again and again, since the system does
   * not tell of them, or no longer. They are found later then: after a second, or after ten times
   * as long as a look takes, but at most ten seconds.
   *
   * @param diagnostic why: a warning if something is exhausted, a note if it cannot be otherwise
   */
  record Polling(Diagnostic diagnostic) implements WatchEvent {}
}
