package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.Migrated;
import dev.papack.result.MigratedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack migrate}. */
final class MigrateCommand implements ChangeCommand {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Migrate documents to the current schema versions",
        List.of(
            "Shows the steps and the exact change of every document of an older version, then writes"
                + " all changes or none. Documents of the current version are not touched, however"
                + " they are formatted. Ids never change."),
        List.of(
            "papack migrate --dry-run",
            "papack migrate",
            "papack migrate assets/sprites assets/index.json"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declareOwn(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.any(
            "PATH", "A document, or a folder of them. [default: the whole workspace]"));
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    List<Path> paths = invocation.parameters().stream().map(invocation::path).toList();
    Effect effect = invocation.effect();
    return invocation.inWorkspaceOf(
        paths,
        session ->
            Completed.of(
                session.migrate(paths, effect, document -> show(document, invocation)),
                migrated -> new Result(migrated, effect)));
  }

  private static void show(MigratedDocument document, Invocation invocation) {
    invocation.parts().accept(new Change(document));
  }

  private static List<Integer> versions(MigratedDocument document) {
    return IntStream.rangeClosed(document.declaredVersion(), document.currentVersion())
        .boxed()
        .toList();
  }

  /** The change of one document. */
  private record Change(MigratedDocument document) implements ResultPart {
    @Override
    public String artifact() {
      return "migration";
    }

    @Override
    public int schemaVersion() {
      return 1;
    }

    @Override
    public void print(TextOutput out) {
      out.print(Style.STRONG, document.document().inWorkspace().text())
          .line(
              ": "
                  + document.artifact().label()
                  + " "
                  + versions(document).stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(" -> ")));
      DiffText.print(out, document.diff());
    }

    @Override
    public void write(JsonLine json) {
      json.put("path", document.document().inWorkspace().text())
          .put("kind", document.artifact().label())
          .putObjects(
              "steps",
              versions(document).subList(1, versions(document).size()),
              (inner, version) -> inner.put("from", version - 1).put("to", version))
          .put("diff", document.diff().text());
    }
  }

  private record Result(Migrated migrated, Effect effect) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          migrated.migratedCount() == 0
              ? "nothing to migrate: "
                  + Amount.counted(migrated.documentCount(), "document")
                  + (migrated.documentCount() == 1
                      ? " has the current version"
                      : " have the current version")
              : Amount.counted(migrated.migratedCount(), "document")
                  + switch (effect) {
                    case WRITE -> " migrated";
                    case SHOW -> " to migrate; nothing was written";
                  });
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", effect == Effect.SHOW)
          .put("documents", migrated.documentCount())
          .put("pending", migrated.migratedCount())
          .put(
              "migrated",
              switch (effect) {
                case WRITE -> migrated.migratedCount();
                case SHOW -> 0;
              });
    }
  }
}
