package dev.papack.watch.changes;

import dev.papack.diagnostic.FileName;
import dev.papack.disk.Descent;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Goes through a folder of a workspace and all that is in it, while others change it: what goes on
 * the way is left out, and so is what may not be read. Links are not followed.
 */
final class TreeWalk {
  private final ReadableDirectory workspace;
  private final Visitor visitor;
  private final Queue<List<FileName>> folders = new ArrayDeque<>();

  /** What is done with what there is. */
  interface Visitor {
    /** Before the names of a folder are listed. */
    void enter(List<FileName> folder) throws IOException;

    /**
     * Of each name.
     *
     * @param status empty if its name is none that a workspace may have
     */
    void see(Place place, Optional<FileStatus> status);
  }

  TreeWalk(ReadableDirectory workspace, Visitor visitor) {
    this.workspace = workspace;
    this.visitor = visitor;
  }

  /** Looks at what a name stands for now, and at all in it if that is a folder. */
  void walk(Place from) throws IOException {
    attempt(() -> {
      try (Descent<ReadableDirectory> way = descend(from.folder())) {
        look(way.folder(), from);
      }
    });
    while (!folders.isEmpty()) {
      List<FileName> folder = folders.remove();
      attempt(() -> list(folder));
    }
  }

  private Descent<ReadableDirectory> descend(List<FileName> names) throws IOException {
    Descent<ReadableDirectory> way = Descent.reading(workspace);
    try {
      for (FileName name : names) {
        way.enter(name);
      }
      return way;
    } catch (IOException | RuntimeException | Error e) {
      way.close();
      throw e;
    }
  }

  private void list(List<FileName> folder) throws IOException {
    visitor.enter(folder);
    try (Descent<ReadableDirectory> way = descend(folder)) {
      for (String name : way.folder().list()) {
        Optional<Place> place = Place.in(folder, name);
        if (place.isPresent()) {
          attempt(() -> look(way.folder(), place.get()));
        }
      }
    }
  }

  private void look(ReadableDirectory folder, Place place) throws IOException {
    Optional<List<FileName>> names = place.names();
    if (names.isEmpty()) {
      visitor.see(place, Optional.empty());
      return;
    }
    Optional<FileStatus> status = folder.find(names.get().getLast());
    if (status.isPresent()) {
      visitor.see(place, status);
      if (status.get().type() == FileType.DIRECTORY) {
        folders.add(names.get());
      }
    }
  }

  /** A step of the walk. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static void attempt(Step step) throws IOException {
    try {
      step.run();
    } catch (DiskException e) {
      switch (e.trouble()) {
        case MISSING, CHANGED, WRONG_TYPE, NOT_PERMITTED -> {}
        default -> throw e;
      }
    }
  }
}
