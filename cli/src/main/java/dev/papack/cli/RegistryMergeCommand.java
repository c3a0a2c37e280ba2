package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.Amount;
import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.result.FileChange;
import dev.papack.result.MergedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack registry merge}. */
final class RegistryMergeCommand implements Command {
  @Override
  public String name() {
    return "registry merge";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Merge two registries with a common ancestor, as git's merge driver",
        List.of(
            "Writes the result to OURS. No id is lost, and no retired id comes back. If the two"
                + " contradict each other, OURS wins, with a warning. A conflict that you have to"
                + " resolve ends with status 1, and git stops.",
            "To set it up, run this once in every clone; the .gitattributes of a new workspace names"
                + " this driver:",
            "  git config merge.papack.driver \"papack registry merge %%O %%A %%B\"",
            "Needs no workspace. BASE may be an empty file, which git passes if there is no ancestor."),
        List.of("papack registry merge base.json ours.json theirs.json"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.VERSION, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.required(0, "BASE", "The common ancestor."));
    spec.addPositional(CommonOptions.required(1, "OURS", "The registry to merge into."));
    spec.addPositional(CommonOptions.required(2, "THEIRS", "The other registry."));
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.NAMED;
  }

  @Override
  public Completed run(Invocation invocation) throws UsageException, IOException {
    Path base = path(invocation, 0);
    Path ours = path(invocation, 1);
    Path theirs = path(invocation, 2);
    Packer packer = invocation.packer();
    List<Diagnostic> unconfined =
        invocation.fence().aroundOutput(packer, ours, List.of(base, theirs));
    if (!unconfined.isEmpty()) {
      return Completed.refused(unconfined);
    }
    return switch (packer.mergeRegistry(base, ours, theirs)) {
      case Outcome.Refused<MergedRegistry>(List<Diagnostic> faults) ->
          new Completed(faults, Optional.empty(), Optional.empty());
      case Outcome.Accepted<MergedRegistry>(MergedRegistry merged, List<Diagnostic> notes) ->
          new Completed(merged.findings(), Optional.of(new Result(merged)), Optional.empty());
    };
  }

  private static Path path(Invocation invocation, int position) {
    return invocation.path(invocation.parameter(position).orElseThrow());
  }

  private record Result(MergedRegistry merged) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          switch (merged.change()) {
                case WRITTEN -> "merged into ";
                case UNCHANGED -> "nothing to merge into ";
              }
              + merged.file()
              + ": "
              + Amount.counted(merged.assetCount(), "asset")
              + ", "
              + Amount.counted(merged.retiredCount(), "retired id"));
    }

    @Override
    public void write(JsonLine json) {
      json.put("file", merged.file().toString())
          .put("change", word(merged.change()))
          .put("asset_count", merged.assetCount())
          .put("retired_count", merged.retiredCount());
    }
  }

  /** The word for a change in JSON. */
  static String word(FileChange change) {
    return change.name().toLowerCase(Locale.ROOT);
  }
}
