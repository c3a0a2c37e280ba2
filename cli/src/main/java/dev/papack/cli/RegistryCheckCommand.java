package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.ComparedRegistry;
import dev.papack.result.RegistryInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack registry check}. */
final class RegistryCheckCommand implements Command {
  private static final String AGAINST = "--against";
  private static final String PACK = "--pack";
  private static final String STANDARD_INPUT = "-";

  @Override
  public String name() {
    return "registry check";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Find ids that no longer mean what they meant in an older registry or a shipped pack",
        List.of(
            "Reports every id that vanished without being retired, was used again, took the place"
                + " of another, or has another bank. Writes nothing. In CI on a pull request:",
            "  git show main:assets/index.json | papack registry check --against -",
            "Before a release, with the pack that was shipped last:",
            "  papack registry check --pack shipped/assets.pa"),
        List.of(
            "papack registry check --against old.json",
            "papack registry check --against -",
            "papack registry check --pack shipped/assets.pa"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.workspace());
    spec.addOption(
        CommonOptions.text(AGAINST)
            .paramLabel("FILE")
            .description("The older registry; - for standard input.")
            .build());
    spec.addOption(
        CommonOptions.text(PACK)
            .paramLabel("OLD.pa")
            .description("A pack that was shipped.")
            .build());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Optional<String> pack = invocation.text(PACK);
    Optional<String> registry = invocation.text(AGAINST);
    if (pack.isPresent() == registry.isPresent()) {
      throw new UsageException("give either " + AGAINST + " or " + PACK);
    }
    if (pack.isPresent()) {
      Path file = invocation.path(pack.get());
      return invocation.inWorkspace(
          session -> Completed.of(session.comparePack(file), Result::new));
    }
    String older = registry.orElseThrow();
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
              + compared.renamed().size()
              + " renamed, "
              + compared.retired().size()
              + " retired");
      compared
          .moved()
          .forEach(move ->
              out.line("  " + move.id() + " moved from " + move.from() + " to " + move.to()));
      compared
          .renamed()
          .forEach(rename ->
              out.line(
                  "  "
                      + rename.id()
                      + " renamed from "
                      + rename.from().text()
                      + " to "
                      + rename.to().text()));
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
              "renamed",
              compared.renamed(),
              (inner, rename) ->
                  inner
                      .put("asset_id", rename.id().value())
                      .put("from", rename.from().text())
                      .put("name", rename.to().text()))
          .putObjects(
              "retired",
              compared.retired(),
              (inner, asset) -> {
                inner.put("asset_id", asset.id().value());
                asset.name().ifPresent(name -> inner.put("name", name.text()));
                asset.root().ifPresent(root -> inner.put("root", root.toString()));
              });
    }
  }
}
