package dev.papack.workspace;

import dev.papack.cache.CacheDocument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.FileStatus;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.CacheFile;
import dev.papack.publish.Operation;
import dev.papack.publish.OutputFolder;
import dev.papack.publish.Publication;
import dev.papack.publish.SetCheck;
import dev.papack.publish.UnfinishedRecord;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.registry.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The ways into a workspace, each for one operation: to read, which takes no lock and recovers
 * nothing; to write documents, or to write the output, each under the lock of the folder that is
 * written and after what an earlier crash left there is settled. A workspace that publishes beside
 * its {@code assets/} is one folder with one lock.
 *
 * @param disk where it is
 * @param place its folders
 * @param check verifies a pack before a recovery publishes it
 * @param observer follows each operation, and may call off any look at the disk
 */
public record WorkspaceDoor(Disk disk, WorkspacePlace place, SetCheck check, Observer observer) {
  /** The same with somebody else following. */
  public WorkspaceDoor followedBy(Observer other) {
    return new WorkspaceDoor(disk, place, check, other);
  }

  /** The same workspace where it publishes elsewhere. */
  public WorkspaceDoor publishingIn(WorkspacePlace other) {
    return new WorkspaceDoor(disk, other, check, observer);
  }

  /** Folders of which the observer may call off any look: until something is decided. */
  public WorkspaceFolders followed(WorkspaceFolders folders) {
    return new WorkspaceFolders(
        new FollowedFolder(folders.workspace(), observer),
        new OutputFolder(new FollowedFolder(folders.output().directory(), observer)));
  }

  /** Tells the observer that a phase begins of which nobody knows how long it is. */
  public void begin(Phase phase) {
    observer.observe(new Progress.Begun(phase, 0));
  }

  /**
   * An operation that reads.
   *
   * @param <T> what comes of it
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface Reading<T, X extends Exception> {
    Outcome<T> apply(WorkspaceFolders folders) throws IOException, X;
  }

  /**
   * An operation that writes: it reads the workspace, and changes files only through the
   * publication.
   *
   * @param <T> what comes of it
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface Writing<T, X extends Exception> {
    Outcome<T> apply(WorkspaceFolders folders, Publication publication) throws IOException, X;
  }

  /**
   * An operation that writes documents, with the open folder {@code assets/}.
   *
   * @param <T> what comes of it
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface AssetsWriting<T, X extends Exception> {
    Outcome<T> apply(ReadableDirectory assets, Publication publication) throws IOException, X;
  }

  /** A second in all: replacing four files takes less, and a crash takes for ever. */
  private static final int MAX_LOOKS = 40;

  private static final long PAUSE_MILLISECONDS = 25;

  /**
   * Reads, and reports an unfinished publication. While somebody writes it is none: the operation
   * looks again.
   *
   * @throws CancelledException if the observer cancels, or the thread is interrupted
   */
  public <T, X extends Exception> Outcome<T> read(Stance stance, Reading<T, X> operation)
      throws IOException, CancelledException, X {
    return DiskWork.run(() -> look(stance, operation));
  }

  private <T, X extends Exception> Outcome<T> look(Stance stance, Reading<T, X> operation)
      throws IOException, X {
    try (ReadableDirectory workspace = disk.openForReading(place.workspace(), "")) {
      if (!place.isApart()) {
        return look(stance, followed(WorkspaceFolders.together(workspace)), operation);
      }
      try (ReadableDirectory output = disk.openForReading(place.output(), place.shown())) {
        return look(
            stance, followed(new WorkspaceFolders(workspace, new OutputFolder(output))), operation);
      }
    }
  }

  private static <T, X extends Exception> Outcome<T> look(
      Stance stance, WorkspaceFolders folders, Reading<T, X> operation) throws IOException, X {
    for (int looks = 1; ; looks++) {
      List<Optional<FileStatus>> before = traces(folders);
      Outcome<T> outcome = operation.apply(folders);
      Unsettled unsettled = Unsettled.of(folders);
      if (unsettled.isNothing()) {
        if (looks == MAX_LOOKS || traces(folders).equals(before)) {
          return outcome;
        }
        // Somebody published meanwhile: some of what was read may be old, and the rest new.
        continue;
      }
      if (!unsettled.isUnderWay()) {
        return outcome.and(unsettled.reports(stance));
      }
      if (looks == MAX_LOOKS) {
        return outcome;
      }
      pause();
    }
  }

