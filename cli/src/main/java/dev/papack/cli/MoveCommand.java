package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.MovedFile;
import dev.papack.result.MovedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack move}. */
final class MoveCommand implements ChangeCommand {
  @Override
  public String name() {
    return "move";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Move a file, an asset or a folder, and update what refers to it",
        List.of(
            "Moves inside assets/, all or none. Declarations that name a file that moves are changed,"
                + " and the registry gets the new roots. Ids and names stay.",
            "A declaration or an asset root means the asset: its sources go with it. An existing"
                + " folder as TO means a place in it. Folders that are missing are created; folders"
                + " that are empty afterwards are deleted."),
        List.of(
            "papack move assets/hero.png assets/knight.png",
            "papack move assets/items/sword assets/weapons/sword",
            "papack move assets/old assets/new"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declareOwn(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.required(0, "FROM", "A file, a folder, a declaration or an asset root."));
    spec.addPositional(
        CommonOptions.required(1, "TO", "Its new path, or a folder to move it into."));
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Path from = invocation.path(invocation.parameter(0).orElseThrow());
    Path to = invocation.path(invocation.parameter(1).orElseThrow());
    Effect effect = invocation.effect();
    return invocation.inWorkspaceOf(
        List.of(from),
        session ->
            Completed.of(session.move(from, to, effect), moved -> new Result(moved, effect)));
  }

  private record Result(MovedFiles moved, Effect effect) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      moved.documents().forEach(document -> ChangedText.print(out, document));
      moved.files().forEach(file -> out.line(text(file)));
      moved
          .assets()
          .forEach(
              asset -> out.line("id " + asset.id() + ": " + asset.from() + " -> " + asset.to()));
      String files = Amount.counted(moved.files().size(), "file");
      out.line(
          switch (effect) {
            case WRITE -> files + " moved";
            case SHOW -> files + " to move; nothing was written";
          });
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", effect == Effect.SHOW)
          .putObjects("files", moved.files(), MoveCommand::write)
          .putObjects(
              "assets",
              moved.assets(),
              (inner, asset) ->
                  inner
                      .put("asset_id", asset.id().value())
                      .put("from", asset.from().toString())
                      .put("root", asset.to().toString()))
          .putObjects("documents", moved.documents(), ChangedText::write);
    }
  }

  /** A file that moves, as a line. */
  static String text(MovedFile file) {
    return file.from().inWorkspace() + " -> " + file.to().inWorkspace();
  }

  /** A file that moves, as an element of a list. */
  static void write(JsonLine json, MovedFile file) {
    json.put("from", file.from().inWorkspace().text()).put("to", file.to().inWorkspace().text());
  }
}
