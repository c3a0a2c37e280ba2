package dev.papack.result;

/** What became of a file that a command could write. */
public enum FileChange {
  /** It has another content now. */
  WRITTEN,
  /** It says what it should already. */
  UNCHANGED
}
