package dev.papack.result;

/** What a recovery found. */
public enum Recovered {
  /** No publication was unfinished. */
  NOTHING_FOUND,
  /** One was, and is finished now. */
  FINISHED,
  /** One was, and is given up. */
  DISCARDED
}
