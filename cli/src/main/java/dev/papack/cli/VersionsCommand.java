package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.result.FormatVersions;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack versions}. */
final class VersionsCommand implements Command {
  @Override
  public String name() {
    return "versions";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "List the versions that this papack reads and writes",
        List.of("Every format has its own version."),
        List.of("papack versions", "papack versions --format json"),
        List.of());
  }

  @Override
  public void declare(CommandSpec spec) {}

  @Override
  public Completed run(Invocation invocation) {
    return Completed.of(new Result(invocation.release().get().version(), Packer.versions()));
  }

  /** The members of one format, for every list of formats. */
  static void write(JsonLine json, FormatVersions versions) {
    json.put("format", versions.format())
        .put("member", versions.member())
        .put("oldest", versions.oldest())
        .put("current", versions.current());
  }

  private record Result(String papack, List<FormatVersions> versions) implements CommandResult {
    /** Copies the list. */
    private Result {
      versions = List.copyOf(versions);
    }

    @Override
    public void print(TextOutput out) {
      Table table =
          new Table(
              Column.text("FORMAT"),
              Column.text("MEMBER"),
              Column.number("OLDEST READ"),
              Column.number("WRITTEN"));
      for (FormatVersions version : versions) {
        table.row(
            version.format(),
            version.member(),
            String.valueOf(version.oldest()),
            String.valueOf(version.current()));
      }
      table.print(out);
    }

    @Override
    public void write(JsonLine json) {
      json.put("papack", papack).putObjects("versions", versions, VersionsCommand::write);
    }
  }
}
