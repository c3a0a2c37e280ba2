package dev.papack.disk;

import dev.papack.disk.MemoryNode.Folder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The names that were created, replaced and deleted since their folders were last flushed.
 *
 * <p>After a power cut each such name stands for what it stood for at the flush or after any later
 * change, independently of all others: no order is taken for granted, though the journals of ext4,
 * XFS and Btrfs keep one. What is taken for granted is that a rename is one change: where the old
 * name is gone the new one is there, or what later replaced it; and that a folder's deletion does
 * not survive without the renames out of it. The old name may outlive the rename.
 */
final class UnflushedNames {
  /** A name, whatever it stands for; folders are told apart by identity. */
  private record Name(Folder folder, String text) {}

  /** What a name came to stand for; empty for nothing. */
  private record Change(
      int number, Name name, Optional<MemoryNode> node, List<Change> notWithout) {}

  /** What a name stood for when its folder was flushed, and since, oldest first. */
  private static final class History {
    final Optional<MemoryNode> flushed;
    final List<Change> changes = new ArrayList<>();

    History(Optional<MemoryNode> flushed) {
      this.flushed = flushed;
    }

    Optional<MemoryNode> after(int count) {
      return count == 0 ? flushed : changes.get(count - 1).node();
    }
  }

  private final Map<Name, History> histories = new LinkedHashMap<>();
  private int lastNumber;

  void put(Folder folder, String name, MemoryNode node) {
    change(++lastNumber, folder, name, node, List.of());
  }

  void delete(Folder folder, String name) {
    MemoryNode deleted = folder.entries.get(name);
    List<Change> renamesOut = new ArrayList<>();
    histories.forEach((inner, history) -> {
      if (inner.folder() == deleted) {
        history.changes.forEach(change -> renamesOut.addAll(change.notWithout()));
      }
    });
    change(++lastNumber, folder, name, null, renamesOut);
  }

  void rename(Folder folder, String name, Folder target, String newName) {
    MemoryNode node = folder.entries.get(name);
    Change put = change(++lastNumber, target, newName, node, List.of());
    change(lastNumber, folder, name, null, List.of(put));
  }

  private Change change(
      int number, Folder folder, String text, @Nullable MemoryNode node, List<Change> notWithout) {
    Name name = new Name(folder, text);
    Change change = new Change(number, name, Optional.ofNullable(node), notWithout);
    histories
        .computeIfAbsent(name, any -> new History(Optional.ofNullable(folder.entries.get(text))))
        .changes
        .add(change);
    if (node == null) {
      folder.entries.remove(text);
    } else {
      folder.entries.put(text, node);
    }
    return change;
  }

  /** Somebody else changed a name: that is on the disk. */
  void forget(Folder folder, String name) {
    histories.remove(new Name(folder, name));
  }

  boolean isEmpty() {
    return histories.isEmpty();
  }

  /** All changes of names in a folder survive from now on. */
  void flush(Folder folder) {
    for (Name name : List.copyOf(histories.keySet())) {
      History history = histories.get(name);
      if (name.folder() == folder && history != null) {
        flush(history.changes.getLast());
      }
    }
  }

  private void flush(Change last) {
    History history = histories.get(last.name());
    int count = history == null ? 0 : history.changes.indexOf(last) + 1;
    if (history == null || count == 0) {
      return;
    }
    List<Change> flushed = List.copyOf(history.changes.subList(0, count));
    IntStream.range(0, count)
        .filter(before -> flushed.get(before).node().isEmpty())
        .forEach(before -> history.after(before).ifPresent(this::forgetAllIn));
    if (count == history.changes.size()) {
      histories.remove(last.name());
    } else {
      History rest = new History(last.node());
      rest.changes.addAll(history.changes.subList(count, history.changes.size()));
      histories.put(last.name(), rest);
    }
    flushed.forEach(change -> change.notWithout().forEach(this::flush));
  }

  /** A folder whose deletion survives: nobody finds a name in it. */
  private void forgetAllIn(MemoryNode deleted) {
    histories.keySet().removeIf(name -> name.folder() == deleted);
  }

  /** What the names may stand for after a power cut: by folder, where another thing than now. */
  Map<Folder, Map<String, Optional<MemoryNode>>> cut(Random random, PowerCut.Names order) {
    Map<Name, Integer> survivors =
        switch (order) {
          case IN_ANY_ORDER -> anySurvivors(random);
          case IN_ORDER -> firstSurvivors(random.nextInt(lastNumber + 1));
        };
    Map<Folder, Map<String, Optional<MemoryNode>>> names = new HashMap<>();
    histories.forEach((name, history) ->
        names
            .computeIfAbsent(name.folder(), any -> new HashMap<>())
            .put(name.text(), history.after(survivors.getOrDefault(name, 0))));
    return names;
  }

  private Map<Name, Integer> firstSurvivors(int lastNumberWritten) {
    Map<Name, Integer> survivors = new HashMap<>();
    histories.forEach((name, history) ->
        survivors.put(
            name,
            (int)
                history.changes.stream()
                    .filter(change -> change.number() <= lastNumberWritten)
                    .count()));
    return survivors;
  }

  private Map<Name, Integer> anySurvivors(Random random) {
    Map<Name, Integer> survivors = new HashMap<>();
    histories.forEach(
        (name, history) -> survivors.put(name, random.nextInt(history.changes.size() + 1)));
    boolean isSettled = false;
    while (!isSettled) {
      isSettled = true;
      for (Map.Entry<Name, History> entry : histories.entrySet()) {
        List<Change> changes = entry.getValue().changes;
        for (Change change : changes.subList(0, survivors.getOrDefault(entry.getKey(), 0))) {
          isSettled &= change.notWithout().stream().noneMatch(put -> extend(survivors, put));
        }
      }
    }
    return survivors;
  }

  /** Lets a change survive; whether that was new. */
  private boolean extend(Map<Name, Integer> survivors, Change change) {
    History history = histories.get(change.name());
    int count = history == null ? 0 : history.changes.indexOf(change) + 1;
    if (count <= survivors.getOrDefault(change.name(), 0)) {
      return false;
    }
    survivors.put(change.name(), count);
    return true;
  }
}
