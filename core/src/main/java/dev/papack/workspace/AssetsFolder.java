package dev.papack.workspace;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.util.Optional;

/** The folder {@code assets/} of a workspace. */
public final class AssetsFolder {
  private AssetsFolder() {}

  /**
   * What is done with the open folder.
   *
   * @param <T> what comes of it
   * @param <X> what else it may throw
   */
  @FunctionalInterface
  public interface Use<T, X extends Exception> {
    Outcome<T> apply(ReadableDirectory assets) throws IOException, X;
  }

  /** Opens the folder while it is used; refuses if it is no longer a folder. */
  public static <T, X extends Exception> Outcome<T> within(
      ReadableDirectory workspace, Use<T, X> use) throws IOException, X {
    Optional<Diagnostic> obstacle = Obstacle.find(workspace, AssetsPath.FOLDER, FileType.DIRECTORY);
    if (obstacle.isPresent()) {
      return Outcome.refused(obstacle.get());
    }
    if (workspace.find(AssetsPath.FOLDER).isEmpty()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.WORKSPACE_NOT_FOUND,
                  Location.of(Artifact.WORKSPACE, AssetsPath.FOLDER.text()),
                  "the folder assets of the workspace is missing")
              .advice("restore it from version control"));
    }
    try (ReadableDirectory assets = workspace.openDirectory(AssetsPath.FOLDER)) {
      return use.apply(assets);
    }
  }
}
