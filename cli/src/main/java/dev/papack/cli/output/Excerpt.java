package dev.papack.cli.output;

/**
 * A line of a document, to be shown with a fault underlined. The text is untrusted and unescaped.
 *
 * @param line which line, from 1
 * @param text its characters without the line break; of a long line a stretch
 * @param firstColumn the column of the first of them in UTF-16 units, from 1
 * @param lineCharacters how many UTF-16 units the whole line has
 */
record Excerpt(int line, String text, int firstColumn, int lineCharacters) {
  /** Whether the line begins before this. */
  boolean isCutBefore() {
    return firstColumn > 1;
  }

  /** Whether the line goes on after this. */
  boolean isCutBehind() {
    return firstColumn - 1 + text.length() < lineCharacters;
  }
}
