package dev.papack.cli.output;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The workspace that a command opened, and so that its diagnostics speak of.
 *
 * @param folder absolute and without links
 * @param output where it publishes, absolute and without links; empty for the workspace itself
 */
public record OpenWorkspace(Path folder, Optional<Path> output) {
  /**
   * A workspace that may publish elsewhere.
   *
   * @param folder absolute and without links
   * @param output absolute and without links
   * @return the workspace
   */
  public static OpenWorkspace of(Path folder, Path output) {
    return new OpenWorkspace(
        folder, output.equals(folder) ? Optional.empty() : Optional.of(output));
  }
}
