package dev.papack.cli.report;

import dev.papack.cli.output.Printable;
import java.util.Locale;

/**
 * A table in GitHub's Markdown, for the summary of a step or a comment on a pull request. What does
 * not fit into a comment is counted.
 */
final class MarkdownReport {
  private static final int MAX_ROWS = 100;

  /** A comment has at most 65,536 characters. */
  private static final int MAX_CHARACTERS = 60_000;

  private static final String UNMARKED = " ,/()-";

  private MarkdownReport() {}

  static void write(Report report, StringBuilder out) {
    out.append("**papack ")
        .append(report.command())
        .append("**: ")
        .append(report.summary())
        .append(" (")
        .append(code(report.ending().sentence()))
        .append(")\n");
    int rows = 0;
    for (Finding finding : report.findings()) {
      String row = row(finding);
      if (rows == MAX_ROWS || out.length() + row.length() > MAX_CHARACTERS) {
        break;
      }
      if (rows == 0) {
        out.append("\n| | code | where | what | help |\n|---|---|---|---|---|\n");
      }
      out.append(row);
      rows++;
    }
    long left = report.all().sum() - rows;
    if (left > 0) {
      out.append("\n").append(left).append(" more, by severity behind these\n");
    }
  }

  private static String row(Finding finding) {
    StringBuilder row = new StringBuilder();
    row.append("| ")
        .append(finding.severity().label())
        .append(" | ")
        .append(finding.code())
        .append(" | ")
        .append(code(finding.place().file().text() + position(finding)))
        .append(" | ")
        .append(code(finding.diagnostic().message()))
        .append(" | ");
    String separator = "";
    for (String line : finding.help()) {
      row.append(separator).append(code(line));
      separator = "<br>";
    }
    return row.append(" |\n").toString();
  }

  private static String position(Finding finding) {
    return finding
        .place()
        .range()
        .map(range -> ":" + range.line() + ":" + range.column())
        .orElse("");
  }

  /**
   * Text that is shown as it is: no mark, link, mention or tag is made of it. Marks in an element
   * of HTML count, so that each is a character reference.
   */
  private static String code(String text) {
    StringBuilder code = new StringBuilder("<code>");
    Printable.escape(text)
        .codePoints()
        .forEach(c -> {
          if (c > '~' || Character.isLetterOrDigit(c) || UNMARKED.indexOf(c) >= 0) {
            code.appendCodePoint(c);
          } else {
            code.append(String.format(Locale.ROOT, "&#%d;", c));
          }
        });
    return code.append("</code>").toString();
  }
}
