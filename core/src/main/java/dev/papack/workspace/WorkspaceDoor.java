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
 * The two ways into a workspace, each for the length of one operation: to read, which takes no lock
 * and recovers nothing, and to write, under the lock, after what a crash left has been settled.
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
   * An operation that writes: it reads the workspace, and changes it through the publication alone.
   *
   * @param <T> what comes of it
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface Writing<T, X extends Exception> {
    Outcome<T> apply(ReadableDirectory directory, Publication publication) throws IOException, X;
  }

  /** Reads; that a publication is unfinished is remarked. */
  public <T, X extends Exception> Outcome<T> read(Reading<T, X> operation) throws IOException, X {
    try (ReadableDirectory directory = disk.openForReading(workspace, "")) {
      Outcome<T> outcome = operation.apply(directory);
      return outcome.with(Publication.findUnfinished(directory).stream().toList());
    }
  }

  /** Reads the folder {@code assets/}. */
  public <T, X extends Exception> Outcome<T> readAssets(AssetsFolder.Use<T, X> operation)
      throws IOException, X {
    return read(directory -> AssetsFolder.with(directory, operation));
  }

  /** Writes, unless another process does or a leftover cannot be settled. */
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

  /** Makes the folder that is staged in, where it is missing, and says where it is. */
  public Outcome<Path> prepareWriting() throws IOException {
    try (WritableDirectory directory = disk.openForWriting(workspace, "")) {
      return Publication.makeFolder(directory).map(name -> workspace.resolve(name.text()));
    }
  }
}
