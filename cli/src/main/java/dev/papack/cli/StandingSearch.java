package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.Session;
import dev.papack.cli.output.OpenWorkspace;
import dev.papack.cli.output.Standing;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out where the user is; looked for when something is printed, and only then. */
final class StandingSearch {
  private StandingSearch() {}

  /**
   * Finds the workspace that a command would find from a folder.
   *
   * @param folder the user's current folder
   * @param workspace the workspace that the diagnostics speak of
   */
  static Standing find(Path folder, Optional<OpenWorkspace> workspace) {
    Path real = real(folder.toAbsolutePath().normalize());
    return new Standing(real, workspace, workspace.flatMap(_ -> workspaceAround(real)));
  }

  /** A folder that cannot be looked at is nobody's workspace: then every command names its own. */
  private static Optional<Path> workspaceAround(Path folder) {
    try {
      return switch (Packer.create().openForRepair(folder)) {
        case Outcome.Accepted<Session>(Session session, List<?> _) ->
            Optional.of(session.workspace());
        case Outcome.Refused<Session> _ -> Optional.empty();
      };
    } catch (IOException | CancelledException e) {
      return Optional.empty();
    }
  }

  /** A folder without links, as far as it is there. */
  static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }
}
