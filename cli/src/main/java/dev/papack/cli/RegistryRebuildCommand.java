package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.RebuiltRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack registry rebuild}. */
final class RegistryRebuildCommand implements ChangeCommand {
  @Override
  public String name() {
    return "registry rebuild";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Restore a missing or damaged registry from the declarations",
        List.of(
            "Declared ids stay the same. If the old registry can be read, its entries are kept and"
                + " moves are followed. Otherwise a warning says what is lost: retired ids, and ids"
                + " without a declaration.",
            "Writes nothing if a declaration cannot be read, or if two declarations have the same id"
                + " and no registry says which of them owns it."),
        List.of("papack registry rebuild", "papack registry rebuild game"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declareOwn(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Effect effect = invocation.effect();
    return invocation.inDamagedWorkspace(session ->
        Completed.of(session.rebuildRegistry(effect), rebuilt -> new Result(rebuilt, effect)));
  }

  private record Result(RebuiltRegistry rebuilt, Effect effect) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          switch (rebuilt.change()) {
                case WRITTEN ->
                    switch (effect) {
                      case WRITE -> "wrote the registry of ";
                      case SHOW -> "would write the registry of ";
                    };
                case UNCHANGED -> "nothing to restore in the registry of ";
              }
              + rebuilt.workspace()
              + ": "
              + Amount.counted(rebuilt.assetCount(), "asset")
              + ", "
              + Amount.counted(rebuilt.retiredCount(), "retired id"));
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", effect == Effect.SHOW)
          .put("workspace", rebuilt.workspace().toString())
          .put("found", rebuilt.found().name().toLowerCase(Locale.ROOT))
          .put("change", MergeFileCommand.word(rebuilt.change()))
          .put("asset_count", rebuilt.assetCount())
          .put("retired_count", rebuilt.retiredCount());
    }
  }
}
