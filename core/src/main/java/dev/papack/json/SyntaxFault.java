package dev.papack.json;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.source.Limits;
import java.nio.CharBuffer;
import java.util.Optional;

/**
 * Says in words what the grammar does not allow, and what commonly causes it. The parser only knows
 * that it stumbled, and near which character; the words come from looking at the text there.
 */
final class SyntaxFault {
  private static final int CONFLICT_MARKER_CHARS = 7;

  private final JsonText text;
  private final CharBuffer characters;
  private final int accepted;
  private final Optional<OpenContainer> innermost;

  /**
   * A place in a document that is no JSON.
   *
   * @param text the document
   * @param accepted after the last token that was taken
   * @param innermost what is open there
   */
  SyntaxFault(JsonText text, int accepted, Optional<OpenContainer> innermost) {
    this.text = text;
    this.characters = text.characters();
    this.accepted = accepted;
    this.innermost = innermost;
  }

  /** The text ends although something is open. */
  Diagnostic atEnd() {
    int end = significantBefore(text.length()) + 1;
    Diagnostic fault =
        error(text.at(end, end), "the document ends too early")
            .advice("add the missing closing bracket or quote; the file may be incomplete");
    return withOpening(fault);
  }

  /** Something comes after a complete root. */
  Diagnostic behindRoot(int offset) {
    Optional<Diagnostic> conflict = conflictAround(offset);
    if (conflict.isPresent()) {
      return conflict.get();
    }
    char c = characters.charAt(offset);
    if ("\"{[".indexOf(c) >= 0 || isOfWord(c)) {
      return Diagnostic.error(
              DiagnosticCode.JSON_SECOND_ROOT,
              text.at(offset, lexemeEnd(offset)),
              "there is a second value after the document")
          .advice("keep only one value in the file, an object");
    }
    return error(character(offset), shown(offset) + " comes after the end of the document")
        .advice("remove it");
  }

  /**
   * The grammar is broken near a character.
   *
   * @param offset of the character: in the token at fault or right after it, before the end
   */
  Diagnostic at(int offset) {
    int start = lexemeStart(offset);
    if (innermost.isEmpty() && significantBefore(start) >= 0) {
      return behindRoot(start);
    }
    return conflictAround(start).orElseGet(() -> lexeme(start));
  }

  private Diagnostic lexeme(int start) {
    char c = characters.charAt(start);
    return switch (c) {
      case '\'', '\u2018', '\u2019', '\u201C', '\u201D' ->
          error(character(start), "JSON does not use " + shown(start) + " as a quote")
              .advice("write names and strings in straight double quotes");
      case '/', '#' -> unexpected(start).advice("remove it: JSON has no comments");
      case '}', ']' -> closing(start);
      case ',', ':' -> unexpected(start).advice("remove it, or add what is missing before it");
      case '"', '{', '[' -> misplaced(start);
      case '\0' -> unexpected(start).advice("the file may be UTF-16: save it as UTF-8");
      default -> isOfWord(c) ? word(start) : unexpected(start);
    };
  }

  private Diagnostic closing(int start) {
    int before = significantBefore(start);
    char previous = before < 0 ? ' ' : characters.charAt(before);
    if (previous == ',') {
      Location comma = text.at(before, before + 1);
      return error(comma, "there is a comma before " + shown(start))
          .fix(
              Fix.edit(
                  "remove the comma: JSON allows none after the last member or element",
                  Certainty.SAFE,
                  comma.edit("")));
    }
    if (before >= accepted || innermost.isEmpty()) {
      return unexpected(start);
    }
    return withOpening(
        error(character(start), shown(start) + " does not match the opening bracket"));
  }

  /** A well-formed value or name where something else had to be. */
  private Diagnostic misplaced(int start) {
    int before = significantBefore(start);
    if (before < 0 || "{[,:".indexOf(characters.charAt(before)) >= 0) {
      return error(text.at(start, lexemeEnd(start)), expected(start) + "a value");
    }
    Location gap = text.at(before + 1, before + 1);
    return before < accepted
        ? error(gap, "a comma is missing")
            .fix(Fix.edit("insert a comma", Certainty.LIKELY, gap.edit(",")))
        : error(gap, "a colon is missing")
            .fix(Fix.edit("insert a colon", Certainty.LIKELY, gap.edit(":")));
  }

