package dev.papack.cli;

/** What a command says before it is done: an object of its own kind. */
interface ResultPart extends CommandResult {
  /** Its kind, for programs. */
  String artifact();

  /** The version of that kind. */
  int schemaVersion();
}
