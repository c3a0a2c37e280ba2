package dev.papack.cli.output;

import dev.papack.diagnostic.TextRange;

/**
 * A line of source as a terminal shows it, and the marks below it.
 *
 * @param source the line, escaped, with tabs as spaces
 * @param marks spaces, then a caret below each cell of the fault
 */
record Underline(String source, String marks) {
  private static final String TAB = "    ";
  private static final String CUT = "...";

  static Underline of(Excerpt excerpt, TextRange range) {
    StringBuilder source = new StringBuilder(excerpt.isCutBefore() ? CUT : "");
    String text = excerpt.text();
    int begin = range.column() - excerpt.firstColumn();
    int end =
        range.endLine() > range.line()
            ? text.length()
            : Math.min(range.endColumn() - excerpt.firstColumn(), text.length());
    int beginCell = -1;
    int endCell = -1;
    int cell = source.length();
    for (int i = 0; i < text.length(); ) {
      if (i >= begin && beginCell < 0) {
        beginCell = cell;
      }
      if (i >= end && endCell < 0) {
        endCell = cell;
      }
      int codePoint = text.codePointAt(i);
      String shown = codePoint == '\t' ? TAB : Printable.escape(Character.toString(codePoint));
      source.append(shown);
      cell += Printable.cells(shown);
      i += Character.charCount(codePoint);
    }
    int from = beginCell < 0 ? cell : beginCell;
    int to = endCell < 0 ? cell : endCell;
    return new Underline(
        source.append(excerpt.isCutBehind() ? CUT : "").toString(),
        " ".repeat(from) + "^".repeat(Math.max(1, to - from)));
  }
}
