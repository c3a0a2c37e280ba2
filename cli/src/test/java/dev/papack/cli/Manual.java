package dev.papack.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual pages: what each {@code --help} says, in the language of {@code man}. */
final class Manual {
  private static final Map<ExitStatus, String> STATUSES =
      Arrays.stream(ExitStatus.values())
          .sorted(Comparator.comparingInt(ExitStatus::code))
          .collect(
              Collectors.toMap(
                  status -> status, ExitStatus::meaning, (one, other) -> one, LinkedHashMap::new));

  private final CommandLine line = CommandLines.create();
  private final String version;
  private final String date;

  /**
   * The manual of a release.
   *
   * @param version of papack
   * @param date of the release, such as {@code 2026-11-30}
   */
  Manual(String version, String date) {
    this.version = version;
    this.date = date;
  }

  /** All pages, by the names of their files, such as {@code papack-registry-check.1}. */
  Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("papack.1", overview());
    for (CommandGroup group : CommandLines.GROUPS) {
      pages.put("papack-" + group.name() + ".1", page(group));
    }
    for (Command command : CommandLines.COMMANDS) {
      pages.put(file(command), page(command));
    }
    return pages;
  }

  /** The file of a command's page. */
  static String file(Command command) {
    return page(command.name()) + ".1";
  }

  private static String page(String name) {
    return "papack-" + name.replace(' ', '-');
  }

  /** The grammar of a command or a group, by its words. */
  private CommandSpec spec(String words) {
    CommandLine found = line;
    for (String word : words.split(" ", -1)) {
      found = Objects.requireNonNull(found.getSubcommands().get(word), words);
    }
    return found.getCommandSpec();
  }

  private String overview() {
    CommandSpec spec = line.getCommandSpec();
    Page page = new Page("papack", "turn a folder of art and sound into assets.pa");
    page.section("SYNOPSIS");
    page.paragraph("papack COMMAND [OPTION...] [ARGUMENT...]");
    page.section("DESCRIPTION");
    page.paragraph(
        "papack turns a folder of art and sound into assets.pa, the one file from which a 2D console"
            + " boots its tile and sound banks, plus JSON companions for tools.");
    page.paragraph("Each command has a page of its own, such as papack-build(1).");
    page.section("COMMANDS");
    for (Command command : CommandLines.COMMANDS) {
      page.item(page(command.name()) + "(1)", List.of(command.help().summary() + "."));
    }
    options(page, spec);
    statuses(page, STATUSES.keySet());
    page.section("ENVIRONMENT");
    page.item("PAPACK_HEAP", List.of("How much memory Java may take, such as 256m or 1g."));
    page.item("NO_COLOR", List.of("If it is set, no colours are used."));
    page.item("FORCE_COLOR", List.of("If it is set, colours are used also where no terminal is."));
    page.section("FILES");
    page.item("assets/", List.of("Art, sound and their declarations: what people write."));
    page.item("assets/index.json", List.of("The registry: which id belongs to which asset."));
    page.item("assets.pa, build/", List.of("The pack and its companions: what a build publishes."));
    page.item(".papack/", List.of("What papack keeps from one run to the next."));
    return page.text();
  }

  private String page(CommandGroup group) {
    Page page = new Page(page(group.name()), group.summary());
    page.section("SYNOPSIS");
    page.paragraph("papack " + group.name() + " COMMAND [OPTION...] [ARGUMENT...]");
    page.section("COMMANDS");
    CommandLines.COMMANDS.stream()
        .filter(group::holds)
        .forEach(command ->
            page.item(page(command.name()) + "(1)", List.of(command.help().summary() + ".")));
    options(page, spec(group.name()));
    page.seeAlso(List.of("papack"));
    return page.text();
  }

  private String page(Command command) {
    CommandSpec spec = spec(command.name());
    CommandHelp help = command.help();
    Page page = new Page(page(command.name()), help.summary());
    page.section("SYNOPSIS");
    page.paragraph(synopsis(spec));
    page.section("DESCRIPTION");
    page.paragraph(help.summary() + ".");
    help.description().stream().map(Manual::unformatted).forEach(page::paragraph);
    if (!spec.positionalParameters().isEmpty()) {
      page.section("ARGUMENTS");
      for (PositionalParamSpec argument : spec.positionalParameters()) {
        page.item(argument.paramLabel(), described(argument));
      }
    }
    options(page, spec);
    page.section("EXAMPLES");
    page.lines(help.examples().stream().map(Manual::unformatted).toList());
    statuses(
        page,
        Stream.concat(
                Stream.of(ExitStatus.DONE, ExitStatus.USAGE, ExitStatus.DEFECT),
                help.statuses().stream())
            .collect(Collectors.toSet()));
    page.seeAlso(List.of("papack"));
    return page.text();
  }

  /** As the help prints it: there too, a percent sign is written twice. */
  private static String unformatted(String text) {
    return text.replace("%%", "%");
  }

  private static String synopsis(CommandSpec spec) {
    List<String> words = new ArrayList<>(List.of(spec.qualifiedName()));
    words.add("[OPTION...]");
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      String label = argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
      words.add(argument.arity().min() > 0 ? label : "[" + label + "]");
    }
    return String.join(" ", words);
  }

  private static List<String> described(ArgSpec argument) {
    return Arrays.stream(argument.description()).map(Manual::unformatted).toList();
  }

  private static void options(Page page, CommandSpec spec) {
    page.section("OPTIONS");
    for (OptionSpec option : spec.options()) {
      page.item(label(option), described(option));
    }
  }

  private static String label(OptionSpec option) {
    String names = String.join(", ", option.names());
    if (option.arity().max() == 0) {
      return names;
    }
    return option.arity().min() == 0
        ? names + "[=" + option.paramLabel() + "]"
        : names + " " + option.paramLabel();
  }

  private static void statuses(Page page, Iterable<ExitStatus> statuses) {
    page.section("EXIT STATUS");
    List<ExitStatus> sorted = new ArrayList<>();
    statuses.forEach(sorted::add);
    sorted.sort(Comparator.comparingInt(ExitStatus::code));
    for (ExitStatus status : sorted) {
      page.item(Integer.toString(status.code()), List.of(status.meaning() + "."));
    }
  }

  /** One page, as it is written. */
  private final class Page {
    private final StringBuilder text = new StringBuilder();

    Page(String name, String summary) {
      macro(".TH", name.toUpperCase(Locale.ROOT), "1", date, "papack " + version, "papack");
      raw(".nh");
      raw(".ad l");
      section("NAME");
      raw(
          escaped(name)
              + " \\- "
              + escaped(summary.substring(0, 1).toLowerCase(Locale.ROOT) + summary.substring(1)));
    }

    String text() {
      return text.toString();
    }

    void section(String title) {
      macro(".SH", title);
    }

    void paragraph(String words) {
      raw(".PP");
      raw(line(words));
    }

    void item(String label, List<String> paragraphs) {
      raw(".TP");
      raw(".B " + (label.contains(" ") ? "\"" + escaped(label) + "\"" : escaped(label)));
      paragraphs.forEach(paragraph -> raw(line(paragraph)));
    }

    void lines(List<String> lines) {
      raw(".PP");
      raw(".nf");
      raw(".RS");
      lines.forEach(one -> raw(line(one)));
      raw(".RE");
      raw(".fi");
    }

    void seeAlso(List<String> pages) {
      section("SEE ALSO");
      raw(pages.stream().map(one -> ".BR " + escaped(one) + " (1)").collect(Collectors.joining()));
    }

    private void macro(String name, String... arguments) {
      raw(
          name
              + Arrays.stream(arguments)
                  .map(argument -> " \"" + escaped(argument) + "\"")
                  .collect(Collectors.joining()));
    }

    private void raw(String one) {
      text.append(one).append('\n');
    }

    /** A line of text, which must not look like a request. */
    private String line(String words) {
      String escaped = escaped(words);
      return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    /** Text that reads and copies as it was: no sign becomes a typographic one. */
    private String escaped(String words) {
      StringBuilder escaped = new StringBuilder();
      words
          .codePoints()
          .forEach(point -> {
            switch (point) {
              case '\\' -> escaped.append("\\(rs");
              case '-' -> escaped.append("\\-");
              case '"' -> escaped.append("\\(dq");
              case '\'' -> escaped.append("\\(aq");
              case '`' -> escaped.append("\\(ga");
              case '^' -> escaped.append("\\(ha");
              case '~' -> escaped.append("\\(ti");
              default -> {
                if (point < 0x80) {
                  escaped.appendCodePoint(point);
                } else {
                  escaped.append(String.format(Locale.ROOT, "\\[u%04X]", point));
                }
              }
            }
          });
      return escaped.toString();
    }
  }
}
