package dev.papack.cli;

import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.TextOutput;
import dev.papack.progress.CancelledException;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.RegistryInput;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack registry check}. */
final class RegistryCheckCommand implements Command {
  private static final String AGAINST = "--against";
  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "registry check";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Find ids that no longer mean what they meant in an older registry",
        List.of(
            "Reports every id that vanished without being retired, was used again, or took the place"
                + " of another. Writes nothing. In CI on a pull request:",
            "  git show main:assets/index.json | papack registry check --against -"),
        List.of("papack registry check --against old.json", "papack registry check --against -"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(
        CommonOptions.text(AGAINST)
            .paramLabel("FILE")
            .required(true)
            .description("The older registry; - for standard input.")
            .build());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    String older = invocation.text(AGAINST).orElseThrow();
    RegistryInput input =
        older.equals(STANDARD_INPUT)
            ? new RegistryInput.OfStream(invocation.input(), STANDARD_INPUT)
            : new RegistryInput.OfFile(invocation.path(older));
    return invocation.inWorkspace(
        session -> Completed.of(session.compareRegistry(input), Result::new));
  }

  private record Result(ComparedRegistry compared) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          "every id still means the same: "
              + compared.added().size()
              + " added, "
              + compared.moved().size()
              + " moved, "
              + compared.retired().size()
              + " retired");
      compared
          .moved()
          .forEach(move ->
              out.line("  " + move.id() + " moved from " + move.from() + " to " + move.to()));
    }

    @Override
    public void write(JsonLine json) {
      json.putObjects(
              "added",
              compared.added().entrySet(),
              (inner, asset) ->
                  inner
                      .put("asset_id", asset.getKey().value())
                      .put("root", asset.getValue().toString()))
          .putObjects(
              "moved",
              compared.moved(),
              (inner, move) ->
                  inner
                      .put("asset_id", move.id().value())
                      .put("from", move.from().toString())
                      .put("root", move.to().toString()))
          .putObjects(
              "retired",
              compared.retired().entrySet(),
              (inner, asset) ->
                  inner
                      .put("asset_id", asset.getKey().value())
                      .put("root", asset.getValue().toString()));
    }
  }
}
