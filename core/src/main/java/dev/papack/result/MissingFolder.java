package dev.papack.result;

/** What becomes of a request for a folder that is not there. */
public enum MissingFolder {
  /** It is refused. */
  REFUSED,
  /** The folder is created, with those above it. */
  CREATED
}
