package dev.papack.json;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.source.Limits;
import java.util.Optional;

/**
 * Finds the first string, number or bracket of a text that no limit or rule of ours allows. It
 * knows the tokens and nothing of the grammar: the parser after it is handed the text before the
 * fault, no more. So neither a long number nor a deep nest ever reaches it, and of a fault of
 * grammar and one of these, the earlier is reported.
 */
final class LexicalScan {
  /**
   * A token that may not be.
   *
   * @param offset where it begins: what is before it may be parsed
   * @param diagnostic the fault
   */
  record Fault(int offset, Diagnostic diagnostic) {}

  private final JsonText source;
  private final CharSequence text;
  private int offset;
  private int depth;

  /** The open containers, the innermost in the lowest bit: 1 for an object. */
  private int openObjects;

  /** Whether the next string is a member's name. */
  private boolean nameIsNext;

  private LexicalScan(JsonText source, CharSequence text) {
    this.source = source;
    this.text = text;
  }

  static Optional<Fault> firstFault(JsonText source) {
    return firstFault(source, source.characters());
  }

  /** With the characters from elsewhere, to count how many are looked at. */
  static Optional<Fault> firstFault(JsonText source, CharSequence text) {
    LexicalScan scan = new LexicalScan(source, text);
    while (scan.offset < text.length()) {
      Optional<Fault> fault = scan.token(text.charAt(scan.offset));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<Fault> token(char c) {
    return switch (c) {
      case '{' -> open(1);
      case '[' -> open(0);
      case '}', ']' -> {
        offset++;
        depth = Math.max(0, depth - 1);
        openObjects >>>= 1;
        yield Optional.empty();
      }
      case ',' -> {
        offset++;
        nameIsNext = (openObjects & 1) == 1;
        yield Optional.empty();
      }
      case '"' -> string();
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> {
        offset++;
        yield Optional.empty();
      }
    };
  }

  private Optional<Fault> open(int objectBit) {
    if (depth == Limits.JSON_DEPTH) {
      return Optional.of(
          new Fault(
              offset,
              Diagnostic.error(
                      DiagnosticCode.JSON_DEPTH,
                      source.at(offset, offset + 1),
                      "the document is nested deeper than " + Limits.JSON_DEPTH + " levels")
                  .found(Integer.toString(depth + 1))
                  .limit(Integer.toString(Limits.JSON_DEPTH))
                  .advice(
                      "restore the file from version control: papack documents are never nested"
                          + " this deeply")));
    }
    depth++;
    openObjects = openObjects << 1 | objectBit;
    nameIsNext = objectBit == 1;
    offset++;
    return Optional.empty();
  }

  private Optional<Fault> number() {
    int start = offset;
    while (offset < text.length() && isOfNumber(text.charAt(offset))) {
      offset++;
      if (offset - start > Limits.JSON_NUMBER_CHARS) {
        return Optional.of(
            new Fault(
                start,
                Diagnostic.error(
                        DiagnosticCode.JSON_LITERAL_LENGTH,
                        source.at(start, offset),
                        "a number has more than " + Limits.JSON_NUMBER_CHARS + " characters")
                    .limit(Integer.toString(Limits.JSON_NUMBER_CHARS))
                    .advice("write the intended number")));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
  }

  private Optional<Fault> string() {
    int limitBytes = nameIsNext ? Limits.JSON_NAME_BYTES : Limits.JSON_STRING_BYTES;
    String what = nameIsNext ? "member name" : "string";
    nameIsNext = false;
    int start = offset;
    StringScan.Result result = StringScan.read(text, start, limitBytes);
    offset = result.endOffset();
    return switch (result.end()) {
      case CLOSED -> Optional.empty();
      case TOO_LONG ->
          Optional.of(
              new Fault(
                  start,
                  Diagnostic.error(
                          DiagnosticCode.JSON_LITERAL_LENGTH,
                          source.at(start, offset),
                          "a " + what + " has more than " + limitBytes + " bytes of UTF-8")
                      .limit(Integer.toString(limitBytes))
                      .advice("shorten it; maybe its closing quote is missing")));
      case UNCLOSED ->
          syntax(
              start,
              result,
              "a " + what + " has no closing quote on its line",
              "end it with a double quote; write a line break in a string as \\n");
      case CONTROL_CHARACTER ->
          syntax(
              start,
              result,
              "a " + what + " contains the raw control character " + shown(result.startOffset()),
              "write it as an escape, such as \\t or \\u0009");
      case BAD_ESCAPE ->
          syntax(
              start,
              result,
              "a " + what + " contains a backslash that does not start a valid escape",
              "write a backslash as \\\\; the valid escapes are \\\" \\\\ \\/ \\b \\f \\n \\r"
                  + " \\t and \\u with four hexadecimal digits");
      case LONE_SURROGATE ->
          Optional.of(
              new Fault(
                  start,
                  Diagnostic.error(
                          DiagnosticCode.JSON_LONE_SURROGATE,
                          source.at(result.startOffset(), result.endOffset()),
                          "the escape "
                              + text.subSequence(result.startOffset(), result.endOffset())
                              + " is half of a surrogate pair; its other half is missing")
                      .advice("write the character itself, or both halves of the pair")));
    };
  }

  private String shown(int at) {
    return ShownText.codePoint(text.charAt(at));
  }

  private Optional<Fault> syntax(int start, StringScan.Result result, String message, String help) {
    return Optional.of(
        new Fault(
            start,
            Diagnostic.error(
                    DiagnosticCode.JSON_SYNTAX,
                    source.at(result.startOffset(), result.endOffset()),
                    message)
                .advice(help)));
  }
}
