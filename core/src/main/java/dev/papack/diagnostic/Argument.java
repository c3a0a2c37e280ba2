package dev.papack.diagnostic;

/** What a fix hands to a {@link Verb}: a value, never text that has to be quoted or parsed. */
public sealed interface Argument {
  /**
   * A file or folder of the workspace.
   *
   * @param path below the workspace
   */
  record OfPath(WorkspacePath path) implements Argument {}

  /**
   * A file or folder as the user, or the operating system, named it.
   *
   * @param path absolute, or relative to where the user is; empty for the folder itself
   */
  record OfNamedPath(String path) implements Argument {}

  /**
   * The name of an asset.
   *
   * @param name a name that papack accepts
   */
  record OfName(String name) implements Argument {}

  /**
   * The id of an asset.
   *
   * @param id from 1
   */
  record OfId(long id) implements Argument {}

  /**
   * A setting of an asset.
   *
   * @param member the member of its declaration, such as {@code transparent_color}
   * @param value what it becomes, a word without spaces
   */
  record OfSetting(String member, String value) implements Argument {}

  /**
   * Something that is done only if it is asked for.
   *
   * @param choice what
   */
  record OfChoice(Choice choice) implements Argument {}

  /** What can be asked for beside a verb. */
  enum Choice {
    /** Show what would be done, and write nothing. */
    SHOW_ONLY,
    /** Do it, where the verb alone only shows what it would do. */
    CONFIRM,
    /** Give up what was not finished, in place of finishing it. */
    DISCARD
  }
}
