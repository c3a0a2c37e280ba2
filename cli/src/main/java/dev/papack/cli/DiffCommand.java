package dev.papack.cli;

import dev.papack.comparison.Verdict;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack diff}. */
final class DiffCommand implements Command {
  private static final String FAIL_ON = "--fail-on";
  private static final List<Verdict> FAILING = List.of(Verdict.COMPATIBLE, Verdict.BREAKING);

  @Override
  public String name() {
    return "diff";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Compare two packs by id, and tell whether the newer one breaks a shipped game",
        List.of(
            "Prints one of three verdicts. equal: both are the same pack. compatible: everything that"
                + " a game shipped with the older pack refers to still means the same. breaking:"
                + " something does not, and every reason is listed.",
            "Both packs are completely verified first. The exit status does not depend on the verdict,"
                + " unless --fail-on is given."),
        List.of(
            "papack diff shipped.pa game/assets.pa",
            "papack diff shipped.pa . --fail-on breaking",
            "papack diff shipped.pa . --format markdown > comment.md"),
        ExitStatus.OF_WORK);
  }

  @Override
  public List<OutputFormat> formats() {
    return List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.MARKDOWN);
  }

  @Override
  public boolean showsPack() {
    return true;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.required(
            0, "OLD", "The shipped pack, or a folder of a workspace for its last build."));
    spec.addPositional(
        CommonOptions.required(
            1, "NEW", "The pack to judge, or a folder of a workspace for its last build."));
    spec.addOption(CommonOptions.output());
    spec.addOption(
        CommonOptions.choice(FAIL_ON, FAILING.stream().map(DiffJson::word).toList())
            .description("Exit with 1 for this verdict or a worse one.")
            .build());
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Optional<Verdict> failing = invocation.choice(FAIL_ON, FAILING.toArray(Verdict[]::new));
    PackTarget.requireOneWorkspace(invocation);
    Outcome<Path> older = PackTarget.file(invocation, 0);
    Outcome<Path> newer = PackTarget.file(invocation, 1);
    if (older instanceof Outcome.Accepted<Path>(Path before, List<Diagnostic> _)
        && newer instanceof Outcome.Accepted<Path>(Path after, List<Diagnostic> _)) {
      return Completed.of(
              invocation.packer().diff(before, after),
              comparison -> new DiffResult(comparison, failing))
          .showing(new ShownPack.Change(before, after));
    }
    List<Diagnostic> faults = new ArrayList<>(older.diagnostics());
    faults.addAll(newer.diagnostics());
    return Completed.refused(faults);
  }
}
