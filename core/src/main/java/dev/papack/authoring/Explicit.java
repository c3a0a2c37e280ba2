package dev.papack.authoring;

/** How a file came to be dealt with, which decides what may be concluded about it. */
public enum Explicit {
  /** The author named it: that settles what only the author can know. */
  NAMED,
  /** It was found, in a folder or by a look at everything: only what is certain is done. */
  FOUND
}
