package dev.papack.cli;

/** What a command says before it is done: one of many things, each an object of its own. */
interface ResultPart extends CommandResult {
  /** Its kind, for programs. */
  String artifact();
}