  /** Every publication changes the folder that it stages in. */
  private static List<Optional<FileStatus>> traces(WorkspaceFolders folders) throws IOException {
    return List.of(
        folders.workspace().find(OutputFolder.CONTROL),
        folders.output().directory().find(OutputFolder.CONTROL));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads the folder {@code assets/}. */
  public <T, X extends Exception> Outcome<T> readAssets(
      Stance stance, AssetsFolder.Use<T, X> operation) throws IOException, CancelledException, X {
    return read(stance, folders -> AssetsFolder.within(folders.workspace(), operation));
  }

  /** Writes the folder {@code assets/}. */
  public <T, X extends Exception> Outcome<T> writeAssets(
      Operation operation, AssetsWriting<T, X> work) throws IOException, CancelledException, X {
    return writeDocuments(
        operation,
        (folders, publication) ->
            AssetsFolder.within(
                followed(folders).workspace(), assets -> work.apply(assets, publication)));
  }

  /**
   * Writes documents of the workspace, unless another process is writing there or an unfinished
   * publication stops it. The order is the lock, the gate of versions, the recovery, the work.
   */
  public <T, X extends Exception> Outcome<T> writeDocuments(Operation operation, Writing<T, X> work)
      throws IOException, CancelledException, X {
    return DiskWork.run(() -> {
      try (WritableDirectory workspace = disk.openForWriting(place.workspace(), "")) {
        Writing<T, X> settled =
            (folders, publication) ->
                Outcome.unless(
                        CacheDocument.findUnsupported(CacheFile.read(new OutputFolder(workspace))))
                    .then(_ -> settled(Stance.JUDGE, folders, publication))
                    .then(_ -> work.apply(folders, publication));
        if (!place.isApart()) {
          return locked(operation, workspace, WorkspaceFolders.together(workspace), settled);
        }
        try (ReadableDirectory output = disk.openForReading(place.output(), place.shown())) {
          return locked(
              operation,
              workspace,
              new WorkspaceFolders(workspace, new OutputFolder(output)),
              settled);
        }
      }
    });
  }

  /**
   * Writes the output, unless another process is writing there or an unfinished publication stops
   * it. The order is the lock, the gate of versions, the recovery, the work.
   *
   * @param stance a pack that was being published here is completed first, unless it is an error
   */
  public <T, X extends Exception> Outcome<T> writeOutput(
      Operation operation, Stance stance, Writing<T, X> work)
      throws IOException, CancelledException, X {
    return lockedOutput(
        operation,
        (folders, publication) ->
            Outcome.unless(CacheDocument.findUnsupported(CacheFile.read(folders.output())))
                .then(_ -> documentsSettled(stance, folders))
                .then(_ -> settled(stance, folders, publication))
                .then(_ -> work.apply(folders, publication)));
  }

  /** Takes the lock of the output and leaves what is unfinished there to the work. */
  public <T, X extends Exception> Outcome<T> lockedOutput(Operation operation, Writing<T, X> work)
      throws IOException, CancelledException, X {
    return DiskWork.run(() -> {
      try (WritableDirectory output = disk.openForWriting(place.output(), place.shown())) {
        if (!place.isApart()) {
          return locked(operation, output, WorkspaceFolders.together(output), work);
        }
        try (ReadableDirectory workspace = disk.openForReading(place.workspace(), "")) {
          return locked(
              operation, output, new WorkspaceFolders(workspace, new OutputFolder(output)), work);
        }
      }
    });
  }

  private static <T, X extends Exception> Outcome<T> locked(
      Operation operation, WritableDirectory written, WorkspaceFolders folders, Writing<T, X> work)
      throws IOException, X {
    return Publication.begin(written, operation)
        .then(publication -> {
          try (publication) {
            return work.apply(folders, publication);
          }
        });
  }

  /**
   * Nobody knows what documents mean while a change of them is decided. Under the one lock of a
   * workspace that is seen to with the pack; where the output is apart, nobody can finish it here.
   */
  private static Outcome<Done> documentsSettled(Stance stance, WorkspaceFolders folders)
      throws IOException {
    for (int looks = 1; ; looks++) {
      Unsettled unsettled = Unsettled.ofDocuments(folders);
      if (looks == MAX_LOOKS || !unsettled.isUnderWay()) {
        List<Diagnostic> faults =
            unsettled.reports(stance).stream().filter(Diagnostic::isError).toList();
        return faults.isEmpty() ? Outcome.done() : new Outcome.Refused<>(faults);
      }
      pause();
    }
  }

  private Outcome<Done> settled(Stance stance, WorkspaceFolders folders, Publication publication)
      throws IOException {
    Optional<UnfinishedRecord> record = publication.unfinished();
    if (record.isEmpty()) {
      return Outcome.done();
    }
    return gate(folders.workspace())
        .then(_ ->
            stance.isStopped(record.get())
                ? Outcome.refused(record.get().error())
                : publication.complete(check).map(_ -> Done.DONE));
  }

  /** Whether this release reads the versions of the workspace's documents. */
  public static Outcome<Done> gate(ReadableDirectory workspace) throws IOException {
    return AssetsFolder.within(
        workspace,
        assets -> {
          List<Diagnostic> faults = Survey.versionFaults(assets);
          return faults.isEmpty() ? Outcome.done() : new Outcome.Refused<>(faults);
        });
  }

  /** Creates the staging folder if it is missing, and returns its path. */
  public Outcome<Path> prepareWriting(Path folder) throws IOException, CancelledException {
    String shown = folder.equals(place.output()) ? place.shown() : "";
    return DiskWork.run(() -> {
      try (WritableDirectory written = disk.openForWriting(folder, shown)) {
        return Publication.makeFolder(written).map(name -> folder.resolve(name.text()));
      }
    });
  }
}
