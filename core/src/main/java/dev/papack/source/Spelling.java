package dev.papack.source;

import dev.papack.diagnostic.FileName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which names are one name on some platform. */
public final class Spelling {
  /**
   * Marks, and the iota that folding makes of the one below a letter: whether it comes before or
   * after the other marks is not the same everywhere.
   */
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\u03b9]{2,}");

  private Spelling() {}

  /**
   * What file systems that ignore case, composition or what shows nothing make of a name or path:
   * two of them collide if this is equal. It joins whatever one of APFS (normalised, full folding),
   * NTFS (upper case, letter by letter) and ext4 with {@code casefold} (normalised, full folding,
   * without ignorable characters) takes for the same, and more: what differs in compatibility only,
   * as a ligature from its letters, and an i with another number of dots. A name too many is
   * renamed once; one too few is a file lost in a checkout.
   *
   * <p>The platform has no full case folding. Lower, upper and lower case again join what it joins:
   * upper case alone knows that a sharp s is two letters, and only of the small one.
   */
  public static String folded(String name) {
    if (isAscii(name)) {
      // What all of that comes to, where nothing composes and nothing is invisible.
      return name.toLowerCase(Locale.ROOT);
    }
    String folded = withoutCase(withoutCase(name)).replace("i\u0307", "i");
    return MARKS.matcher(folded).replaceAll(Spelling::sorted);
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String sorted(MatchResult marks) {
    return marks
        .group()
        .codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Once is not enough for letters whose other case decomposes further. */
  private static String withoutCase(String name) {
    String visible =
        name.codePoints()
            .filter(codePoint -> !FileName.isIgnorable(codePoint))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Normalizer.normalize(
        Normalizer.normalize(visible, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT),
        Normalizer.Form.NFKD);
  }
}
