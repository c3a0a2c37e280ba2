package dev.papack.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** The grammar of the command line, made from the commands without reflection. */
final class CommandLines {
  /** The commands, in the order in which an author needs them. */
  static final List<Command> COMMANDS =
      List.of(
          new InitCommand(),
          new AddCommand(),
          new RemoveCommand(),
          new RenameCommand(),
          new MoveCommand(),
          new SetCommand(),
          new IgnoreCommand(),
          new ListCommand(),
          new CheckCommand(),
          new DoctorCommand(),
          new MigrateCommand(),
          new PlanCommand(),
          new BuildCommand(),
          new InspectCommand(),
          new VerifyCommand(),
          new ExtractCommand(),
          new DiffCommand(),
          new ConstantsCommand(),
          new CacheShowCommand(),
          new CacheVerifyCommand(),
          new CacheClearCommand(),
          new RecoverCommand(),
          new MergeFileCommand(),
          new MergeCheckCommand(),
          new RegistryCheckCommand(),
          new RegistryRebuildCommand(),
          new ExplainCommand(),
          new VersionsCommand(),
          new ContractCommand(),
          new LimitsCommand(),
          new SchemaCommand(),
          new LspCommand(),
          new CompletionCommand());

  /** The groups of commands. */
  static final List<CommandGroup> GROUPS =
      List.of(
          new CommandGroup(
              "cache", "Show, verify or clear what the last build left for the next one"),
          new CommandGroup("merge", "Merge branches by id and setting, and check merges"),
          new CommandGroup("registry", "Compare and restore the registry of ids"));

  private static final List<ExitStatus> ALWAYS_POSSIBLE =
      List.of(ExitStatus.DONE, ExitStatus.USAGE, ExitStatus.DEFECT);

  private static final int WIDTH_CELLS = 100;
  private static final String COMMANDS_HEADING = "%nCommands:%n";

  private CommandLines() {}

  /** A parser for all commands. */
  static CommandLine create() {
    return create(COMMANDS);
  }

  /**
   * A parser for these arguments. It only knows the command that they name, because describing all
   * commands takes longer than most commands run; if they name none, it knows all, to suggest one.
   * Options alone name no command: their parser lists the commands in its help and knows none.
   */
  static CommandLine createFor(String... arguments) {
    if (Arrays.stream(arguments).allMatch(argument -> argument.startsWith("-"))) {
      CommandSpec root = root();
      root.usageMessage()
          .sectionMap()
          .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandLines::summaries);
      return new CommandLine(root).setExpandAtFiles(false);
    }
    Set<String> words = Set.copyOf(Arrays.asList(arguments));
    List<Command> named =
        COMMANDS.stream().filter(command -> words.contains(firstWord(command))).toList();
    return create(named.isEmpty() ? COMMANDS : named);
  }

  /** The commands and groups as the help of all of them lists them. */
  private static String summaries(CommandLine.Help help) {
    Map<String, String> summaries = new LinkedHashMap<>();
    for (Command command : COMMANDS) {
      String summary =
          GROUPS.stream()
              .filter(group -> group.holds(command))
              .findFirst()
              .map(CommandGroup::summary)
              .orElseGet(() -> command.help().summary());
      summaries.put(firstWord(command), summary + ".");
    }
    int nameCells = summaries.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    TextTable table =
        TextTable.forColumns(
            help.colorScheme(),
            new Column(nameCells, 2, Column.Overflow.SPAN),
            new Column(WIDTH_CELLS - nameCells, 2, Column.Overflow.WRAP));
    summaries.forEach(table::addRowValues);
    // picocli prints its own heading only above commands that it knows.
    return String.format(Locale.ROOT, COMMANDS_HEADING) + table;
  }

  private static CommandSpec root() {
    CommandSpec root = CommandSpec.create().name("papack");
    CommonOptions.addTo(root);
    root.addOption(
        CommonOptions.flag("-V", CommonOptions.VERSION)
            .versionHelp(true)
            .description("Print the version, its commit and the running JDK.")
            .build());
    root.usageMessage()
        .width(WIDTH_CELLS)
        .customSynopsis("papack COMMAND [OPTION...] [ARGUMENT...]")
        .description("Turns a folder of art and sound into assets.pa.")
        .commandListHeading(COMMANDS_HEADING)
        .optionListHeading("%nOptions:%n")
        .footer(
            "",
            "Run papack COMMAND --help for more about a command.",
            "Colours are used on terminals only, and never if NO_COLOR is set.");
    return root;
  }

  private static CommandLine create(List<Command> commands) {
    CommandLine line = new CommandLine(root());
    for (Command command : commands) {
      Optional<CommandGroup> group = GROUPS.stream().filter(one -> one.holds(command)).findFirst();
      CommandLine outer = group.map(one -> inner(line, one)).orElse(line);
      CommandSpec spec = spec(command);
      outer.addSubcommand(spec.name(), new CommandLine(spec));
    }
    return line.setExpandAtFiles(false);
  }

  private static String firstWord(Command command) {
    return command.name().split(" ", 2)[0];
  }

  /** The parser of a group, created with its first command. */
  private static CommandLine inner(CommandLine line, CommandGroup group) {
    CommandLine known = line.getSubcommands().get(group.name());
    if (known != null) {
      return known;
    }
    CommandSpec spec = CommandSpec.create().name(group.name());
    CommonOptions.addTo(spec);
    spec.usageMessage()
        .width(WIDTH_CELLS)
        .customSynopsis("papack " + group.name() + " COMMAND [OPTION...] [ARGUMENT...]")
        .header(group.summary() + ".", "")
        .commandListHeading(COMMANDS_HEADING)
        .optionListHeading("%nOptions:%n")
        .footer("", "Run papack " + group.name() + " COMMAND --help for more about a command.");
    CommandLine made = new CommandLine(spec);
    line.addSubcommand(group.name(), made);
    return made;
  }

  /** The parsed arguments of {@code papack} itself and of each word of the command. */
  static List<ParseResult> words(ParseResult parsed) {
    return Stream.iterate(parsed, Objects::nonNull, ParseResult::subcommand).toList();
  }

  /** The parsed command; empty if there is none, or only a group. */
  static Optional<Command> find(List<ParseResult> words) {
    String name =
        words.stream()
            .skip(1)
            .map(word -> word.commandSpec().name())
            .collect(Collectors.joining(" "));
    return COMMANDS.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec =
        CommandSpec.create().name(command.name().substring(command.name().lastIndexOf(' ') + 1));
    command.declare(spec);
    CommonOptions.addTo(spec, command.formats());
    CommandHelp help = command.help();
    List<String> footer = new ArrayList<>(List.of("", "Examples:"));
    help.examples().forEach(example -> footer.add("  " + example));
    footer.addAll(List.of("", "Exit status:"));
    Stream.concat(ALWAYS_POSSIBLE.stream(), help.statuses().stream())
        .sorted(Comparator.comparingInt(ExitStatus::code))
        .forEach(status ->
            footer.add(String.format(Locale.ROOT, "  %-3d  %s", status.code(), status.meaning())));
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
