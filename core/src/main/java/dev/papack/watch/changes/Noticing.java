package dev.papack.watch.changes;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FolderId;
import dev.papack.disk.FolderNotices;
import dev.papack.disk.Notice;
import dev.papack.disk.ReadableDirectory;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Is told by the system, folder by folder. A folder is added before its names are listed, so that
 * what comes in between is either told or listed.
 */
final class Noticing implements ChangeSource {
  private static final List<FileName> WORKSPACE = List.of();

  /** Between two looks at the folder of the workspace itself, of which no notice tells. */
  private static final long LOOK_NANOS = 1_000_000_000;

  private final FolderNotices notices;
  private final Opening workspace;
  private final Queue<Notice> untaken = new ArrayDeque<>();
  private FolderId noticed;
  private long lookedNanos = System.nanoTime();

  private Noticing(FolderNotices notices, Opening workspace) throws IOException {
    this.notices = notices;
    this.workspace = workspace;
    this.noticed = id();
  }

  /**
   * Begins with all folders that there are.
   *
   * @param notices closed with this
   */
  static Noticing begin(FolderNotices notices, Opening workspace) throws IOException {
    boolean isBegun = false;
    try {
      Noticing noticing = new Noticing(notices, workspace);
      noticing.addWorkspace();
      isBegun = true;
      return noticing;
    } finally {
      if (!isBegun) {
        notices.close();
      }
    }
  }

  private FolderId id() throws IOException {
    try (ReadableDirectory directory = workspace.open()) {
      return directory.id();
    }
  }

  private void addWorkspace() throws IOException {
    notices.add(WORKSPACE);
    addAllIn(Place.ASSETS, _ -> {});
  }

  @Override
  public boolean await(Patience patience, Changes into) throws IOException, CancelledException {
    boolean hasChanged = false;
    do {
      untaken.addAll(notices.await(patience.stepMilliseconds()));
      while (!untaken.isEmpty()) {
        // An interrupt may come in the middle: it is taken again then.
        hasChanged |= take(untaken.element(), into);
        untaken.remove();
      }
      hasChanged |= isAnotherWorkspace(into);
    } while (!hasChanged && !patience.isOver());
    return hasChanged;
  }

  /**
   * Whether another folder has the path of the workspace now; then that one is watched.
   *
   * @throws DiskException if none has
   */
  private boolean isAnotherWorkspace(Changes into) throws IOException {
    if (System.nanoTime() - lookedNanos < LOOK_NANOS) {
      return false;
    }
    lookedNanos = System.nanoTime();
    FolderId now = id();
    if (now.equals(noticed)) {
      return false;
    }
    notices.remove(WORKSPACE);
    noticed = now;
    addWorkspace();
    into.add(Place.ASSETS);
    return true;
  }

  private boolean take(Notice notice, Changes into) throws IOException {
    return switch (notice) {
      case Notice.Written(List<FileName> folder, String name) -> {
        Optional<Place> place = Place.in(folder, name);
        place.ifPresent(into::add);
        yield place.isPresent();
      }
      case Notice.Replaced(List<FileName> folder, String name) -> {
        Optional<Place> place = Place.in(folder, name);
        if (place.isPresent()) {
          into.add(place.get());
          place.get().names().ifPresent(notices::remove);
          addAllIn(place.get(), into::add);
        }
        yield place.isPresent();
      }
      case Notice.Overflow(List<FileName> folder) -> {
        into.add(Place.of(folder));
        addAllIn(Place.of(folder), _ -> {});
        yield true;
      }
      case Notice.Gone(List<FileName> folder) -> {
        if (folder.isEmpty()) {
          throw new DiskException(
              DiskException.Trouble.MISSING, "", "the folder of the workspace is gone");
        }
        into.add(Place.of(folder));
        yield true;
      }
    };
  }

  /** Adds a folder and all in it; of a file, only says that it is there. */
  private void addAllIn(Place from, Consumer<Place> found) throws IOException {
    try (ReadableDirectory directory = workspace.open()) {
      new TreeWalk(
              directory,
              new TreeWalk.Visitor() {
                @Override
                public void enter(List<FileName> folder) throws IOException {
                  notices.add(folder);
                }

                @Override
                public void see(Place place, Optional<FileStatus> status) {
                  found.accept(place);
                }
              })
          .walk(from);
    }
  }

  @Override
  public void close() throws IOException {
    notices.close();
  }
}
