package dev.papack.cli;

import dev.papack.asset.Asset;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.Table;
import dev.papack.cli.output.Table.Column;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Inventory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack list}. */
final class ListCommand implements Command {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "List the assets of the workspace",
        List.of("Opens no sources. Also reports errors in the registry and in declarations."),
        List.of("papack list", "papack list --format json"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(CommonOptions.output());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    return invocation.inWorkspace(session -> completed(session.list()));
  }

  /** The faults are part of the value; here they are printed like all diagnostics. */
  private static Completed completed(Outcome<Inventory> outcome) {
    List<Diagnostic> all = new ArrayList<>(outcome.diagnostics());
    Optional<CommandResult> result =
        switch (outcome) {
          case Outcome.Accepted<Inventory>(Inventory inventory, var notes) -> {
            all.addAll(inventory.faults());
            yield Optional.of(new Result(inventory.assets()));
          }
          case Outcome.Refused<Inventory> refused -> Optional.empty();
        };
    return new Completed(all.stream().sorted().toList(), result);
  }

  private record Result(List<Asset> assets) implements CommandResult {
    /** Copies the list. */
    private Result {
      assets = List.copyOf(assets);
    }

    @Override
    public void print(TextOutput out) {
      Table table =
          new Table(
              Column.number("ID"),
              Column.text("NAME"),
              Column.text("BANK"),
              Column.text("SETTINGS"),
              Column.text("SOURCE"));
      for (Asset asset : assets) {
        table.row(
            asset.id().toString(),
            asset.name().text(),
            asset.settings().bankType().name(),
            SettingsText.of(asset.settings(), asset.preloadSlot()),
            String.join(", ", asset.sources().stream().map(AssetsPath::text).toList()));
      }
      table.print(out);
      out.line(Amount.counted(assets.size(), "asset"));
    }

    @Override
    public void write(JsonLine json) {
      json.putObjects("assets", assets, SettingsText::write);
    }
  }
}
