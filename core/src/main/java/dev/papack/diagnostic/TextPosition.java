package dev.papack.diagnostic;

/**
 * A place between two characters of a text file.
 *
 * @param line from 1
 * @param column in UTF-16 units, from 1
 */
public record TextPosition(int line, int column) {
  /**
   * Refuses numbers below 1.
   *
   * @throws IllegalArgumentException naming both
   */
  public TextPosition {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(line + ":" + column + " is no position");
    }
  }
}
