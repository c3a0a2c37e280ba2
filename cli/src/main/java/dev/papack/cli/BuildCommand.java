package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.progress.CancelledException;
import dev.papack.result.Built;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack build}. */
final class BuildCommand implements Command {
  @Override
  public String name() {
    return "build";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Check, convert, pack, verify and publish",
        List.of(
            "Writes assets.pa and its companions in build/: all of them, or none. If it is"
                + " interrupted, the files of the previous build stay."),
        List.of("papack build", "papack build examples/starter"),
        List.of(
            ExitStatus.AT_FAULT,
            ExitStatus.VERSION,
            ExitStatus.ENVIRONMENT,
            ExitStatus.INTERRUPTED));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.frozen());
    spec.addOption(CommonOptions.threads());
    spec.addOption(CommonOptions.memory());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.WORKSPACE;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return invocation.inWorkspace(session ->
        Completed.of(
            session.build(invocation.drift(), invocation.observer()),
            built -> new Result(built, invocation.verbosity())));
  }

  private record Result(Built built, CommonArguments.Verbosity verbosity) implements CommandResult {
    @Override
    public List<Section> sections(List<Diagnostic> diagnostics) {
      return AlikeFindings.besideErrors(diagnostics, verbosity);
    }

    @Override
    public void print(TextOutput out) {
      out.print(Style.GOOD, "published ").line(built.pack().toString());
      out.line(
          "  "
              + Amount.counted(built.assetCount(), "asset")
              + ", "
              + Amount.bytes(built.packBytes())
              + ", read back and verified");
      out.line("  pack id " + built.packId().hex());
    }

    @Override
    public void write(JsonLine json) {
      json.put("pack", built.pack().toString())
          .put("pack_id", built.packId().hex())
          .put("asset_count", built.assetCount())
          .put("pack_bytes", built.packBytes());
    }
  }
}
