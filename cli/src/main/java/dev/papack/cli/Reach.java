package dev.papack.cli;

import picocli.CommandLine.ParseResult;

/** What a command may change on disk. */
enum Reach {
  /** Nothing. */
  NOTHING,
  /** The documents of its workspace, through a publication. */
  WORKSPACE,
  /** What its workspace publishes, through a publication. */
  OUTPUT,
  /** A folder or file that the command line names. */
  NAMED;

  /** The reach of a command that writes in its workspace, unless it is a dry run. */
  static Reach ofChange(ParseResult arguments) {
    return arguments.hasMatchedOption(CommonOptions.DRY_RUN) ? NOTHING : WORKSPACE;
  }
}
