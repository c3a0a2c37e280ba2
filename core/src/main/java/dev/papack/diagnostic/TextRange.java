package dev.papack.diagnostic;

/**
 * A stretch of a text file.
 *
 * @param line the line of the first character, from 1
 * @param column its column in UTF-16 units, from 1
 * @param endLine the line behind the last character, from 1
 * @param endColumn the column behind the last character (exclusive), from 1
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
          line + ":" + column + " to " + endLine + ":" + endColumn + " is no range");
    }
  }
}
