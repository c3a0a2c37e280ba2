package dev.papack.publish;

import dev.papack.disk.ReadableDirectory;

/**
 * A workspace that is open to be looked at: what authors write, and what is made of it.
 *
 * @param workspace the folder with {@code assets/}
 * @param output where it publishes
 */
public record WorkspaceFolders(ReadableDirectory workspace, OutputFolder output) {
  /** A workspace that publishes beside its {@code assets/}. */
  public static WorkspaceFolders together(ReadableDirectory workspace) {
    return new WorkspaceFolders(workspace, new OutputFolder(workspace));
  }

  /** Whether it publishes elsewhere; then nothing of the workspace is ever written. */
  public boolean areApart() {
    return !output.directory().equals(workspace);
  }
}
