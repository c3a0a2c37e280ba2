package dev.papack.result;

import java.nio.file.Path;
import java.util.List;

/**
 * A new workspace.
 *
 * @param workspace its folder
 * @param created the files that were written, relative to it
 * @param kept the files that were there already and stayed as they are
 * @param mergeAttribute the line of {@code .gitattributes} by which git merges the registry with
 *     papack
 */
public record Initialized(
    Path workspace, List<String> created, List<String> kept, String mergeAttribute) {
  /** Copies the lists. */
  public Initialized {
    created = List.copyOf(created);
    kept = List.copyOf(kept);
  }
}
