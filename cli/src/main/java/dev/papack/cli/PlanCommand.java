package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Plan;
import dev.papack.result.Plan.Change;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack plan}. */
final class PlanCommand implements Command {
  @Override
  public String name() {
    return "plan";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Show what a build would change in the published files",
        List.of("Reads the sources without decoding them, and writes nothing."),
        List.of("papack plan", "papack plan --format json"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
    spec.addOption(CommonOptions.frozen());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return invocation.inWorkspace(
        session -> Completed.of(session.plan(invocation.drift()), Result::new));
  }

  private record Result(Plan plan) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      Table table = new Table(Column.text("CHANGE"), Column.number("ID"), Column.text("NAME"));
      plan.assets().stream()
          .filter(planned -> planned.change() != Change.UNCHANGED)
          .forEach(planned ->
              table.row(
                  word(planned.change()).replace('_', ' '),
                  planned.asset().id().toString(),
                  planned.asset().name().text()));
      plan.removed()
          .forEach(removed -> table.row("removed", removed.id().toString(), removed.name().text()));
      table.print(out);
      long changed =
          plan.assets().stream().filter(asset -> asset.change() != Change.UNCHANGED).count();
      out.line(
          changed
              + " of "
              + Amount.counted(plan.assets().size(), "asset")
              + " changed, "
              + plan.removed().size()
              + " removed");
    }

    @Override
    public void write(JsonLine json) {
      json.putObjects(
              "assets",
              plan.assets(),
              (inner, planned) ->
                  inner
                      .put("asset_id", planned.asset().id().value())
                      .put("name", planned.asset().name().text())
                      .put("change", word(planned.change())))
          .putObjects(
              "removed",
              plan.removed(),
              (inner, removed) ->
                  inner.put("asset_id", removed.id().value()).put("name", removed.name().text()));
    }

    private static String word(Change change) {
      return change.name().toLowerCase(Locale.ROOT);
    }
  }
}
