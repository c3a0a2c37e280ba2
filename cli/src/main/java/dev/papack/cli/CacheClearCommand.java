package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack cache clear}. */
final class CacheClearCommand implements Command {
  @Override
  public String name() {
    return "cache clear";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Delete what the last build left for the next one",
        List.of("The next build converts everything. Nothing else is lost."),
        List.of("papack cache clear"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.OUTPUT;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return invocation.inDamagedWorkspace(
        session -> Completed.of(session.clearCache(), Result::new));
  }

  private record Result(long clearedBytes) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          clearedBytes == 0
              ? "there is no cache to clear"
              : "cleared the cache of " + Amount.bytes(clearedBytes));
    }

    @Override
    public void write(JsonLine json) {
      json.put("cleared_bytes", clearedBytes);
    }
  }
}
