package dev.papack.cli.output;

/**
 * Which characters may reach a terminal as they are. File names and messages hold whatever an
 * author's disk or a hostile file holds: a control character steers the terminal, a bidirectional
 * one reorders the line, an invisible one makes two names look alike.
 */
public final class Printable {
  private Printable() {}

  /**
   * The text with every other character as <code>&#92;u{XXXX}</code>. The only way of text to a
   * terminal.
   *
   * @param text anything, lone surrogates included
   * @return one line of printable characters
   */
  public static String escape(String text) {
    int good = 0;
    while (good < text.length() && text.charAt(good) >= ' ' && text.charAt(good) <= '~') {
      good++;
    }
    if (good == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, good);
    text.substring(good)
        .codePoints()
        .forEach(codePoint -> {
          if (isPrintable(codePoint)) {
            escaped.appendCodePoint(codePoint);
          } else {
            escaped.append("\\u{").append(hex(codePoint)).append('}');
          }
        });
    return escaped.toString();
  }

  /**
   * Whether a character shows what it is.
   *
   * @param codePoint any code point
   * @return false for control, format, private, unassigned and default-ignorable characters, line
   *     and paragraph separators, and surrogates
   */
  public static boolean isPrintable(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> !isIgnorable(codePoint);
    };
  }

  /** Unicode's default ignorable code points that are not of the types above. */
  private static boolean isIgnorable(int codePoint) {
    return codePoint == 0x034F
        || codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x17B4
        || codePoint == 0x17B5
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || codePoint == 0x2800
        || codePoint == 0x3164
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFFA0
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  /**
   * How many cells of a terminal a text takes, as far as a table needs to know.
   *
   * @param text escaped text
   * @return 2 for a character of East Asia or a pictogram, 0 for a combining mark, else 1 each
   */
  public static int cells(String text) {
    int cells = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      cells += cells(text.codePointAt(i));
    }
    return cells;
  }

  /** The cells of one character. */
  static int cells(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }

  private static String hex(int codePoint) {
    String digits = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
