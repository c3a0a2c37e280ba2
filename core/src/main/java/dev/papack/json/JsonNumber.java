package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * A number as it is written: {@code 1}, {@code 1.0} and {@code 1e0} are three.
 *
 * @param text a number of RFC 8259, section 6
 * @param range where it is
 */
public record JsonNumber(String text, TextRange range) implements JsonNode {
  /** The characters of {@link Long#MIN_VALUE}. */
  private static final int MAX_LONG_CHARS = 20;

  /** So many digits fit into a {@code long} whatever they are. */
  private static final int SAFE_DIGITS = 18;

  /**
   * Refuses what is no number.
   *
   * @throws IllegalArgumentException for text outside of the grammar
   */
  public JsonNumber {
    if (!isNumber(text)) {
      throw new IllegalArgumentException("the text is not a JSON number");
    }
  }

  /**
   * A whole number.
   *
   * @param value any
   * @param range of the node it stems from
   * @return its decimal digits
   */
  public static JsonNumber of(long value, TextRange range) {
    return new JsonNumber(Long.toString(value), range);
  }

  static boolean isNumber(CharSequence text) {
    int end = integerEnd(text);
    if (end > 0 && end < text.length() && text.charAt(end) == '.') {
      end = digitsEnd(text, end + 1);
    }
    if (end > 0 && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int digits = end + 1;
      boolean isSigned =
          digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-');
      end = digitsEnd(text, isSigned ? digits + 1 : digits);
    }
    return end > 0 && end == text.length();
  }

  /** Behind a sign and digits without a leading zero; -1 if the text does not begin so. */
  private static int integerEnd(CharSequence text) {
    int start = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
    return start < text.length() && text.charAt(start) == '0' ? start + 1 : digitsEnd(text, start);
  }

  /** Behind the digits at a place; -1 if there is none. */
  private static int digitsEnd(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end > start ? end : -1;
  }

  /**
   * Whether the text is the one way to write an integer: no fraction, no exponent and no {@code
   * -0}.
   *
   * @return true also for one outside of {@code long}
   */
  public boolean isInteger() {
    return integerEnd(text) == text.length() && !text.equals("-0");
  }

  /**
   * The value, where the text is the one way to write an integer: no fraction, no exponent and no
   * {@code -0}.
   *
   * @return the integer, or empty, also for one outside of {@code long}
   */
  public OptionalLong asInteger() {
    if (text.length() > MAX_LONG_CHARS || !isInteger()) {
      return OptionalLong.empty();
    }
    if (text.length() <= SAFE_DIGITS) {
      return OptionalLong.of(Long.parseLong(text));
    }
    BigInteger value = new BigInteger(text);
    return value.bitLength() < Long.SIZE
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }
}
