package dev.papack.cli.kernel;

/** What may still be done in a folder and everything in it, once writes are confined. */
public enum Extent {
  /** Files may be moved in, moved out and deleted, but not opened for writing. */
  ENTRIES,
  /** Everything, including writing files. */
  CONTENTS
}
