package dev.papack.cli;

/** What a command may change on the disk. */
enum Reach {
  /** Nothing. */
  NOTHING,
  /** Its workspace, through a publication. */
  WORKSPACE,
  /** A folder or file that the command line names. */
  NAMED
}
