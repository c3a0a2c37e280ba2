package dev.papack.json;

import static java.lang.Character.isHighSurrogate;
import static java.lang.Character.isLowSurrogate;

/**
 * Reads one string of a JSON text, from its opening quote to the first fault or its end. Looks at
 * no more characters than the limit allows.
 */
final class StringScan {
  /** How a string ends. */
  enum End {
    CLOSED,
    /** Behind the limit. */
    TOO_LONG,
    /** At a line break or at the end of the text. */
    UNCLOSED,
    CONTROL_CHARACTER,
    BAD_ESCAPE,
    LONE_SURROGATE
  }

  /** {@code \\uXXXX}. */
  private static final int UNICODE_ESCAPE_CHARS = 6;

  /**
   * What was read.
   *
   * @param end why it ends there
   * @param startOffset of the string if it is closed, too long or unclosed, else of the fault in it
   * @param endOffset after the closing quote, the last character looked at, or the fault
   */
  record Result(End end, int startOffset, int endOffset) {}

  private final CharSequence text;
  private int offset;
  private int lengthBytes;

  private StringScan(CharSequence text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  /**
   * Reads a string.
   *
   * @param text the document
   * @param openingQuote its offset
   * @param limitBytes of the unescaped string in UTF-8, inclusive
   * @return where and why it ends
   */
  static Result read(CharSequence text, int openingQuote, int limitBytes) {
    StringScan scan = new StringScan(text, openingQuote + 1);
    while (scan.offset < text.length()) {
      char c = text.charAt(scan.offset);
      if (c == '"') {
        return new Result(End.CLOSED, openingQuote, scan.offset + 1);
      }
      if (c == '\n' || c == '\r') {
        break;
      }
      int start = scan.offset;
      if (c < ' ') {
        return new Result(End.CONTROL_CHARACTER, start, start + 1);
      }
      End end = c == '\\' ? scan.escape() : scan.literal(c);
      if (end == End.UNCLOSED) {
        break;
      }
      if (end != End.CLOSED) {
        return new Result(end, start, scan.offset);
      }
      if (scan.lengthBytes > limitBytes) {
        return new Result(End.TOO_LONG, openingQuote, scan.offset);
      }
    }
    return new Result(End.UNCLOSED, openingQuote, scan.offset);
  }

  /** Strict decoding lets no lone surrogate through, so each unit counts half of its pair. */
  private End literal(char c) {
    offset++;
    lengthBytes += Character.isSurrogate(c) ? 2 : bytesOf(c);
    return End.CLOSED;
  }

  private End escape() {
    if (offset + 1 == text.length()) {
      offset++;
      return End.UNCLOSED;
    }
    char kind = text.charAt(offset + 1);
    if (kind != 'u') {
      boolean known = "\"\\/bfnrt".indexOf(kind) >= 0;
      offset += isHighSurrogate(kind) ? 3 : 2;
      lengthBytes++;
      return known ? End.CLOSED : End.BAD_ESCAPE;
    }
    int unit = unicodeEscape(offset);
    if (unit < 0) {
      offset += 2;
      return End.BAD_ESCAPE;
    }
    offset += UNICODE_ESCAPE_CHARS;
    if (!Character.isSurrogate((char) unit)) {
      lengthBytes += bytesOf((char) unit);
      return End.CLOSED;
    }
    int second = isHighSurrogate((char) unit) ? unicodeEscape(offset) : -1;
    if (second < 0 || !isLowSurrogate((char) second)) {
      return End.LONE_SURROGATE;
    }
    offset += UNICODE_ESCAPE_CHARS;
    lengthBytes += 4;
    return End.CLOSED;
  }

  /** The unit that an escape stands for, or -1 where there is none. */
  private int unicodeEscape(int backslash) {
    if (backslash + UNICODE_ESCAPE_CHARS > text.length()
        || text.charAt(backslash) != '\\'
        || text.charAt(backslash + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = 2; i < UNICODE_ESCAPE_CHARS; i++) {
      char c = text.charAt(backslash + i);
      // Character.digit alone would take the digits of other scripts.
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private static int bytesOf(char c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  }
}
