package dev.papack.result;

/** What becomes of the sources that a build recorded, when its set is verified. */
public enum Recorded {
  /** They are not looked at. */
  IGNORED,
  /** Each must be on the disk as it was built from. */
  COMPARED
}
