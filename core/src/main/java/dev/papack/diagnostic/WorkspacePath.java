package dev.papack.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file or folder of a workspace.
 *
 * <p>It may be longer than {@link RelativePath#MAX_BYTES} by the name of {@code assets/}: whatever
 * may be there has such a path.
 *
 * @param names from the workspace on, at least one
 */
public record WorkspacePath(List<FileName> names) implements Comparable<WorkspacePath> {
  /** The registry. */
  public static final WorkspacePath INDEX = of(AssetsPath.INDEX);

  /**
   * Refuses an empty path.
   *
   * @throws IllegalArgumentException if there is no name
   */
  public WorkspacePath {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one name");
    }
  }

  /**
   * A file or folder of {@code assets/}.
   *
   * @param file its path from there
   * @return the path from the workspace
   */
  public static WorkspacePath of(AssetsPath file) {
    List<FileName> names = new ArrayList<>();
    names.add(AssetsPath.FOLDER);
    names.addAll(file.names());
    return new WorkspacePath(names);
  }

  /**
   * Something directly in the workspace.
   *
   * @param name its name
   * @return the path
   */
  public static WorkspacePath of(FileName name) {
    return new WorkspacePath(List.of(name));
  }

  /**
   * A path of the workspace whose names are known to be good.
   *
   * @param text names with {@code /} between them
   * @return the path
   * @throws IllegalArgumentException with the fault of a name
   */
  public static WorkspacePath of(String text) {
    return new WorkspacePath(List.of(text.split("/", -1)).stream().map(FileName::new).toList());
  }

  /**
   * The path below {@code assets/}.
   *
   * @return the one that {@link #of(AssetsPath)} makes this path of; empty if this is elsewhere
   */
  public Optional<AssetsPath> belowAssets() {
    return names.size() > 1 && names.getFirst().equals(AssetsPath.FOLDER)
        ? Optional.of(new AssetsPath(new RelativePath(names.subList(1, names.size()))))
        : Optional.empty();
  }

  /**
   * The names with {@code /} between them.
   *
   * @return the path as messages show it
   */
  public String text() {
    return String.join("/", names.stream().map(FileName::text).toList());
  }

  /** By text, as every list of paths is ordered. */
  @Override
  public int compareTo(WorkspacePath other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
