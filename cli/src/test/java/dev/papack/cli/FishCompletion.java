package dev.papack.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion of fish. */
final class FishCompletion {
  private static final String FILES = " -F";

  private final StringBuilder script = new StringBuilder();

  private FishCompletion() {}

  static String script() {
    FishCompletion completion = new FishCompletion();
    CommandLine papack = CommandLines.create();
    completion.functions(papack);
    completion.command(papack, List.of());
    return completion.script.toString();
  }

  private void line(String text) {
    script.append(text).append('\n');
  }

  /** How fish learns where in the grammar the line is. */
  private void functions(CommandLine papack) {
    line("# The words of the line that are no options and no values of options.");
    line("function __papack_words");
    line("    set -l words (commandline -opc)");
    line("    set -l skip 0");
    line("    for word in $words[2..-1]");
    line("        if test $skip = 1");
    line("            set skip 0");
    line("        else if contains -- $word " + String.join(" ", withValues(papack)));
    line("            set skip 1");
    line("        else if not string match -q -- '-*' $word");
    line("            echo $word");
    line("        end");
    line("    end");
    line("end");
    line("");
    line("# Whether the line has got as far as this command.");
    line("function __papack_at");
    line("    set -l words (__papack_words)");
    line("    set -l depth (count $argv)");
    line("    test (count $words) -ge $depth; or return 1");
    line("    for i in (seq $depth)");
    line("        test $words[$i] = $argv[$i]; or return 1");
    line("    end");
    line("end");
    line("");
    line("# Whether the next word of the line is the name of a command in this one.");
    line("function __papack_wants_command");
    line("    test (count (__papack_words)) -eq (count $argv); and __papack_at $argv");
    line("end");
    line("");
    line("complete -c papack -f");
  }

  /** The options that take the next word. */
  private static Set<String> withValues(CommandLine line) {
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (option.arity().min() > 0) {
        names.addAll(List.of(option.names()));
      }
    }
    line.getSubcommands().values().forEach(inner -> names.addAll(withValues(inner)));
    return names;
  }

  private void command(CommandLine line, List<String> words) {
    CommandSpec spec = line.getCommandSpec();
    boolean isInner = !line.getSubcommands().isEmpty();
    String path = String.join(" ", words);
    line("");
    line("# " + ("papack " + path).strip());
    String here = (isInner ? "__papack_wants_command " : "__papack_at ") + path;
    line.getSubcommands()
        .forEach((word, inner) ->
            line(
                "complete -c papack -n "
                    + quoted(here.strip())
                    + " -a "
                    + word
                    + " -d "
                    + quoted(ZshCompletion.summary(inner))));
    for (OptionSpec option : spec.options()) {
      StringBuilder rule = new StringBuilder("complete -c papack -n " + quoted(here.strip()));
      for (String name : option.names()) {
        rule.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1));
      }
      if (option.arity().min() > 0) {
        String arguments = arguments(Suggested.of(option));
        rule.append(arguments.equals(FILES) ? " -r" : " -x").append(arguments);
      }
      rule.append(" -d ").append(quoted(option.description()[0].replace("%%", "%")));
      line(rule.toString());
    }
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      String arguments = arguments(Suggested.of(argument));
      if (!arguments.isEmpty()) {
        line("complete -c papack -n " + quoted(here.strip()) + arguments);
      }
    }
    line.getSubcommands()
        .forEach((word, inner) -> {
          List<String> further = new ArrayList<>(words);
          further.add(word);
          command(inner, further);
        });
  }

  private static String arguments(Suggested suggested) {
    return switch (suggested) {
      case Suggested.Words(List<String> words) -> " -a " + quoted(String.join(" ", words));
      case Suggested.Folder() -> " -a '(__fish_complete_directories (commandline -ct))'";
      case Suggested.File() -> FILES;
      case Suggested.Nothing() -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
