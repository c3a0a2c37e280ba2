package dev.papack.result;

import java.nio.file.Path;
import java.util.List;

/**
 * A new workspace.
 *
 * @param workspace its folder
 * @param created the files that were written, relative to it
 * @param kept the files that were there already and stayed as they are
 * @param missing what those of git's lack that {@code init} would have written
 */
public record Initialized(
    Path workspace, List<String> created, List<String> kept, List<Missing> missing) {
  /** Copies the lists. */
  public Initialized {
    created = List.copyOf(created);
    kept = List.copyOf(kept);
    missing = List.copyOf(missing);
  }

  /**
   * What a file lacks.
   *
   * @param file relative to the workspace
   * @param lines at least one
   */
  public record Missing(String file, List<String> lines) {
    /** Copies the list. */
    public Missing {
      lines = List.copyOf(lines);
    }
  }
}
