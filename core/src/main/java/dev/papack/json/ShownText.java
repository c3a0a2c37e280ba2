package dev.papack.json;

import java.util.Locale;

/** Pieces of an untrusted document as a message may show them: short, printable, plain. */
final class ShownText {
  private static final int MAX_CHARS = 24;

  private ShownText() {}

  /** A character in single quotes if it is printable ASCII, else its number. */
  static String codePoint(int codePoint) {
    return codePoint > ' ' && codePoint < 0x7F
        ? "'" + Character.toString(codePoint) + "'"
        : String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  /** Text in double quotes, shortened, with everything but printable ASCII as its number. */
  static String quoted(CharSequence text) {
    StringBuilder shown = new StringBuilder("\"");
    int length = Math.min(text.length(), MAX_CHARS);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        shown.append(c);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return shown.append(length < text.length() ? "...\"" : "\"").toString();
  }
}
