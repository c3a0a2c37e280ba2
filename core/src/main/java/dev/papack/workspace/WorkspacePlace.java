package dev.papack.workspace;

import java.nio.file.Path;

/**
 * Where a workspace is read, and where it publishes. Both paths are absolute and without links.
 *
 * @param workspace the folder with {@code assets/}
 * @param output the folder of the pack, of its companions and of the control folder; the same one,
 *     unless the user named another
 */
public record WorkspacePlace(Path workspace, Path output) {
  /** A workspace that publishes beside its {@code assets/}. */
  public static WorkspacePlace together(Path workspace) {
    return new WorkspacePlace(workspace, workspace);
  }

  /** Whether it publishes elsewhere. */
  public boolean isApart() {
    return !output.equals(workspace);
  }

  /** The output, as messages name it: they name files of the workspace from there on. */
  String shown() {
    return isApart() ? output.toString() : "";
  }
}
