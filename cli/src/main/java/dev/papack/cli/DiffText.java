package dev.papack.cli;

import dev.papack.cli.output.Style;
import dev.papack.cli.output.TextOutput;
import dev.papack.diff.UnifiedDiff;

/** What changes in a text, for people. */
final class DiffText {
  private DiffText() {}

  /** Prints the lines, and an empty one behind them. */
  static void print(TextOutput out, UnifiedDiff diff) {
    diff.forEachLine(line -> out.print(style(line), shown(line)).endLine());
    out.endLine();
  }

  /** The tab after a name with spaces is for programs; lines of JSON never start like these two. */
  private static String shown(String line) {
    return line.startsWith("--- ") || line.startsWith("+++ ") ? line.stripTrailing() : line;
  }

  private static Style style(String line) {
    return switch (line.charAt(0)) {
      case '+' -> Style.GOOD;
      case '-' -> Style.ERROR;
      case '@' -> Style.QUIET;
      default -> Style.PLAIN;
    };
  }
}
