package dev.papack.authoring;

/** How a file was selected, which decides what may be concluded about it. */
public enum Selection {
  /** The author named it, which settles what only the author can know. */
  BY_NAME,
  /** A scan found it, in a named folder or in the whole workspace: only what is certain is done. */
  BY_SCAN
}
