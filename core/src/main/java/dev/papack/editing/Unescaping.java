package dev.papack.editing;

/** What a string of a document says, if it is written with escapes. */
final class Unescaping {
  private static final String LETTERS = "bfnrt";
  private static final String MEANINGS = "\b\f\n\r\t";
  private static final int HEX_DIGITS = 4;

  private Unescaping() {}

  /** The text between two quotes. What is no escape of JSON is left as it is. */
  static String of(String written) {
    int at = written.indexOf('\\');
    if (at < 0) {
      return written;
    }
    StringBuilder meant = new StringBuilder(written.substring(0, at));
    while (at < written.length()) {
      char c = written.charAt(at++);
      if (c != '\\' || at == written.length()) {
        meant.append(c);
        continue;
      }
      char escaped = written.charAt(at++);
      int letter = LETTERS.indexOf(escaped);
      if (letter >= 0) {
        meant.append(MEANINGS.charAt(letter));
      } else if (escaped == 'u' && isHex(written, at)) {
        meant.append((char) Integer.parseInt(written, at, at + HEX_DIGITS, 16));
        at += HEX_DIGITS;
      } else if ("\"\\/".indexOf(escaped) >= 0) {
        meant.append(escaped);
      } else {
        meant.append(c).append(escaped);
      }
    }
    return meant.toString();
  }

  private static boolean isHex(String written, int start) {
    return start + HEX_DIGITS <= written.length()
        && written.substring(start, start + HEX_DIGITS).matches("[0-9a-fA-F]+");
  }
}
