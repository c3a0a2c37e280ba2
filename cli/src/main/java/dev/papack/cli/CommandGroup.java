package dev.papack.cli;

/**
 * The first word of commands that have two.
 *
 * @param name the word
 * @param summary what they are about: one sentence without a full stop
 */
record CommandGroup(String name, String summary) {
  /** Whether a command's first word is this. */
  boolean holds(Command command) {
    return command.name().startsWith(name + " ");
  }
}
