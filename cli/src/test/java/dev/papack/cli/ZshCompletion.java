package dev.papack.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion of zsh: a function that zsh finds by its name, {@code _papack}. */
final class ZshCompletion {
  private final StringBuilder script = new StringBuilder();

  private ZshCompletion() {}

  static String script() {
    ZshCompletion completion = new ZshCompletion();
    completion.line("#compdef papack");
    completion.function("_papack", CommandLines.create());
    completion.line("");
    completion.line("_papack \"$@\"");
    return completion.script.toString();
  }

  private void line(String text) {
    script.append(text).append('\n');
  }

  /** The function of a command, after those of the commands in it. */
  private void function(String name, CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    Map<String, CommandLine> inner = line.getSubcommands();
    inner.forEach((word, command) -> function(name + "_" + word, command));
    List<String> rules = new ArrayList<>();
    spec.options().forEach(option -> rules.addAll(rules(option)));
    line("");
    line(name + "() {");
    if (inner.isEmpty()) {
      spec.positionalParameters().forEach(argument -> rules.add(rule(argument)));
      line("  _arguments -s -S" + joined(rules));
    } else {
      line("  local curcontext=$curcontext state line");
      line("  typeset -A opt_args");
      rules.add("1: :->command");
      rules.add("*:: :->rest");
      line("  _arguments -C -s" + joined(rules));
      line("  case $state in");
      line("    command)");
      line("      local -a commands=(");
      inner.forEach((word, command) -> line("        " + quoted(word + ":" + summary(command))));
      line("      )");
      line("      _describe -t commands command commands");
      line("      ;;");
      line("    rest)");
      line("      case $words[1] in");
      inner.keySet().forEach(word -> line("        " + word + ") " + name + "_" + word + " ;;"));
      line("      esac");
      line("      ;;");
      line("  esac");
    }
    line("}");
  }

  private static String joined(List<String> rules) {
    return rules.stream().map(rule -> " \\\n    " + quoted(rule)).collect(Collectors.joining());
  }

  /** What a command does, in one sentence without a full stop. */
  static String summary(CommandLine command) {
    String header = command.getCommandSpec().usageMessage().header()[0];
    return header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
  }

  private static List<String> rules(OptionSpec option) {
    String text = "[" + masked(option.description()[0].replace("%%", "%")) + "]";
    boolean isRepeated = option.isMultiValue();
    String others = Arrays.stream(option.names()).collect(Collectors.joining(" ", "(", ")"));
    return Arrays.stream(option.names())
        .map(name -> {
          String before = isRepeated ? "*" : others;
          if (option.arity().max() == 0) {
            return before + name + text;
          }
          // A value that may be missing can only follow a sign of equality.
          String sign = option.arity().min() == 0 ? "=-" : name.startsWith("--") ? "=" : "+";
          String colons = option.arity().min() == 0 ? "::" : ":";
          return before
              + name
              + sign
              + text
              + colons
              + masked(option.paramLabel())
              + ":"
              + action(Suggested.of(option));
        })
        .toList();
  }

  private static String rule(PositionalParamSpec argument) {
    String place = argument.arity().max() > 1 ? "*" : String.valueOf(argument.index().min() + 1);
    String colons = argument.arity().min() == 0 && !place.equals("*") ? "::" : ":";
    return place + colons + masked(argument.paramLabel()) + ":" + action(Suggested.of(argument));
  }

  private static String action(Suggested suggested) {
    return switch (suggested) {
      case Suggested.Words(List<String> words) -> "(" + String.join(" ", words) + ")";
      case Suggested.Folder() -> "_files -/";
      case Suggested.File() -> "_files";
      case Suggested.Nothing() -> " ";
    };
  }

  /** Text in a rule, where brackets and colons mean something. */
  private static String masked(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
