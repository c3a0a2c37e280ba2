package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.json.line.JsonLine;
import dev.papack.watch.WatchEvent;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changed since the last build was shown.
 *
 * @param paths the first of them, below {@code assets/}
 * @param count of all, each as often as it was told
 */
record WatchedChanges(SortedSet<AssetsPath> paths, int count) {
  /** Before the first build. */
  static final WatchedChanges NONE = new WatchedChanges(Collections.emptySortedSet(), 0);

  /** So many are named in a heading. */
  private static final int SHOWN = 3;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  /** Copies the set. */
  WatchedChanges {
    paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
  }

  /** These, and what changed after them. */
  WatchedChanges and(WatchEvent.Changed later) {
    SortedSet<AssetsPath> all = new TreeSet<>(paths);
    all.addAll(later.paths());
    long again = (long) paths.size() + later.paths().size() - all.size();
    while (all.size() > WatchEvent.Changed.MAX_PATHS) {
      all.removeLast();
    }
    return new WatchedChanges(all, (int) (count + later.count() - again));
  }

  /** The heading of a build. */
  void print(LocalTime time, TextOutput out) {
    out.print(Style.STRONG, TIME.format(time)).line("  " + names());
  }

  private String names() {
    if (count == 0) {
      return "first build";
    }
    List<String> names =
        paths.stream().limit(SHOWN).map(path -> path.inWorkspace().text()).toList();
    int more = count - names.size();
    if (names.isEmpty()) {
      return Amount.counted(count, "change");
    }
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  void write(JsonLine json) {
    json.putStrings("changed", paths.stream().map(path -> path.inWorkspace().text()).toList())
        .put("changed_count", count);
  }
}
