package dev.papack.cli;

/**
 * Commands of two words that share the first, such as {@code registry}.
 *
 * @param name the first word
 * @param summary what they are about: one sentence without a full stop
 */
record CommandGroup(String name, String summary) {
  /** Whether a command belongs to this group. */
  boolean holds(Command command) {
    return command.name().startsWith(name + " ");
  }
}
