package dev.papack.diagnostic;

/**
 * A stretch of a text file.
 *
 * @param line the line of the first character, from 1
 * @param column its column in UTF-16 units, from 1
 * @param endLine the line after the last character, from 1
 * @param endColumn the column after the last character (exclusive), from 1
 */
public record TextRange(int line, int column, int endLine, int endColumn) {
  /**
   * Refuses a range that ends before it begins.
   *
   * @throws IllegalArgumentException naming both ends
   */
  public TextRange {
    if (line < 1
        || column < 1
        || endLine < line
        || endColumn < 1
        || (endLine == line && endColumn < column)) {
      throw new IllegalArgumentException(
          line + ":" + column + " to " + endLine + ":" + endColumn + " is not a range");
    }
  }

  /**
   * Whether another range is within this one, both ends included.
   *
   * @param other in the same file
   * @return whether it does
   */
  public boolean contains(TextRange other) {
    return isNotBehind(line, column, other.line, other.column)
        && isNotBehind(other.endLine, other.endColumn, endLine, endColumn);
  }

  /**
   * Whether this range begins before another one does.
   *
   * @param other in the same file
   * @return whether it does
   */
  public boolean beginsBefore(TextRange other) {
    return !isNotBehind(other.line, other.column, line, column);
  }

  private static boolean isNotBehind(int line, int column, int otherLine, int otherColumn) {
    return line < otherLine || (line == otherLine && column <= otherColumn);
  }
}
