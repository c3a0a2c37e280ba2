package dev.papack.diagnostic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the lines of a text begin. LF, CRLF and CR each end a line: the three that the language
 * server protocol counts, so that every editor underlines what was meant.
 */
public final class LineIndex {
  private final CharSequence text;

  /** Offsets of first characters, ascending; the first is 0. */
  private final int[] lineStarts;

  private LineIndex(CharSequence text, int[] lineStarts) {
    this.text = text;
    this.lineStarts = lineStarts;
  }

  /**
   * Reads a text twice: once to count its lines, once to note them.
   *
   * @param text must not change later
   * @return its lines
   */
  public static LineIndex of(CharSequence text) {
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        count++;
      }
    }
    int[] starts = new int[count];
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        starts[line] = i + 1;
        line++;
      }
    }
    return new LineIndex(text, starts);
  }

  private static boolean endsLine(CharSequence text, int offset) {
    char c = text.charAt(offset);
    return c == '\n'
        || (c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n'));
  }

  /**
   * Lines and columns of a stretch of the text.
   *
   * @param startOffset of the first character, in UTF-16 units from 0
   * @param endOffset after the last character
   * @return the same stretch
   * @throws IllegalArgumentException if it ends before it begins
   * @throws IndexOutOfBoundsException if it leaves the text
   */
  public TextRange range(int startOffset, int endOffset) {
    int line = lineOf(startOffset);
    int endLine = lineOf(endOffset);
    return new TextRange(
        line,
        startOffset - lineStarts[line - 1] + 1,
        endLine,
        endOffset - lineStarts[endLine - 1] + 1);
  }

  /**
   * The offset of a position. One beyond its line is the end of that line; one beyond the text is
   * the end of the text.
   *
   * @param position from an editor, whose text may be older
   * @return in UTF-16 units from 0
   */
  public int offsetOf(TextPosition position) {
    if (position.line() > lineStarts.length) {
      return text.length();
    }
    int start = lineStarts[position.line() - 1];
    int end = position.line() < lineStarts.length ? lineStarts[position.line()] - 1 : text.length();
    return Math.min(start + position.column() - 1, Math.max(start, end));
  }

  /**
   * How many lines there are.
   *
   * @return at least 1; a text that ends in a line break has an empty line after it
   */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * One line, to show it.
   *
   * @param line from 1
   * @return its characters without the line break, unescaped
   * @throws IndexOutOfBoundsException if there is no such line
   */
  public String line(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.subSequence(start, end).toString();
  }

  /**
   * The text with some of it replaced.
   *
   * @param edits of this text; none may overlap another
   * @return the new text
   * @throws IllegalArgumentException if two overlap
   * @throws IndexOutOfBoundsException if one leaves the text
   */
  public String edited(List<Fix.EditDocument> edits) {
    StringBuilder edited = new StringBuilder();
    int copied = 0;
    for (Fix.EditDocument edit :
        edits.stream().sorted(Comparator.comparingInt(edit -> start(edit.range()))).toList()) {
      int start = start(edit.range());
      if (start < copied) {
        throw new IllegalArgumentException("two edits overlap at " + edit.range());
      }
      edited.append(text, copied, start).append(edit.replacement());
      copied = offset(edit.range().endLine(), edit.range().endColumn());
    }
    return edited.append(text, copied, text.length()).toString();
  }

  private int start(TextRange range) {
    return offset(range.line(), range.column());
  }

  private int offset(int line, int column) {
    int offset = lineStarts[line - 1] + column - 1;
    if (offset > text.length()) {
      throw new IndexOutOfBoundsException(offset);
    }
    return offset;
  }

  private int lineOf(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException(offset);
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
