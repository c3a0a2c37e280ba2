package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A number as it is written: {@code 1}, {@code 1.0} and {@code 1e0} are three.
 *
 * @param text a number of RFC 8259, section 6
 * @param range where it is
 */
public record JsonNumber(String text, TextRange range) implements JsonNode {
  private static final Pattern NUMBER =
      Pattern.compile("-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");
  private static final Pattern INTEGER = Pattern.compile("0|-?+[1-9][0-9]*+");

  /** The characters of {@link Long#MIN_VALUE}. */
  private static final int LONG_MAX_CHARS = 20;

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
    return NUMBER.matcher(text).matches();
  }

  /**
   * Whether the text is the one way to write an integer: no fraction, no exponent and no {@code
   * -0}.
   *
   * @return true also for one outside of {@code long}
   */
  public boolean isInteger() {
    return INTEGER.matcher(text).matches();
  }

  /**
   * The value, where the text is the one way to write an integer: no fraction, no exponent and no
   * {@code -0}.
   *
   * @return the integer, or empty, also for one outside of {@code long}
   */
  public OptionalLong asInteger() {
    if (text.length() > LONG_MAX_CHARS || !isInteger()) {
      return OptionalLong.empty();
    }
    BigInteger value = new BigInteger(text);
    return value.bitLength() < Long.SIZE
        ? OptionalLong.of(value.longValue())
        : OptionalLong.empty();
  }
}
