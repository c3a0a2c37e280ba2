package dev.papack.cli;

import dev.papack.cli.output.TextOutput;
import dev.papack.json.line.JsonLine;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code papack completion}. */
final class CompletionCommand implements Command {
  @Override
  public String name() {
    return "completion";
  }

  @Override
  public CommandHelp help() {
    return new CommandHelp(
        "Print the completion script for bash and zsh",
        List.of(
            "For bash, add the first example to ~/.bashrc. For zsh, run autoload -U bashcompinit &&"
                + " bashcompinit first."),
        List.of("source <(papack completion)", "papack completion > /etc/bash_completion.d/papack"),
        List.of());
  }

  @Override
  public void declare(CommandSpec spec) {}

  @Override
  public Completed run(Invocation invocation) {
    return Completed.of(new Result(AutoComplete.bash("papack", CommandLines.create())));
  }

  private record Result(String script) implements CommandResult {
    @Override
    public void print(TextOutput out) {
      out.lines(script.replace("\t", "    "));
    }

    @Override
    public void write(JsonLine json) {
      json.put("shell", "bash").put("script", script);
    }
  }
}
