package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Checked;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack check}. */
final class CheckCommand implements Command {
  @Override
  public String name() {
    return "check";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Find every error that would make a build fail, without building",
        List.of("Writes nothing."),
        List.of("papack check", "papack check --format json examples/starter"),
        ExitStatus.OF_WORK);
  }

  @Override
  public boolean showsPack() {
    return true;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
    spec.addOption(CommonOptions.frozen());
    spec.addOption(CommonOptions.threads());
    spec.addOption(CommonOptions.memory());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return invocation.inWorkspace(session ->
        Completed.of(
                session.check(invocation.drift()),
                checked -> new Result(checked, invocation.verbosity()))
            .showing(new ShownPack.LastBuild(session)));
  }

  private record Result(Checked checked, CommonArguments.Verbosity verbosity)
      implements CommandResult {
    @Override
    public List<Section> sections(List<Diagnostic> diagnostics) {
      return AlikeFindings.besideErrors(diagnostics, verbosity);
    }

    @Override
    public void print(TextOutput out) {
      out.line("a build would accept " + Amount.counted(checked.assetCount(), "asset"));
    }

    @Override
    public void write(JsonLine json) {
      json.put("asset_count", checked.assetCount());
    }
  }
}
