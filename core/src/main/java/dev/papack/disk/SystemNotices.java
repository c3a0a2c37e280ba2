package dev.papack.disk;

import dev.papack.diagnostic.FileName;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What the platform tells of folders, through one service of it. */
final class SystemNotices implements FolderNotices {
  private final Path top;
  private final String displayPath;
  private final WatchService service;

  /** What Java calls the folder of a key is the path under which it was added first. */
  private final Map<WatchKey, List<FileName>> folders = new HashMap<>();

  /** In an order in which everything in a folder follows it, with a separator after each name. */
  private final NavigableMap<String, WatchKey> keys = new TreeMap<>();

  private SystemNotices(Path top, String displayPath, WatchService service) {
    this.top = top;
    this.displayPath = displayPath;
    this.service = service;
  }

  static SystemNotices below(Path top, String displayPath) throws IOException {
    return Attempt.get(
        displayPath,
        () -> new SystemNotices(top, displayPath, top.getFileSystem().newWatchService()));
  }

  @Override
  public void add(List<FileName> folder) throws IOException {
    Path path = top;
    for (FileName name : folder) {
      path = path.resolve(name.text());
    }
    Path there = path;
    WatchKey key =
        Attempt.get(
            displayPath,
            () ->
                there.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY));
    Optional.ofNullable(folders.put(key, List.copyOf(folder)))
        .ifPresent(before -> keys.remove(text(before), key));
    keys.put(text(folder), key);
  }

  private static String text(List<FileName> folder) {
    return folder.stream().map(name -> name.text() + "/").collect(Collectors.joining());
  }

  @Override
  public void remove(List<FileName> folder) {
    String first = text(folder);
    Map<String, WatchKey> inside = keys.subMap(first, first + Character.MAX_VALUE);
    inside
        .values()
        .forEach(key -> {
          folders.remove(key);
          key.cancel();
        });
    inside.clear();
  }

  @Override
  public List<Notice> await(long milliseconds) throws IOException {
    List<Notice> notices = new ArrayList<>();
    try {
      WatchKey key = service.poll(milliseconds, TimeUnit.MILLISECONDS);
      while (key != null) {
        take(key, notices);
        key = service.poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DiskException.interrupted(displayPath);
    }
    return notices;
  }

  private void take(WatchKey key, List<Notice> notices) {
    List<WatchEvent<?>> events = key.pollEvents();
    List<FileName> folder = folders.get(key);
    if (folder == null) {
      return;
    }
    for (WatchEvent<?> event : events) {
      notices.add(notice(folder, event));
    }
    if (!key.reset()) {
      folders.remove(key);
      keys.remove(text(folder), key);
      notices.add(new Notice.Gone(folder));
    }
  }

  private static Notice notice(List<FileName> folder, WatchEvent<?> event) {
    if (!(event.context() instanceof Path name)) {
      return new Notice.Overflow(folder);
    }
    return event.kind().equals(StandardWatchEventKinds.ENTRY_MODIFY)
        ? new Notice.Written(folder, name.toString())
        : new Notice.Replaced(folder, name.toString());
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
