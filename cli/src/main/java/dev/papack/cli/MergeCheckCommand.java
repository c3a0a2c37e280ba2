package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.CheckedMerge;
import dev.papack.result.MergeParents;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack merge check}. */
final class MergeCheckCommand implements Command {
  private static final String BASE = "--base";
  private static final String OURS = "--ours";
  private static final String THEIRS = "--theirs";

  @Override
  public String name() {
    return "merge check";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Check that a merge took over every setting from the branch that changed it",
        List.of(
            "Run it on servers, which run no merge drivers, and after every merge. Compares assets by"
                + " id, wherever their declarations are, and the registry. What at most one side"
                + " changed must be what that side says. Where both changed it, a note says what it"
                + " is now. Each DIR is the folder of a workspace, such as git worktree add makes."
                + " If a merge has several bases, give --base for each. Writes nothing."),
        List.of(
            "papack merge check --base ../base --ours ../main --theirs ../branch",
            "papack merge check --base ../base --ours ../main --theirs ../branch ../merged"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.optional("MERGED", "The workspace of the merge. [default: current folder]"));
    spec.addOption(
        CommonOptions.text(BASE)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .required(true)
            .paramLabel("DIR")
            .description("The common ancestor; once for each if there are several.")
            .build());
    spec.addOption(
        CommonOptions.text(OURS)
            .required(true)
            .paramLabel("DIR")
            .description("The side that the other was merged into.")
            .build());
    spec.addOption(
        CommonOptions.text(THEIRS)
            .required(true)
            .paramLabel("DIR")
            .description("The other side.")
            .build());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    MergeParents parents =
        new MergeParents(
            invocation.texts(BASE).stream().map(invocation::path).toList(),
            invocation.path(invocation.text(OURS).orElseThrow()),
            invocation.path(invocation.text(THEIRS).orElseThrow()));
    return invocation.inWorkspace(
        session -> Completed.of(session.checkMerge(parents), Result::new));
  }

  private record Result(CheckedMerge checked) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          "the merge takes over what one side changed: "
              + Amount.counted(checked.assetCount(), "asset")
              + " compared");
    }

    @Override
    public void write(JsonLine json) {
      json.put("asset_count", checked.assetCount());
    }
  }
}
