package dev.papack.result;

import java.nio.file.Path;
import java.util.List;

/**
 * The workspaces that a merge was made of.
 *
 * @param bases folders of the common ancestors; at least one. A folder without {@code assets/} is
 *     from before there was a workspace
 * @param ours the folder of the side that the other was merged into
 * @param theirs the folder of the other side
 */
public record MergeParents(List<Path> bases, Path ours, Path theirs) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no base
   */
  public MergeParents {
    bases = List.copyOf(bases);
    if (bases.isEmpty()) {
      throw new IllegalArgumentException("a merge without base");
    }
  }
}
