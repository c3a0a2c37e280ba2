package dev.papack.cli;

import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.TextOutput;

/** What a command has to say when it is done. */
interface CommandResult {
  /** For people. */
  void print(TextOutput out);

  /** For programs: members of the result object. */
  void write(JsonLine json);
}