  private Diagnostic word(int start) {
    int end = lexemeEnd(start);
    CharBuffer word = characters.subSequence(start, end);
    if (isValue(word)) {
      return misplaced(start);
    }
    String shown = ShownText.quoted(word);
    char first = word.charAt(0);
    return (first >= '0' && first <= '9') || "+-.".indexOf(first) >= 0
        ? error(text.at(start, end), shown + " is not a JSON number")
            .advice(
                "write numbers without plus signs and leading zeros, and with digits on both sides"
                    + " of the decimal point")
        : error(text.at(start, end), expected(start) + shown)
            .advice(
                "write names and strings in double quotes; only true, false and null have none");
  }

  private static boolean isValue(CharBuffer word) {
    String text = word.toString();
    return JsonNumber.isNumber(word)
        || text.equals("true")
        || text.equals("false")
        || text.equals("null");
  }

  /** The beginning of a message that ends with what was found instead. */
  private String expected(int start) {
    return "expected " + awaited(start) + ", found ";
  }

  /** What the grammar would take at an offset. */
  private String awaited(int start) {
    int before = significantBefore(start);
    if (before < 0) {
      return "a value";
    }
    boolean inObject = innermost.filter(OpenContainer.OpenObject.class::isInstance).isPresent();
    return switch (characters.charAt(before)) {
      case ':' -> "a value";
      case '[' -> "a value or ']'";
      case '{' -> "a member name or '}'";
      case ',' -> inObject ? "a member name" : "a value";
      default -> before >= accepted ? "a colon" : inObject ? "a comma or '}'" : "a comma or ']'";
    };
  }

  private Optional<Diagnostic> conflictAround(int offset) {
    int line = offset;
    while (line > 0 && "\r\n".indexOf(characters.charAt(line - 1)) < 0) {
      line--;
    }
    int end = line + CONFLICT_MARKER_CHARS;
    if (end > text.length() || "<=>|".indexOf(characters.charAt(line)) < 0) {
      return Optional.empty();
    }
    String marker = characters.subSequence(line, end).toString();
    return marker.chars().distinct().count() == 1
        ? Optional.of(
            error(
                    text.at(line, end),
                    "the document contains merge-conflict markers: the line starts with " + marker)
                .advice(settlement()))
        : Optional.empty();
  }

  /** Nobody should have to settle the lines of a registry by hand. */
  private String settlement() {
    return text.file().artifact() == Artifact.INDEX
        ? "merge the two registries by id, or resolve the conflict by hand"
        : "resolve the conflict: remove its markers and commit the result";
  }

  /** Where the token begins that holds a character or ends before it and was not taken. */
  private int lexemeStart(int offset) {
    int start = offset;
    while (start > accepted && isOfWord(characters.charAt(start - 1))) {
      start--;
    }
    return isOfWord(characters.charAt(offset)) || !isValue(characters.subSequence(start, offset))
        ? start
        : offset;
  }

  private int lexemeEnd(int start) {
    char c = characters.charAt(start);
    if (c == '"') {
      return StringScan.read(characters, start, Limits.JSON_STRING_BYTES).endOffset();
    }
    if (!isOfWord(c)) {
      return start + Character.charCount(Character.codePointAt(characters, start));
    }
    int end = start;
    while (end < text.length() && isOfWord(characters.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "+-._$".indexOf(c) >= 0;
  }

  /** The last character before an offset that is no white space, or -1. */
  private int significantBefore(int offset) {
    int before = offset - 1;
    while (before >= 0 && JsonText.isSpace(characters.charAt(before))) {
      before--;
    }
    return before;
  }

  private Diagnostic unexpected(int offset) {
    return error(character(offset), expected(offset) + shown(offset));
  }

  private Location character(int offset) {
    return text.at(offset, lexemeEnd(offset));
  }

  private String shown(int offset) {
    return ShownText.codePoint(Character.codePointAt(characters, offset));
  }

  private Diagnostic withOpening(Diagnostic fault) {
    return innermost
        .map(OpenContainer::startOffset)
        .map(start -> fault.related(text.at(start, start + 1), "opened here"))
        .orElse(fault);
  }

  private static Diagnostic error(Location location, String message) {
    return Diagnostic.error(DiagnosticCode.JSON_SYNTAX, location, message);
  }
}
