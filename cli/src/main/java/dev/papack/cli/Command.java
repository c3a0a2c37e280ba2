package dev.papack.cli;

import dev.papack.progress.CancelledException;
import dev.papack.result.MissingFolder;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: its name, its options and arguments, and what it does. */
interface Command {
  /** The words after {@code papack}. */
  String name();

  /** The texts of its help. */
  CommandHelp help();

  /** Declares its options and arguments. */
  void declare(CommandSpec spec);

  /** The output formats it knows. */
  default List<OutputFormat> formats() {
    return OutputFormat.USUAL;
  }

  /** Whether a report of it can show a pack. */
  default boolean showsPack() {
    return false;
  }

  /** What it may change on disk, given these arguments. */
  default Reach reach(ParseResult arguments) {
    return Reach.NOTHING;
  }

  /** What becomes of a folder for the output that is not there. */
  default MissingFolder missingOutput() {
    return MissingFolder.REFUSED;
  }

  /** What it says, after its name, if it was cancelled. */
  default String interrupted(ParseResult arguments) {
    return "interrupted; nothing was changed";
  }

  /**
   * Runs it.
   *
   * @throws UsageException if the arguments make no sense together
   * @throws IOException if the machine fails
   * @throws CancelledException if the user cancelled it
   */
  Completed run(Invocation invocation) throws UsageException, IOException, CancelledException;
}
