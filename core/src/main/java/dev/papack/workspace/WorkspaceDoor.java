package dev.papack.workspace;

import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import dev.papack.publish.Operation;
import dev.papack.publish.Publication;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The two ways into a workspace, each for one operation: to read, which takes no lock and recovers
 * nothing; and to write, under the lock and after recovery from an earlier crash.
 *
 * @param disk where it is
 * @param workspace its folder
 */
public record WorkspaceDoor(Disk disk, Path workspace) {
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

  /** Reads; adds a warning if a publication is unfinished. */
  public <T, X extends Exception> Outcome<T> read(Reading<T, X> operation) throws IOException, X {
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      Outcome<T> outcome = operation.apply(directory);
      return outcome.and(Publication.findUnfinished(directory).stream().toList());
    }
  }

  /** Reads the folder {@code assets/}. */
  public <T, X extends Exception> Outcome<T> readAssets(AssetsFolder.Use<T, X> operation)
      throws IOException, X {
    return read(directory -> AssetsFolder.within(directory, operation));
  }

  /** Writes the folder {@code assets/}. */
  public <T, X extends Exception> Outcome<T> writeAssets(Operation operation, Writing<T, X> work)
      throws IOException, X {
    return write(
        operation,
        (directory, publication) ->
            AssetsFolder.within(directory, assets -> work.apply(assets, publication)));
  }

  /** Writes, unless another process is writing or an unfinished publication cannot be settled. */
  public <T, X extends Exception> Outcome<T> write(Operation operation, Writing<T, X> work)
      throws IOException, X {
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return Publication.begin(directory, operation)
          .then(publication -> {
            try (publication) {
              return work.apply(directory, publication);
            }
          });
    }
  }

  /** Creates the staging folder if it is missing, and returns its path. */
  public Outcome<Path> prepareWriting() throws IOException {
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return Publication.makeFolder(directory).map(name -> workspace.resolve(name.text()));
    }
  }
}
