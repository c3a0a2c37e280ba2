package dev.papack.cli;

import dev.papack.cli.output.JsonLine;
import dev.papack.cli.output.TextOutput;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.result.Initialized;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code papack init}. */
final class InitCommand implements Command {
  /** Tells git in each clone what the driver is. */
  private static final String MERGE_DRIVER =
      "git config merge.papack.driver \"papack registry merge %O %A %B\"";

  @Override
  public String name() {
    return "init";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Make a folder a workspace",
        List.of(
            "Creates the folder where it is missing, assets/index.json, and a .gitignore and .gitattributes for what papack derives. Files that exist stay as they are."),
        List.of("papack init", "papack init game"),
        List.of(ExitStatus.AT_FAULT, ExitStatus.ENVIRONMENT));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(CommonOptions.optional("DIR", "The folder; without it, the current one."));
  }

  @Override
  public Reach reach(ParseResult arguments) {
    return Reach.NAMED;
  }

  @Override
  public Completed run(Invocation invocation) throws UsageException, IOException {
    Path folder = invocation.parameter(0).map(invocation::path).orElse(invocation.folder());
    List<Diagnostic> faults = invocation.fence().aroundNewWorkspace(invocation.packer(), folder);
    return faults.isEmpty()
        ? Completed.of(invocation.packer().init(folder), Result::new)
        : Completed.refused(faults);
  }

  private record Result(Initialized initialized) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.line("the workspace is " + initialized.workspace());
      initialized.created().forEach(file -> out.line("  created " + file));
      initialized.kept().forEach(file -> out.line("  kept " + file + ", which was there"));
      out.line("git merges the registry without conflicts of lines once you say, in each clone:");
      out.line("  " + MERGE_DRIVER);
      out.line("and .gitattributes says:");
      out.line("  " + initialized.mergeAttribute());
      out.line("put pictures and sounds into assets/, then: papack add assets");
    }

    @Override
    public void write(JsonLine json) {
      json.put("workspace", initialized.workspace().toString())
          .putStrings("created", initialized.created())
          .putStrings("kept", initialized.kept());
    }
  }
}
