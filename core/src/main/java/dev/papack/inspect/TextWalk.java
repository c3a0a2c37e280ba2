package dev.papack.inspect;

import dev.papack.container.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Walks through a text from its beginning on and holds it against what it should be. Whoever is
 * told "no" has learned nothing but that: the text may be longer than what is looked at, or be
 * written in another way. Nothing is built.
 */
final class TextWalk {
  /** What is looked at from one place on; no row of ours is nearly as long. */
  private static final int AHEAD_BYTES = 16 << 10;

  /** So that no number overflows, and none is above 2^53-1. */
  private static final int MAX_DIGITS = 15;

  private final ByteBuffer text;
  private final byte[] window = new byte[4 * AHEAD_BYTES];
  private int windowStart;
  private int windowEnd;
  private int at;

  /**
   * At the beginning of a text.
   *
   * @param text from its position 0 to its limit
   */
  TextWalk(ByteBuffer text) {
    this.text = text;
    goTo(0);
  }

  /** How many bytes are behind it. */
  int offset() {
    return windowStart + at;
  }

  /** Goes to any place of the text. */
  void goTo(int offset) {
    windowStart = offset;
    windowEnd = Math.min(window.length, text.limit() - offset);
    text.get(offset, window, 0, windowEnd);
    at = 0;
  }

  /** Has the next bytes at hand; to be called from time to time. */
  void look() {
    if (windowEnd - at < AHEAD_BYTES && windowStart + windowEnd < text.limit()) {
      goTo(offset());
    }
  }

  /** Steps over these bytes, if they are next. */
  boolean step(byte[] bytes) {
    boolean isNext =
        windowEnd - at >= bytes.length
            && Arrays.equals(window, at, at + bytes.length, bytes, 0, bytes.length);
    if (isNext) {
      at += bytes.length;
    }
    return isNext;
  }

  /** Steps over characters of ASCII, if they are next. */
  boolean step(String characters) {
    if (windowEnd - at < characters.length()) {
      return false;
    }
    for (int i = 0; i < characters.length(); i++) {
      if (window[at + i] != characters.charAt(i)) {
        return false;
      }
    }
    at += characters.length();
    return true;
  }

  /** Steps over this number, if it is next. */
  boolean step(long number) {
    long found = count();
    return found >= 0 && found == number;
  }

  /** Steps over a number in its shortest form, and tells it; -1 if none is next. */
  long count() {
    int start = at;
    long value = 0;
    while (at < windowEnd && window[at] >= '0' && window[at] <= '9' && at - start < MAX_DIGITS) {
      value = value * 10 + (window[at] - '0');
      at++;
    }
    boolean isShortest = at > start && (window[start] != '0' || at == start + 1);
    return isShortest ? value : -1;
  }

  /** Steps over the digits of this digest, if they are next. */
  boolean step(Sha256 digest) {
    return digits(digest.word0())
        && digits(digest.word1())
        && digits(digest.word2())
        && digits(digest.word3());
  }

  private boolean digits(long word) {
    if (windowEnd - at < 2 * Long.BYTES) {
      return false;
    }
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      int digit = (int) (word >>> shift) & 0xF;
      if (window[at++] != (digit < 10 ? '0' + digit : 'a' + digit - 10)) {
        return false;
      }
    }
    return true;
  }

  /** Steps over the digits of any digest, if they are next. */
  boolean digest() {
    int end = at + 64;
    if (end > windowEnd) {
      return false;
    }
    while (at < end) {
      byte c = window[at++];
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /**
   * Steps over characters that stand for themselves in a string, at least one, if they are next.
   */
  boolean characters() {
    int start = at;
    while (at < windowEnd
        && window[at] >= ' '
        && window[at] <= '~'
        && window[at] != '"'
        && window[at] != '\\') {
      at++;
    }
    return at > start;
  }
}
