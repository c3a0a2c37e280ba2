package dev.papack.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command that does what it is told to documents and shows it, or only shows it. */
interface ChangeCommand extends Command {
  /** Declares what it takes besides what all of these take. */
  void declareOwn(CommandSpec spec);

  @Override
  default void declare(CommandSpec spec) {
    declareOwn(spec);
    spec.addOption(CommonOptions.dryRun());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  default Reach reach(ParseResult arguments) {
    return Reach.ofChange(arguments);
  }
}
