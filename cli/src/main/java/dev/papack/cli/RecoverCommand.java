package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.container.PackId;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.Recovered;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack recover}. */
final class RecoverCommand implements Command {
  private static final String YES = "--yes";
  private static final String DISCARD = "--discard";

  @Override
  public String name() {
    return "recover";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Show, complete or abandon a publication that was interrupted",
        List.of(
            "Shows what the unfinished publication would change: the files that move, the diff of each document, or the"
                + " difference between the packs. Writes nothing, and exits with 1 if there is one.",
            "With --yes, completes it. A pack is published only if it is valid to the last byte.",
            "With --discard, abandons it. Files that were replaced already are put back, if the old"
                + " ones are still there; every other file stays as it is.",
            "A build completes an unfinished pack of this folder by itself. Changes of documents, and"
                + " whatever came with a copy or a clone, wait for this command."),
        List.of("papack recover", "papack recover --yes", "papack recover --discard"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
    spec.addOption(CommonOptions.flag(YES).description("Complete the publication.").build());
    spec.addOption(CommonOptions.flag(DISCARD).description("Abandon the publication.").build());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.OUTPUT;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    if (invocation.has(YES) && invocation.has(DISCARD)) {
      throw new UsageException(
          "--yes completes the publication and --discard abandons it: choose one");
    }
    Effect effect = invocation.has(YES) ? Effect.WRITE : Effect.SHOW;
    return invocation.inDamagedWorkspace(session ->
        Completed.of(
            invocation.has(DISCARD) ? session.discardUnfinished() : session.recover(effect),
            Result::new));
  }

  private record Result(Recovered recovered) implements CommandResult {
    @Override
    public ExitStatus status() {
      return recovered.state() == Recovered.State.FOUND ? ExitStatus.AT_FAULT : ExitStatus.DONE;
    }

    @Override
    public void print(TextOutput out) {
      recovered.moves().forEach(file -> out.line(MoveCommand.text(file)));
      recovered.documents().forEach(document -> DiffText.print(out, document.diff()));
      recovered
          .comparison()
          .ifPresent(comparison -> new DiffResult(comparison, Optional.empty()).print(out));
      out.line(
          switch (recovered.state()) {
            case NOTHING_FOUND -> "nothing to recover";
            case FOUND -> "nothing was written";
            case FINISHED -> "completed the unfinished publication";
            case DISCARDED -> "abandoned the unfinished publication";
          });
    }

    @Override
    public void write(JsonLine json) {
      json.put("recovered", recovered.state().name().toLowerCase(Locale.ROOT))
          .putObjects("moves", recovered.moves(), MoveCommand::write)
          .putObjects("documents", recovered.documents(), ChangedText::write)
          .put("pack_id", recovered.packId().map(PackId::hex));
      recovered
          .comparison()
          .ifPresent(
              comparison -> json.putObject("diff", inner -> DiffJson.write(comparison, inner)));
    }
  }
}
