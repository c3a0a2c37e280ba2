package dev.papack.diagnostic;

import java.util.Optional;

/**
 * A file or folder of a workspace.
 *
 * @param below its path below the workspace
 */
public record WorkspacePath(RelativePath below) implements Comparable<WorkspacePath> {
  /** The folder that holds all art, sound and authored documents. */
  public static final FileName ASSETS = new FileName("assets");

  /** The registry. */
  public static final WorkspacePath INDEX = inAssets(RelativePath.of(new FileName("index.json")));

  /**
   * A file or folder of {@code assets/}.
   *
   * @param below its path below that folder
   * @return the path from the workspace
   */
  public static WorkspacePath inAssets(RelativePath below) {
    return new WorkspacePath(RelativePath.of(ASSETS).resolve(below));
  }

  /**
   * The path below {@code assets/}.
   *
   * @return what {@link #inAssets} makes this path of; empty if this lies elsewhere
   */
  public Optional<RelativePath> belowAssets() {
    return below.below(RelativePath.of(ASSETS));
  }

  /**
   * A path that {@link RelativePath#faultOf} finds no fault with.
   *
   * @param text names with {@code /} between them
   * @return the path
   * @throws IllegalArgumentException with the fault
   */
  public static WorkspacePath of(String text) {
    return new WorkspacePath(RelativePath.of(text));
  }

  /**
   * The names with {@code /} between them.
   *
   * @return what {@link #of} reads
   */
  public String text() {
    return below.text();
  }

  @Override
  public int compareTo(WorkspacePath other) {
    return below.compareTo(other.below);
  }

  @Override
  public String toString() {
    return text();
  }
}
