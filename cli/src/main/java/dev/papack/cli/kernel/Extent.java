package dev.papack.cli.kernel;

/** What may still be done in a folder and everything in it, once writes are confined. */
public enum Extent {
  /** Files and folders may be made, moved and deleted, but no file opened for writing. */
  ENTRIES,
  /** Everything, including writing files. */
  CONTENTS
}
