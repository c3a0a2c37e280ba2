package dev.papack.cli;

import dev.papack.cli.output.Amount;
import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Effect;
import dev.papack.result.IgnoreRequest;
import dev.papack.result.Ignored;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack ignore}. */
final class IgnoreCommand implements Command {
  private static final String REMOVE = "--remove";

  /** As people write a path, and other commands print it. */
  private static final String ASSETS = "assets/";

  @Override
  public String name() {
    return "ignore";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Ignore files in assets/",
        List.of(
            "Adds patterns to assets/ignore.json, or lists those that are there. Files that match"
                + " are not declared by add, not listed and not examined. What is declared cannot"
                + " be ignored.",
            "",
            "A pattern is a path below assets/. * stands for any part of a name, ** for any number"
                + " of folders; what matches a folder covers everything in it. Put patterns in"
                + " quotes."),
        List.of(
            "papack ignore 'raw/**' '**/*.psd'",
            "papack ignore",
            "papack ignore --remove '**/*.psd'"),
        ExitStatus.OF_WORK);
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.any("PATTERN", "What to ignore from now on. [default: list the patterns]"));
    spec.addOption(
        OptionSpec.builder(REMOVE)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("PATTERN")
            .description("Remove a pattern from the list. Can be repeated.")
            .build());
    spec.addOption(CommonOptions.dryRun());
    spec.addOption(CommonOptions.waiting());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return arguments.matchedPositionals().isEmpty() && !arguments.hasMatchedOption(REMOVE)
        ? Reach.NOTHING
        : Reach.ofChange(arguments);
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    IgnoreRequest request =
        new IgnoreRequest(below(invocation.parameters()), below(invocation.texts(REMOVE)));
    Effect effect = request.equals(IgnoreRequest.none()) ? Effect.SHOW : invocation.effect();
    boolean isDryRun = invocation.effect() == Effect.SHOW;
    return invocation.inWorkspace(
        invocation.folder(),
        session ->
            Completed.of(
                session.ignore(request, effect), ignored -> new Result(ignored, isDryRun)));
  }

  private static List<String> below(List<String> patterns) {
    return patterns.stream()
        .map(pattern -> pattern.startsWith(ASSETS) ? pattern.substring(ASSETS.length()) : pattern)
        .toList();
  }

  private record Result(Ignored ignored, boolean isDryRun) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      if (ignored.added().isEmpty() && ignored.removed().isEmpty()) {
        ignored.patterns().forEach(pattern -> out.line(pattern));
      }
      ignored.added().forEach(pattern -> out.line("+ " + pattern));
      ignored.removed().forEach(pattern -> out.line("- " + pattern));
      out.line(
          Amount.counted(ignored.patterns().size(), "pattern")
              + "; "
              + Amount.counted(ignored.fileCount(), "file")
              + (ignored.fileCount() == 1 ? " is ignored" : " are ignored")
              + (isDryRun ? "; nothing was written" : ""));
    }

    @Override
    public void write(JsonLine json) {
      json.put("dry_run", isDryRun)
          .putStrings("patterns", ignored.patterns())
          .putStrings("added", ignored.added())
          .putStrings("removed", ignored.removed())
          .put("ignored_files", ignored.fileCount());
    }
  }
}
