package dev.papack.cli;

import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack inspect}. */
final class InspectCommand implements Command {
  private static final String PALETTES = "--palettes";

  @Override
  public String name() {
    return "inspect";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "List what is in a pack, and how many bytes each part takes",
        List.of(
            "Checks the pack up to its header, with "
                + PALETTES
                + " every picture; papack verify checks everything."),
        List.of("papack inspect", "papack inspect game/assets.pa", "papack inspect --palettes"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public boolean showsPack() {
    return true;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        CommonOptions.flag(PALETTES)
            .description("Show how many palettes each picture has, and needs at least.")
            .build());
    spec.addPositional(PackTarget.parameter());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    if (invocation.has(PALETTES)) {
      return PackTarget.open(
          invocation,
          session -> Completed.of(session.inspectPalettes(), InspectResult::of),
          pack -> Completed.of(invocation.packer().inspectPalettes(pack), InspectResult::of));
    }
    return PackTarget.open(
        invocation,
        session -> Completed.of(session.inspect(), InspectResult::of),
        pack -> Completed.of(invocation.packer().inspect(pack), InspectResult::of));
  }
}
