package dev.papack.result;

/** What to do with a file that is where one is to be written. */
public enum Existing {
  /** Keep it and refuse. */
  KEEP,
  /** Put the new one in its place. */
  REPLACE
}
