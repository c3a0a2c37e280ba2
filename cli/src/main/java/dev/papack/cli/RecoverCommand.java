package dev.papack.cli;

import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.TextOutput;
import dev.papack.progress.CancelledException;
import dev.papack.result.Recovered;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack recover}. */
final class RecoverCommand implements Command {
  private static final String DISCARD = "--discard";

  @Override
  public String name() {
    return "recover";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Complete a publication that a crash interrupted",
        List.of(
            "Completes a publication that was committed before the crash, and deletes files that were"
                + " only staged. Every command that writes does this first.",
            "With --discard, abandons the publication: every file stays as it is now."),
        List.of("papack recover", "papack recover --discard"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.flag(DISCARD).description("Abandon the publication.").build());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.WORKSPACE;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return invocation.inDamagedWorkspace(session ->
        Completed.of(
            invocation.has(DISCARD) ? session.discardUnfinished() : session.recover(),
            Result::new));
  }

  private record Result(Recovered recovered) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          switch (recovered) {
            case NOTHING_FOUND -> "nothing to recover";
            case FINISHED -> "completed the unfinished publication";
            case DISCARDED -> "abandoned the unfinished publication; every file stays as it is";
          });
    }

    @Override
    public void write(JsonLine json) {
      json.put("recovered", recovered.name().toLowerCase(Locale.ROOT));
    }
  }
}
