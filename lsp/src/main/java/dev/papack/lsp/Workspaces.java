package dev.papack.lsp;

import dev.papack.Session;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;

/** Opens the one workspace that a server serves. */
@FunctionalInterface
public interface Workspaces {
  /**
   * Opens a workspace, on the thread that starts all others of the server: whoever confines the
   * process does it here.
   *
   * @param within a folder that is a workspace, or is in one
   * @return the workspace, or why there is none
   * @throws IOException if the file system fails
   * @throws CancelledException if the thread is interrupted
   */
  Outcome<Session> open(Path within) throws IOException, CancelledException;
}
