package dev.papack.lsp;

import dev.papack.diagnostic.LineIndex;
import dev.papack.diagnostic.TextRange;
import java.util.Optional;

/**
 * The one stretch in which two texts differ: an editor keeps the place of its cursor outside of it.
 *
 * @param range what is replaced
 * @param replacement what is there then
 */
record ChangedStretch(TextRange range, String replacement) {
  /** Empty if the texts are the same. */
  static Optional<ChangedStretch> between(String before, String after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    int most = Math.min(before.length(), after.length());
    int start = 0;
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < most - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    // Whole characters, and whole ends of lines.
    while (start > 0 && isTorn(before, start)) {
      start--;
    }
    while (same > 0 && isTorn(before, before.length() - same)) {
      same--;
    }
    return Optional.of(
        new ChangedStretch(
            LineIndex.of(before).range(start, before.length() - same),
            after.substring(start, after.length() - same)));
  }

  private static boolean isTorn(String text, int at) {
    return at < text.length()
        && (Character.isLowSurrogate(text.charAt(at))
            || (text.charAt(at) == '\n' && text.charAt(at - 1) == '\r'));
  }
}
