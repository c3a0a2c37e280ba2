package dev.papack.authoring;

import dev.papack.diagnostic.FileName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * What of a text can be said in {@code a-z}, {@code 0-9} and the separators of asset names. Marks
 * are dropped ({@code m\u00fasica} is {@code musica}); letters that no mark was added to have the
 * spelling that is usual without them.
 */
final class PlainLatin {
  /** Latin letters that Unicode does not decompose. */
  private static final Map<String, String> SPELLED =
      Map.ofEntries(
          Map.entry("\u00df", "ss"),
          Map.entry("\u00e6", "ae"),
          Map.entry("\u0153", "oe"),
          Map.entry("\u00f8", "o"),
          Map.entry("\u0142", "l"),
          Map.entry("\u0111", "d"),
          Map.entry("\u00f0", "d"),
          Map.entry("\u00fe", "th"),
          Map.entry("\u0127", "h"),
          Map.entry("\u0131", "i"),
          Map.entry("\u014b", "ng"),
          Map.entry("\u0167", "t"),
          Map.entry("\u0138", "k"),
          Map.entry("\u0259", "e"),
          Map.entry("\u0192", "f"));

  private PlainLatin() {}

  /**
   * One part of a path, as a part of an asset name: words with one separator between two. Whatever
   * cannot be said is an underscore.
   *
   * @return empty if no letter and no digit can be kept
   */
  static String of(String part) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(part, Normalizer.Form.NFC)
        .codePoints()
        .forEach(codePoint -> plain.append(plain(codePoint)));
    return plain.chars().anyMatch(PlainLatin::isLetterOrDigit) ? words(plain) : "";
  }

  private static String plain(int codePoint) {
    if (FileName.isIgnorable(codePoint)) {
      return "";
    }
    String decomposed =
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    decomposed
        .codePoints()
        .filter(one -> !isMark(one))
        .mapToObj(Character::toString)
        .forEach(one -> kept.append(SPELLED.getOrDefault(one, isPlain(one.charAt(0)) ? one : "_")));
    // A syllable of several letters that cannot be said is one character, and so is what is left.
    return kept.chars().allMatch(c -> c == '_') && !kept.isEmpty() ? "_" : kept.toString();
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static String words(CharSequence text) {
    StringBuilder words = new StringBuilder();
    boolean isAfterWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBetween = isSeparator(c) && isAfterWord && i + 1 < text.length();
      words.append(isSeparator(c) && !isBetween ? '_' : c);
      isAfterWord = !isBetween;
    }
    return words.toString();
  }

  private static boolean isPlain(char c) {
    return isLetterOrDigit(c) || c == '_' || isSeparator(c);
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '-';
  }
}
