package dev.papack.workspace;

import dev.papack.cache.CacheDocument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import dev.papack.progress.CancelledException;
import dev.papack.publish.CacheFile;
import dev.papack.publish.Operation;
import dev.papack.publish.Publication;
import dev.papack.publish.SetCheck;
import dev.papack.publish.UnfinishedRecord;
import dev.papack.registry.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The two ways into a workspace, each for one operation: to read, which takes no lock and recovers
 * nothing; and to write, under the lock and after what an earlier crash left is settled.
 *
 * @param disk where it is
 * @param workspace its folder
 * @param check verifies a pack before a recovery publishes it
 */
public record WorkspaceDoor(Disk disk, Path workspace, SetCheck check) {
  /**
   * An operation that reads.
   *
   * @param <T> what comes of it
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface Reading<T, X extends Exception> {
    Outcome<T> apply(ReadableDirectory directory) throws IOException, X;
  }

  /**
   * An operation that writes: it reads the workspace, or the folder {@code assets/} in it, and
   * changes files only through the publication.
   *
   * @param <T> what comes of it
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface Writing<T, X extends Exception> {
    Outcome<T> apply(ReadableDirectory directory, Publication publication) throws IOException, X;
  }

  /** A second in all: replacing four files takes less, and a crash takes for ever. */
  private static final int MAX_LOOKS = 40;

  private static final long PAUSE_MILLISECONDS = 25;

  /**
   * Reads, and reports an unfinished publication. While somebody writes it is none: the operation
   * looks again.
   */
  public <T, X extends Exception> Outcome<T> read(Stance stance, Reading<T, X> operation)
      throws IOException, CancelledException, X {
    return DiskWork.run(() -> look(stance, operation));
  }

  private <T, X extends Exception> Outcome<T> look(Stance stance, Reading<T, X> operation)
      throws IOException, X {
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      for (int looks = 1; ; looks++) {
        Outcome<T> outcome = operation.apply(directory);
        if (Publication.findUnfinished(directory).isEmpty()) {
          return outcome;
        }
        if (!Publication.isUnderWay(directory)) {
          return outcome.and(
              Publication.findUnfinished(directory).map(stance::report).stream().toList());
        }
        if (looks == MAX_LOOKS) {
          return outcome;
        }
        pause();
      }
    }
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
    return read(stance, directory -> AssetsFolder.within(directory, operation));
  }

  /** Writes the folder {@code assets/}. */
  public <T, X extends Exception> Outcome<T> writeAssets(Operation operation, Writing<T, X> work)
      throws IOException, CancelledException, X {
    return write(
        operation,
        Stance.JUDGE,
        (directory, publication) ->
            AssetsFolder.within(directory, assets -> work.apply(assets, publication)));
  }

  /**
   * Writes, unless another process is writing or an unfinished publication stops it. The order is
   * the lock, the gate of versions, the recovery, the work.
   *
   * @param stance a pack that was being published here is completed first, unless it is an error
   */
  public <T, X extends Exception> Outcome<T> write(
      Operation operation, Stance stance, Writing<T, X> work)
      throws IOException, CancelledException, X {
    return locked(
        operation,
        (directory, publication) ->
            Outcome.unless(CacheDocument.findUnsupported(CacheFile.read(directory)))
                .then(_ -> settled(stance, directory, publication))
                .then(_ -> work.apply(directory, publication)));
  }

  /** Takes the lock and leaves what is unfinished to the work. */
  public <T, X extends Exception> Outcome<T> locked(Operation operation, Writing<T, X> work)
      throws IOException, CancelledException, X {
    return DiskWork.run(() -> {
      try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
        return Publication.begin(directory, operation)
            .then(publication -> {
              try (publication) {
                return work.apply(directory, publication);
              }
            });
      }
    });
  }

  private Outcome<Done> settled(Stance stance, ReadableDirectory directory, Publication publication)
      throws IOException {
    Optional<UnfinishedRecord> record = publication.unfinished();
    if (record.isEmpty()) {
      return Outcome.done();
    }
    return gate(directory)
        .then(_ ->
            stance.isStopped(record.get())
                ? Outcome.refused(record.get().error())
                : publication.complete(check).map(_ -> Done.DONE));
  }

  /** Whether this release reads the versions of the workspace's documents. */
  public static Outcome<Done> gate(ReadableDirectory directory) throws IOException {
    return AssetsFolder.within(
        directory,
        assets -> {
          List<Diagnostic> faults = Survey.versionFaults(assets);
          return faults.isEmpty() ? Outcome.done() : new Outcome.Refused<>(faults);
        });
  }

  /** Creates the staging folder if it is missing, and returns its path. */
  public Outcome<Path> prepareWriting() throws IOException, CancelledException {
    return DiskWork.run(() -> {
      try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
        return Publication.makeFolder(directory).map(name -> workspace.resolve(name.text()));
      }
    });
  }
}
