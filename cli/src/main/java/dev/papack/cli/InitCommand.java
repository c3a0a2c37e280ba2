package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.json.line.JsonLine;
import dev.papack.progress.CancelledException;
import dev.papack.result.Initialized;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack init}. */
final class InitCommand implements Command {
  @Override
  public String name() {
    return "init";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Create a workspace",
        List.of(
            "Creates the folder if it is missing, assets/index.json, and a .gitignore and a"
                + " .gitattributes for the files that papack makes. Existing files are kept."),
        List.of("papack init", "papack init game"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        CommonOptions.optional("DIR", "The folder of the workspace. [default: current folder]"));
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.NAMED;
  }

  @Override
  public Completed run(Invocation invocation)
      throws UsageException, IOException, CancelledException {
    Path folder = invocation.parameter(0).map(invocation::path).orElse(invocation.folder());
    List<Diagnostic> faults = invocation.fence().aroundNewWorkspace(invocation.packer(), folder);
    return faults.isEmpty()
        ? Completed.of(invocation.packer().init(folder), Result::new)
        : Completed.refused(faults);
  }

  private record Result(Initialized initialized) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line("created workspace " + initialized.workspace());
      initialized.created().forEach(file -> out.line("  created " + file));
      initialized.kept().forEach(file -> out.line("  kept " + file + ", which exists"));
      for (Initialized.Missing missing : initialized.missing()) {
        out.line("Add these lines to " + missing.file() + ":");
        missing.lines().forEach(line -> out.line("  " + line));
      }
      MergeDriver.steps("To let git merge with papack, run this once in every clone:")
          .forEach(out::line);
      out.line("Next, put pictures and sounds into assets/ and run:");
      out.line("  papack add assets");
    }

    @Override
    public void write(JsonLine json) {
      json.put("workspace", initialized.workspace().toString())
          .putStrings("created", initialized.created())
          .putStrings("kept", initialized.kept())
          .putObjects(
              "missing",
              initialized.missing(),
              (inner, missing) ->
                  inner.put("file", missing.file()).putStrings("lines", missing.lines()));
    }
  }
}
