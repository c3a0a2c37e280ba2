package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.Renamed;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack rename}. */
final class RenameCommand implements ChangeCommand {
  @Override
  public String name() {
    return "rename";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Give an asset another name",
        List.of(
            "Changes the name in the declaration and in the registry. The id, the root and the"
                + " sources stay."),
        List.of("papack rename sprites/hero sprites/knight", "papack rename 1839203411 hero"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declareOwn(CommandSpec spec) {
    spec.addPositional(CommonOptions.required(0, "NAME", "The asset's name, root or id."));
    spec.addPositional(CommonOptions.required(1, "NEW", "Its new name."));
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    String asset = invocation.parameter(0).orElseThrow();
    String name = invocation.parameter(1).orElseThrow();
    Effect effect = invocation.effect();
    return invocation.inWorkspace(
        invocation.folder(),
        session ->
            Completed.of(
                session.rename(asset, name, effect), renamed -> new Result(renamed, effect)));
  }

  private record Result(Renamed renamed, Effect effect) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      String what =
          renamed.from().text() + " -> " + renamed.name().text() + " (id " + renamed.id() + ")";
      switch (effect) {
        case WRITE -> out.line("renamed " + what);
        case SHOW -> {
          out.line("would rename " + what);
          out.line("nothing was written");
        }
      }
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", effect == Effect.SHOW)
          .put("asset_id", renamed.id().value())
          .put("from", renamed.from().text())
          .put("name", renamed.name().text())
          .put("root", renamed.root().toString())
          .put("declaration", renamed.declaration().inWorkspace().text());
    }
  }
}
