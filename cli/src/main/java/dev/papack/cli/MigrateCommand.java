package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.progress.CancelledException;
import dev.papack.result.Migrated;
import dev.papack.result.MigratedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack migrate}. */
final class MigrateCommand implements Command {
  private static final String DRY_RUN = "--dry-run";

  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Bring documents of older versions to the current ones",
        List.of(
            "Shows the steps and the exact change of every document whose version is not the"
                + " current one, then writes all of them or none. Documents of the current version"
                + " are not touched, however they are formatted. Ids stay what they are."),
        List.of(
            "papack migrate --dry-run",
            "papack migrate",
            "papack migrate assets/sprites assets/index.json"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.any(
            "PATH", "A document, or a folder of them; without it, all of the workspace."));
    spec.addOption(
        CommonOptions.flag(DRY_RUN).description("Show every change and write nothing.").build());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return arguments.hasMatchedOption(DRY_RUN) ? Reach.NOTHING : Reach.WORKSPACE;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    List<Path> paths = invocation.parameters().stream().map(invocation::path).toList();
    return invocation.inWorkspaceOf(
        paths,
        session ->
            invocation.has(DRY_RUN)
                ? Completed.of(
                    session.planMigration(
                        paths, document -> show(document, invocation), invocation.observer()),
                    Planned::new)
                : Completed.of(
                    session.migrate(
                        paths, document -> show(document, invocation), invocation.observer()),
                    Done::new));
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
      out.print(Style.STRONG, "assets/" + document.document())
          .line(
              ": "
                  + document.artifact().label()
                  + " "
                  + versions(document).stream()
                      .map(String::valueOf)
                      .collect(Collectors.joining(" -> ")));
      document.diff().forEachLine(line -> out.print(style(line), shown(line)).endLine());
      out.endLine();
    }

    /** The tab behind a name with spaces is for programs; no line of JSON begins like those two. */
    private static String shown(String line) {
      return line.startsWith("--- ") || line.startsWith("+++ ") ? line.stripTrailing() : line;
    }

    private static Style style(String line) {
      return switch (line.charAt(0)) {
        case '+' -> Style.GOOD;
        case '-' -> Style.ERROR;
        case '@' -> Style.QUIET;
        default -> Style.PLAIN;
      };
    }

    @Override
    public void write(JsonLine json) {
      json.put("path", "assets/" + document.document())
          .put("kind", document.artifact().label())
          .putObjects(
              "steps",
              versions(document).subList(1, versions(document).size()),
              (inner, version) -> inner.put("from", version - 1).put("to", version))
          .put("diff", document.diff().text());
    }
  }

  private record Done(Migrated migrated) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          migrated.migratedCount() == 0
              ? nothingPends(migrated)
              : Amount.counted(migrated.migratedCount(), "document") + " migrated");
    }

    @Override
    public void write(JsonLine json) {
      counts(json, migrated).put("migrated", migrated.migratedCount());
    }
  }

  private record Planned(Migrated migrated) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          migrated.migratedCount() == 0
              ? nothingPends(migrated)
              : Amount.counted(migrated.migratedCount(), "document")
                  + " to migrate; nothing was written");
    }

    @Override
    public void write(JsonLine json) {
      counts(json, migrated).put("migrated", 0);
    }
  }

  private static JsonLine counts(JsonLine json, Migrated migrated) {
    return json.put("documents", migrated.documentCount()).put("pending", migrated.migratedCount());
  }

  private static String nothingPends(Migrated migrated) {
    return "nothing to migrate: "
        + Amount.counted(migrated.documentCount(), "document")
        + " of current versions";
  }
}
