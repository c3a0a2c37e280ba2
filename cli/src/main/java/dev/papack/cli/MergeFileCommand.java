package dev.papack.cli;

import dev.papack.Packer;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.FileChange;
import dev.papack.result.MergeRequest;
import dev.papack.result.MergedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack merge file}. */
final class MergeFileCommand implements Command {
  @Override
  public String name() {
    return "merge file";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Merge two versions of a declaration or of the registry, as git's merge driver",
        description(),
        List.of(
            "papack merge file base.json ours.json theirs.json",
            "papack merge file old.json assets/index.json old.json"),
        ExitStatus.OF_WORK);
  }

  private static List<String> description() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "Writes the result to OURS. Declarations are merged setting by setting; if both sides"
                    + " changed a setting differently, or have different ids, OURS stays as it is. The"
                    + " registry is merged by id: no id is lost, and no retired id comes back. A"
                    + " conflict that you have to resolve ends with status 1, and git stops."));
    // The description is a format.
    MergeDriver.steps("To set it up, run this once in every clone:")
        .forEach(line -> lines.add(line.replace("%", "%%")));
    lines.add(
        "Needs no workspace. BASE may be an empty file, which git passes if there is no ancestor.");
    return lines;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.required(0, "BASE", "The common ancestor."));
    spec.addPositional(CommonOptions.required(1, "OURS", "The document to merge into."));
    spec.addPositional(CommonOptions.required(2, "THEIRS", "The other version."));
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("3")
            .arity("0..1")
            .type(String.class)
            .paramLabel("NAME")
            .description("What messages call the document. [default: the names of the files]")
            .build());
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.NAMED;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    MergeRequest request =
        new MergeRequest(
            path(invocation, 0), path(invocation, 1), path(invocation, 2), invocation.parameter(3));
    Packer packer = invocation.packer();
    List<Diagnostic> unconfined =
        invocation
            .fence()
            .aroundOutput(packer, request.ours(), List.of(request.base(), request.theirs()));
    if (!unconfined.isEmpty()) {
      return Completed.refused(unconfined);
    }
    return switch (packer.mergeFile(request)) {
      case Outcome.Refused<MergedFile>(List<Diagnostic> faults) -> Completed.refused(faults);
      case Outcome.Accepted<MergedFile>(MergedFile merged, List<Diagnostic> _) ->
          new Completed(
              merged.findings(),
              Optional.of(new Result(merged, request.name().orElse(merged.file().toString()))));
    };
  }

  private static Path path(Invocation invocation, int position) {
    return invocation.path(invocation.parameter(position).orElseThrow());
  }

  /**
   * What is printed.
   *
   * @param name what messages call the document
   */
  private record Result(MergedFile merged, String name) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line(
          switch (merged.change()) {
                case WRITTEN -> "merged into ";
                case UNCHANGED -> "nothing to merge into ";
              }
              + name);
    }

    @Override
    public void write(JsonLine json) {
      json.put("file", name)
          .put("kind", merged.kind().label())
          .put("change", word(merged.change()));
    }
  }

  /** The word for a change in JSON. */
  static String word(FileChange change) {
    return change.name().toLowerCase(Locale.ROOT);
  }
}
