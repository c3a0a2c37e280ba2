package dev.papack.cli;

import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack inspect}. */
final class InspectCommand implements Command {
  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "List what is in a pack, and how many bytes each part takes",
        List.of("Checks the pack up to its header; papack verify checks everything."),
        List.of("papack inspect", "papack inspect game/assets.pa"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(PackTarget.parameter());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return PackTarget.open(
        invocation,
        session -> Completed.of(session.inspect(), InspectResult::new),
        pack -> Completed.of(invocation.packer().inspect(pack), InspectResult::new));
  }
}
