package dev.papack.watch.changes;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at everything again and again, and compares. */
final class Polling implements ChangeSource {
  private static final long MIN_PAUSE_NANOS = 1_000_000_000L;
  private static final long MAX_PAUSE_NANOS = 10_000_000_000L;

  /** Of a processor, a tenth. */
  private static final long PAUSE_PER_LOOK = 10;

  /** What is under a name that no workspace may have does not matter. */
  private static final FileStatus REFUSED = new FileStatus(FileType.SPECIAL, 0, 0, "");

  private final Opening workspace;
  private Map<Place, FileStatus> seen;
  private long pauseNanos = MIN_PAUSE_NANOS;

  private Polling(Opening workspace) throws IOException {
    this.workspace = workspace;
    this.seen = look();
  }

  /** Begins with what there is. */
  static Polling begin(Opening workspace) throws IOException {
    return new Polling(workspace);
  }

  @Override
  public boolean await(Patience patience, Changes into) throws IOException, CancelledException {
    do {
      long begun = patience.passedNanos();
      while (!patience.isOver() && patience.passedNanos() - begun < pauseNanos) {
        pause(patience.stepMilliseconds());
      }
      if (hasChanged(into)) {
        return true;
      }
    } while (!patience.isOver());
    return false;
  }

  private static void pause(long milliseconds) throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DiskException.interrupted("");
    }
  }

  private boolean hasChanged(Changes into) throws IOException {
    Map<Place, FileStatus> now = look();
    Map<Place, FileStatus> before = seen;
    seen = now;
    boolean hasChanged = false;
    for (Map.Entry<Place, FileStatus> entry : now.entrySet()) {
      if (!entry.getValue().equals(before.remove(entry.getKey()))) {
        into.add(entry.getKey());
        hasChanged = true;
      }
    }
    before.keySet().forEach(into::add);
    return hasChanged || !before.isEmpty();
  }

  private Map<Place, FileStatus> look() throws IOException {
    long begunNanos = System.nanoTime();
    Map<Place, FileStatus> found = new HashMap<>();
    try (ReadableDirectory directory = workspace.open()) {
      new TreeWalk(
              directory,
              new TreeWalk.Visitor() {
                @Override
                public void enter(List<FileName> folder) {}

                @Override
                public void see(Place place, Optional<FileStatus> status) {
                  found.put(place, status.map(Polling::told).orElse(REFUSED));
                }
              })
          .walk(Place.ASSETS);
    }
    long tookNanos = System.nanoTime() - begunNanos;
    pauseNanos = Math.clamp(PAUSE_PER_LOOK * tookNanos, MIN_PAUSE_NANOS, MAX_PAUSE_NANOS);
    return found;
  }

  /** The times of a folder change with its names, which are compared themselves. */
  private static FileStatus told(FileStatus status) {
    return switch (status.type()) {
      case FILE, LINK, SPECIAL -> status;
      case DIRECTORY -> new FileStatus(FileType.DIRECTORY, 0, 0, status.identity());
    };
  }

  @Override
  public void close() {}
}
