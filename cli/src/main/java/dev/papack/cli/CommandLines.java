package dev.papack.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The grammar of the command line, made from the commands without reflection. */
final class CommandLines {
  /** The commands, in the order of an author's day. */
  static final List<Command> COMMANDS =
      List.of(
          new InitCommand(),
          new AddCommand(),
          new RemoveCommand(),
          new ListCommand(),
          new CheckCommand(),
          new PlanCommand(),
          new BuildCommand(),
          new InspectCommand(),
          new VerifyCommand(),
          new ExtractCommand(),
          new RecoverCommand(),
          new ExplainCommand(),
          new VersionsCommand(),
          new LimitsCommand(),
          new CompletionCommand());

  private CommandLines() {}

  /** A parser for everything that can be said. */
  static CommandLine create() {
    CommandSpec root = CommandSpec.create().name("papack");
    CommonOptions.addTo(root);
    root.addOption(
        CommonOptions.flag("-V", CommonOptions.VERSION)
            .versionHelp(true)
            .description("Print the version and do nothing.")
            .build());
    root.usageMessage()
        .width(100)
        .customSynopsis("papack COMMAND [OPTION...] [ARGUMENT...]")
        .description("Turns a folder of art and sound into assets.pa.")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nOptions:%n")
        .footer("", "papack COMMAND --help says more of a command.");
    CommandLine line = new CommandLine(root);
    for (Command command : COMMANDS) {
      line.addSubcommand(command.name(), new CommandLine(spec(command)));
    }
    return line.setExpandAtFiles(false);
  }

  /** The command of a name that the parser accepted. */
  static Command command(String name) {
    return COMMANDS.stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    command.declare(spec);
    CommonOptions.addTo(spec);
    CommandHelp help = command.help();
    List<String> footer = new ArrayList<>();
    footer.add("");
    footer.add("Examples:");
    help.examples().forEach(example -> footer.add("  " + example));
    footer.add("");
    footer.add("Exit status:");
    footer.add(status(ExitStatus.DONE));
    footer.add(status(ExitStatus.USAGE));
    help.statuses().forEach(status -> footer.add(status(status)));
    footer.add(status(ExitStatus.DEFECT));
    spec.usageMessage()
        .width(100)
        .sortOptions(false)
        .header(help.summary() + ".", "")
        .description(help.description().toArray(String[]::new))
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .footer(footer.toArray(String[]::new));
    return spec;
  }

  private static String status(ExitStatus status) {
    return "  " + status.code() + "  " + status.meaning();
  }
}
