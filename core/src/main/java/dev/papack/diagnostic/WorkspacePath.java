package dev.papack.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder of a workspace.
 *
 * <p>It may be longer than {@link RelativePath#MAX_BYTES} by the name of {@code assets/}: whatever
 * may be there has such a path.
 */
public final class WorkspacePath implements Comparable<WorkspacePath> {
  private static final String ASSETS = AssetsPath.FOLDER.text() + "/";

  /** The registry. */
  public static final WorkspacePath INDEX = of(AssetsPath.INDEX);

  private final String text;

  /** Takes names with slashes between that are known to be good. */
  private WorkspacePath(String text) {
    this.text = text;
  }

  /**
   * A file or folder of {@code assets/}.
   *
   * @param file its path from there
   * @return the path from the workspace
   */
  public static WorkspacePath of(AssetsPath file) {
    return new WorkspacePath(ASSETS + file.text());
  }

  /**
   * Something directly in the workspace.
   *
   * @param name its name
   * @return the path
   */
  public static WorkspacePath of(FileName name) {
    return new WorkspacePath(name.text());
  }

  /**
   * A path of the workspace whose names are known to be good.
   *
   * @param text names with {@code /} between them
   * @return the path
   * @throws IllegalArgumentException with the fault of a name
   */
  public static WorkspacePath of(String text) {
    for (String name : text.split("/", -1)) {
      FileName.requireGood(name);
    }
    return new WorkspacePath(text);
  }

  /**
   * A path of some names.
   *
   * @param names from the workspace on, at least one
   * @return the path
   * @throws IllegalArgumentException if there is none
   */
  public static WorkspacePath of(List<FileName> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one name");
    }
    return new WorkspacePath(String.join("/", names.stream().map(FileName::text).toList()));
  }

  /**
   * The path below {@code assets/}.
   *
   * @return the one that {@link #of(AssetsPath)} makes this path of; empty if this is elsewhere
   */
  public Optional<AssetsPath> belowAssets() {
    return text.startsWith(ASSETS)
        ? Optional.of(AssetsPath.of(text.substring(ASSETS.length())))
        : Optional.empty();
  }

  /**
   * The names.
   *
   * @return from the workspace on, at least one
   */
  public List<FileName> names() {
    return Arrays.stream(text.split("/", -1)).map(FileName::new).toList();
  }

  /**
   * The names with {@code /} between them.
   *
   * @return the path as messages show it
   */
  public String text() {
    return text;
  }

  /** By text, as every list of paths is ordered. */
  @Override
  public int compareTo(WorkspacePath other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WorkspacePath path && text.equals(path.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
