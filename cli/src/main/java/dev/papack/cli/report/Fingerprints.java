package dev.papack.cli.report;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.PixelRectangle;
import dev.papack.diagnostic.TextRange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tells one fault from another in every run, so that a server knows which are new.
 *
 * <p>Counted are the code, the file, the member without the numbers of list elements, the text that
 * is marked or the rectangle, and what was found where there is neither. Not counted are lines and
 * columns, since lines before it may move, and the message, whose wording may change. Faults that
 * are the same in all this are numbered in their order.
 */
final class Fingerprints {
  /** 128 bits: of a thousand million faults, no two are the same by chance. */
  private static final int DIGITS = 32;

  /** A marked object may be the whole document; its beginning is enough. */
  private static final int MAX_MARKED_CHARACTERS = 200;

  private final Map<String, Integer> seen = new HashMap<>();
  private Optional<DocumentText> last = Optional.empty();
  private LineIndex lines = LineIndex.of("");

  /** The fingerprint of the next fault, in the order of a report. */
  String of(Diagnostic diagnostic, FilePath file) {
    Location place = diagnostic.location();
    Optional<String> mark = marked(place).or(() -> place.pixels().map(PixelRectangle::toString));
    String fault =
        String.join(
            "\0",
            List.of(
                diagnostic.code().id(),
                file.text(),
                place
                    .pointer()
                    .map(pointer -> pointer.replaceAll("/[0-9]+(?=/|$)", "/*"))
                    .orElse(""),
                mark.or(diagnostic::found).orElse("")));
    int number = seen.merge(fault, 1, Integer::sum);
    return digits(fault + "\0" + number);
  }

  private static String digits(String text) {
    return Sha256.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
        .hex()
        .substring(0, DIGITS);
  }

  /** The first line of what is marked, without the spaces around. */
  private Optional<String> marked(Location place) {
    Optional<DocumentText> document = place.document();
    if (document.isEmpty() || place.text().isEmpty()) {
      return Optional.empty();
    }
    if (!document.equals(last)) {
      lines = document.get().lines();
      last = document;
    }
    return marked(place.text().get());
  }

  private Optional<String> marked(TextRange range) {
    if (range.line() > lines.lineCount()) {
      return Optional.empty();
    }
    String line = lines.line(range.line());
    int from = Math.min(range.column() - 1, line.length());
    int to = range.endLine() == range.line() ? range.endColumn() - 1 : line.length();
    String text = line.substring(from, Math.clamp(to, from, line.length())).strip();
    return Optional.of(text.substring(0, Math.min(text.length(), MAX_MARKED_CHARACTERS)));
  }
}
