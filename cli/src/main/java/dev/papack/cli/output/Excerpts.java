package dev.papack.cli.output;

import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.TextRange;
import java.util.Optional;

/**
 * The lines that diagnostics speak of, as they were judged. Keeps the lines of the last document,
 * so that showing many faults in their order decodes each document once.
 */
final class Excerpts {
  /** The longest stretch of a line; a terminal shows no more. */
  static final int MAX_CHARACTERS = 160;

  /** How much of a long line is before the fault. */
  private static final int CHARACTERS_BEFORE = 60;

  private Optional<DocumentText> last = Optional.empty();
  private LineIndex lines = LineIndex.of("");

  /**
   * Finds the line in which a place begins.
   *
   * @param location any place of a diagnostic
   * @return the line; empty if the place is in no text
   */
  Optional<Excerpt> find(Location location) {
    Optional<DocumentText> document = location.document();
    if (document.isEmpty() || location.text().isEmpty()) {
      return Optional.empty();
    }
    if (!document.equals(last)) {
      lines = document.get().lines();
      last = document;
    }
    return cut(lines, location.text().get());
  }

  /** A place after what can be decoded shows nothing. */
  private static Optional<Excerpt> cut(LineIndex all, TextRange range) {
    if (range.line() > all.lineCount()) {
      return Optional.empty();
    }
    String line = all.line(range.line());
    if (range.column() > line.length() + 1) {
      return Optional.empty();
    }
    if (line.length() <= MAX_CHARACTERS) {
      return Optional.of(new Excerpt(range.line(), line, 1, line.length()));
    }
    int from = Math.max(0, range.column() - 1 - CHARACTERS_BEFORE);
    int to = Math.min(line.length(), from + MAX_CHARACTERS);
    return Optional.of(
        new Excerpt(range.line(), line.substring(from, to), from + 1, line.length()));
  }
}
