package dev.papack.container;

import dev.papack.container.PackFault.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Row 6 of the reading order: whether the header is exactly of its grammar. Nothing is built, so a
 * hostile header costs no memory; recursion ends at {@link PackLimits#MAX_HEADER_DEPTH}.
 */
final class HeaderForm {
  private static final byte[] ASSET_TABLE = "asset_table".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_DIGITS = 16;
  private static final long MAX_INTEGER = (1L << 53) - 1;
  private static final int END = -1;

  private final byte[] json;
  private int position;

  private HeaderForm(byte[] json) {
    this.json = json;
  }

  static void check(byte[] json) throws PackException {
    HeaderForm form = new HeaderForm(json);
    form.value(0, Integer.MAX_VALUE);
    if (form.position < json.length) {
      throw form.fault("the end of the header");
    }
  }

  /**
   * A value inside {@code depth} containers; if it is an array, of at most {@code most} elements.
   */
  private void value(int depth, int most) throws PackException {
    int first = peek();
    if (first == '{') {
      object(depth + 1);
    } else if (first == '[') {
      array(depth + 1, most);
    } else if (first == '"') {
      string();
    } else if (isDigit(first)) {
      integer();
    } else {
      throw fault("a value");
    }
  }

  private static boolean beginsValue(int c) {
    return c == '{' || c == '[' || c == '"' || isDigit(c);
  }

  private void object(int depth) throws PackException {
    requireDepth(depth);
    position++;
    if (take('}')) {
      return;
    }
    int previousStart = position;
    int previousEnd = position;
    do {
      int keyStart = position + 1;
      key();
      int keyEnd = position - 1;
      if (Arrays.compare(json, previousStart, previousEnd, json, keyStart, keyEnd) >= 0) {
        throw unordered(previousStart, previousEnd, keyStart, keyEnd);
      }
      require(':');
      boolean isAssetTable =
          depth == 1 && Arrays.equals(json, keyStart, keyEnd, ASSET_TABLE, 0, ASSET_TABLE.length);
      value(depth, isAssetTable ? PackLimits.MAX_ENTRIES : Integer.MAX_VALUE);
      previousStart = keyStart;
      previousEnd = keyEnd;
    } while (take(','));
    require('}');
  }

  private void array(int depth, int most) throws PackException {
    requireDepth(depth);
    position++;
    if (take(']')) {
      return;
    }
    int count = 0;
    do {
      if (count == most && beginsValue(peek())) {
        throw new PackException(
            PackFault.of(Stage.LIMIT, "the asset table has more than " + most + " entries")
                .values("more than " + most, "at most " + most)
                .at(Prelude.BYTES + position));
      }
      value(depth, Integer.MAX_VALUE);
      count++;
    } while (take(','));
    require(']');
  }

  private void key() throws PackException {
    require('"');
    if (!isLetter(peek())) {
      throw fault("a key that begins with a-z");
    }
    while (isLetter(peek()) || isDigit(peek()) || peek() == '_') {
      position++;
    }
    require('"');
  }

  private void string() throws PackException {
    require('"');
    while (peek() >= ' ' && peek() <= '~' && peek() != '"' && peek() != '\\') {
      position++;
    }
    require('"');
  }

  private void integer() throws PackException {
    int start = position;
    if (take('0')) {
      return;
    }
    long value = 0;
    while (isDigit(peek())) {
      if (position - start == MAX_DIGITS) {
        throw fault("an integer of at most " + MAX_DIGITS + " digits");
      }
      value = value * 10 + (peek() - '0');
      position++;
    }
    if (value > MAX_INTEGER) {
      throw new PackException(
          PackFault.of(Stage.HEADER_FORM, "the integer " + value + " is above 2^53-1")
              .values(Long.toString(value), "at most " + MAX_INTEGER)
              .at(Prelude.BYTES + start));
    }
  }

  private void requireDepth(int depth) throws PackException {
    if (depth > PackLimits.MAX_HEADER_DEPTH) {
      throw new PackException(
          PackFault.of(
                  Stage.LIMIT, "the header is nested deeper than " + PackLimits.MAX_HEADER_DEPTH)
              .values(Integer.toString(depth), "at most " + PackLimits.MAX_HEADER_DEPTH)
              .at(Prelude.BYTES + position));
    }
  }

  private int peek() {
    return position < json.length ? Byte.toUnsignedInt(json[position]) : END;
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    position++;
    return true;
  }

  private void require(char wanted) throws PackException {
    if (!take(wanted)) {
      throw fault("'" + wanted + "'");
    }
  }

  private PackException unordered(int previousStart, int previousEnd, int keyStart, int keyEnd) {
    String previous = shown(previousStart, previousEnd);
    String key = shown(keyStart, keyEnd);
    String what =
        Arrays.equals(json, previousStart, previousEnd, json, keyStart, keyEnd)
            ? "member \"" + key + "\" appears twice"
            : "member \"" + key + "\" comes after \"" + previous + "\", but members must be sorted";
    return new PackException(
        PackFault.of(Stage.HEADER_FORM, what)
            .values(key, "a key behind " + previous)
            .at(Prelude.BYTES + keyStart));
  }

  private String shown(int start, int end) {
    return Shown.clipped(
        new String(json, start, Math.min(end - start, 128), StandardCharsets.US_ASCII));
  }

  private PackException fault(String expected) {
    int next = peek();
    String found;
    if (next == END) {
      found = "the end of the header";
    } else if (next >= ' ' && next <= '~') {
      found = "'" + (char) next + "'";
    } else {
      found = "byte 0x" + Integer.toHexString(next);
    }
    return new PackException(
        PackFault.of(
                Stage.HEADER_FORM, "the header has " + found + " where " + expected + " should be")
            .values(found, expected)
            .at(Prelude.BYTES + position));
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
