package dev.papack.publish;

/** How an unfinished publication came to its end. */
public enum Settled {
  /** The new files are in their places. */
  COMPLETED,
  /** The old ones are: the publication had failed, and was on its way back. */
  TAKEN_BACK
}
