package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.Removed;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack remove}. */
final class RemoveCommand implements ChangeCommand {
  @Override
  public String name() {
    return "remove";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Retire an asset's id and delete its declaration",
        List.of("Keeps the sources. A retired id is never used again."),
        List.of("papack remove sprites/hero", "papack remove 1839203411"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declareOwn(CommandSpec spec) {
    spec.addPositional(CommonOptions.required(0, "NAME", "The asset's name, root or id."));
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    String asset = invocation.parameter(0).orElseThrow();
    Effect effect = invocation.effect();
    return invocation.inWorkspace(
        invocation.folder(),
        session ->
            Completed.of(session.remove(asset, effect), removed -> new Result(removed, effect)));
  }

  private record Result(Removed removed, Effect effect) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      String id = " (id " + removed.id();
      switch (effect) {
        case WRITE -> {
          out.line("removed " + removed.root() + id + " is retired)");
          removed.declaration().ifPresent(file -> out.line("  deleted assets/" + file));
          removed.sources().forEach(source -> out.line("  kept " + source.inWorkspace()));
        }
        case SHOW -> {
          out.line("would remove " + removed.root() + id + " would be retired)");
          removed.declaration().ifPresent(file -> out.line("  would delete assets/" + file));
          removed.sources().forEach(source -> out.line("  would keep " + source.inWorkspace()));
          out.line("nothing was written");
        }
      }
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", effect == Effect.SHOW)
          .put("asset_id", removed.id().value())
          .put("root", removed.root().toString())
          .put("declaration", removed.declaration().map(file -> file.inWorkspace().text()))
          .putStrings(
              "sources",
              removed.sources().stream().map(source -> source.inWorkspace().text()).toList());
    }
  }
}
