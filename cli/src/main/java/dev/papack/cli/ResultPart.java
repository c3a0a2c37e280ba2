package dev.papack.cli;

/** What a command prints before it is done: in JSON, an object of its own kind. */
interface ResultPart extends CommandResult {
  /** Its kind in JSON. */
  String artifact();

  /** The version of that kind. */
  int schemaVersion();
}
