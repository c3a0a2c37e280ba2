package dev.papack.cli;

import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: what it is called, what can be said to it, what it does. */
interface Command {
  /** What stands behind {@code papack}. */
  String name();

  /** What its help says. */
  CommandHelp help();

  /** Declares its options and parameters. */
  void declare(CommandSpec spec);

  /** How it can answer. */
  default List<OutputFormat> formats() {
    return OutputFormat.USUAL;
  }

  /** What it may change on the disk, said so. */
  default Reach reach(ParseResult arguments) {
    return Reach.NOTHING;
  }

  /**
   * Carries it out.
   *
   * @throws UsageException if what was said does not make sense
   * @throws IOException if the machine fails
   * @throws CancelledException if the user called it off
   */
  Completed run(Invocation invocation) throws UsageException, IOException, CancelledException;
}
