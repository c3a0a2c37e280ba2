package dev.papack.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
          new DoctorCommand(),
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

  private static final List<ExitStatus> ALWAYS_POSSIBLE =
      List.of(ExitStatus.DONE, ExitStatus.USAGE, ExitStatus.DEFECT);

  private static final int WIDTH_CELLS = 100;

  private CommandLines() {}

  /** A parser for everything that can be said. */
  static CommandLine create() {
    return create(COMMANDS);
  }

  /**
   * A parser for these arguments. A command that they do not name is left out, since describing all
   * of them takes longer than most commands do; if they name none, all are there to be suggested.
   */
  static CommandLine createFor(String... arguments) {
    Set<String> words = Set.copyOf(Arrays.asList(arguments));
    List<Command> named =
        COMMANDS.stream().filter(command -> words.contains(command.name())).toList();
    return create(named.isEmpty() ? COMMANDS : named);
  }

  private static CommandLine create(List<Command> commands) {
    CommandSpec root = CommandSpec.create().name("papack");
    CommonOptions.addTo(root);
    root.addOption(
        CommonOptions.flag("-V", CommonOptions.VERSION)
            .versionHelp(true)
            .description("Print the version and do nothing.")
            .build());
    root.usageMessage()
        .width(WIDTH_CELLS)
        .customSynopsis("papack COMMAND [OPTION...] [ARGUMENT...]")
        .description("Turns a folder of art and sound into assets.pa.")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nOptions:%n")
        .footer(
            "",
            "papack COMMAND --help says more of a command.",
            "Colours are for terminals only, and never where NO_COLOR is set.");
    CommandLine line = new CommandLine(root);
    for (Command command : commands) {
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
    List<String> footer = new ArrayList<>(List.of("", "Examples:"));
    help.examples().forEach(example -> footer.add("  " + example));
    footer.addAll(List.of("", "Exit status:"));
    Stream.concat(ALWAYS_POSSIBLE.stream(), help.statuses().stream())
        .sorted(Comparator.comparingInt(ExitStatus::code))
        .forEach(status -> footer.add("  " + status.code() + "  " + status.meaning()));
    spec.usageMessage()
        .width(WIDTH_CELLS)
        .sortOptions(false)
        .header(help.summary() + ".", "")
        .description(help.description().toArray(String[]::new))
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .footer(footer.toArray(String[]::new));
    return spec;
  }
}
