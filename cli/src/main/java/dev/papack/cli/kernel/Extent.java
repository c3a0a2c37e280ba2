package dev.papack.cli.kernel;

/** What may still be done in a folder and in all below it, once writes are confined. */
public enum Extent {
  /** Files that were written elsewhere get a name or lose it. None is opened for writing. */
  ENTRIES,
  /** Everything that changes a folder, and files written. */
  CONTENTS
}
