package dev.papack.authoring;

import dev.papack.diagnostic.AssetsPath;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files in the order that their authors numbered them in: {@code walk_2.png} is before {@code
 * walk_10.png}. Numbers are compared by their value, all else character by character.
 */
final class NumberedNames {
  private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

  /** No two paths are equal. */
  static final Comparator<AssetsPath> ORDER =
      Comparator.comparing((AssetsPath path) -> path.text(), NumberedNames::compare)
          .thenComparing(AssetsPath::text);

  private NumberedNames() {}

  private static int compare(String one, String other) {
    List<String> left = parts(one);
    List<String> right = parts(other);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compareParts(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static List<String> parts(String text) {
    return PART.matcher(text).results().map(found -> found.group()).toList();
  }

  private static int compareParts(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean isNumber(String part) {
    return part.charAt(0) >= '0' && part.charAt(0) <= '9';
  }
}
