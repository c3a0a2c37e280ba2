package dev.papack.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * A file or folder below {@code assets/}, the folder that holds all art, sound and authored
 * documents. It keeps its text alone, as {@link RelativePath} does.
 */
public final class AssetsPath implements Comparable<AssetsPath> {
  /** The folder itself, in the workspace. */
  public static final FileName FOLDER = new FileName("assets");

  /** The registry. */
  public static final AssetsPath INDEX = of(new FileName("index.json"));

  /** The list of what is ignored. */
  public static final AssetsPath IGNORE = of(new FileName("ignore.json"));

  /** What the pack and its parts may have at most. */
  public static final AssetsPath BUDGETS = of(new FileName("budgets.json"));

  private final String text;

  /**
   * A path that is known from the folder.
   *
   * @param below the path from {@code assets/}
   */
  public AssetsPath(RelativePath below) {
    this.text = below.text();
  }

  /**
   * A path that {@link RelativePath#faultOf} finds no fault with.
   *
   * @param text names with {@code /} between them
   * @return the path
   * @throws IllegalArgumentException with the fault
   */
  public static AssetsPath of(String text) {
    return new AssetsPath(RelativePath.of(text));
  }

  /**
   * Whether this is a document that speaks of the workspace and declares no asset.
   *
   * @return true for the registry, the list of what is ignored and the budgets
   */
  public boolean isOfWorkspace() {
    return equals(INDEX) || equals(IGNORE) || equals(BUDGETS);
  }

  /**
   * Something directly in {@code assets/}.
   *
   * @param name its name
   * @return the path
   */
  public static AssetsPath of(FileName name) {
    return new AssetsPath(RelativePath.of(name));
  }

  /**
   * A path from a folder.
   *
   * @param folder empty for {@code assets/} itself
   * @param below the path from there
   * @return the path from {@code assets/}
   * @throws IllegalArgumentException if it becomes too long
   */
  public static AssetsPath in(Optional<AssetsPath> folder, RelativePath below) {
    return new AssetsPath(folder.map(outer -> outer.below().resolve(below)).orElse(below));
  }

  /**
   * The path from {@code assets/}.
   *
   * @return its names, of which the first is in that folder
   */
  public RelativePath below() {
    return RelativePath.known(text);
  }

  /**
   * The same file as seen from the workspace.
   *
   * @return its path with {@code assets/} before it
   */
  public WorkspacePath inWorkspace() {
    return WorkspacePath.of(this);
  }

  /**
   * The names from {@code assets/} on.
   *
   * @return at least one
   */
  public List<FileName> names() {
    return below().names();
  }

  /**
   * The last name.
   *
   * @return the file's or folder's own
   */
  public FileName name() {
    return below().name();
  }

  /**
   * The folder this is in.
   *
   * @return empty for {@code assets/} itself
   */
  public Optional<AssetsPath> parent() {
    return below().parent().map(AssetsPath::new);
  }

  /**
   * A path further in.
   *
   * @param name the name after this path
   * @return the longer path
   * @throws IllegalArgumentException if it becomes too long
   */
  public AssetsPath resolve(FileName name) {
    return new AssetsPath(below().resolve(name));
  }

  /**
   * Whether this path is inside another, or is it.
   *
   * @param folder the other path
   * @return true if this begins with all names of the other
   */
  public boolean startsWith(AssetsPath folder) {
    return below().startsWith(folder.below());
  }

  /**
   * The way from a folder to this.
   *
   * @param folder the other path
   * @return the names after it; empty if this is not inside the folder
   */
  public Optional<RelativePath> below(AssetsPath folder) {
    return below().below(folder.below());
  }

  /**
   * The names from {@code assets/} on, with {@code /} between them.
   *
   * @return what {@link #of(String)} reads
   */
  public String text() {
    return text;
  }

  @Override
  public int compareTo(AssetsPath other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AssetsPath path && text.equals(path.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As {@link #text}. For a message use {@link #inWorkspace}, which people can open. */
  @Override
  public String toString() {
    return text();
  }
}
