package dev.papack.watch.changes;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.RelativePath;
import dev.papack.watch.WatchEvent;
import java.util.SortedSet;
import java.util.TreeSet;

/** What changed and has not been told yet. */
final class Changes {
  private final SortedSet<String> paths = new TreeSet<>();

  /** Something changed. */
  void add(Place place) {
    paths.add(place.text());
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** All of it, which is told with this. */
  WatchEvent.Changed take() {
    SortedSet<AssetsPath> named = new TreeSet<>();
    for (String path : paths) {
      if (named.size() < WatchEvent.Changed.MAX_PATHS && RelativePath.faultOf(path).isEmpty()) {
        named.add(AssetsPath.of(path));
      }
    }
    WatchEvent.Changed told = new WatchEvent.Changed(named, paths.size());
    paths.clear();
    return told;
  }
}
