package dev.papack.cli.output;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Words of a command line, written so that a POSIX shell reads them back as they are. */
final class PosixShell {
  private PosixShell() {}

  /**
   * A word as it can be pasted.
   *
   * @param word anything without NUL
   * @return the word itself where no shell would change it; else in single quotes; with {@code
   *     printf} where a character would not survive a terminal
   */
  static String quote(String word) {
    if (!word.isEmpty() && word.chars().allMatch(PosixShell::isPlain)) {
      return word;
    }
    return word.codePoints().allMatch(Printable::isPrintable)
        ? "'" + word.replace("'", "'\\''") + "'"
        : printed(word);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c < 128 && "_-./:,+@%".indexOf(c) >= 0);
  }

  /** A line break at the end would be lost in a substitution, so a dot protects it. */
  private static String printed(String word) {
    StringBuilder format = new StringBuilder();
    for (byte unit : word.getBytes(StandardCharsets.UTF_8)) {
      format.append(String.format(Locale.ROOT, "\\%03o", unit & 0xff));
    }
    return word.endsWith("\n")
        ? "\"$(w=$(printf '" + format + ".'); printf %s \"${w%.}\")\""
        : "\"$(printf '" + format + "')\"";
  }
}
