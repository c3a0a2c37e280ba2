package dev.papack.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Two names that are to be told apart in a message. */
final class Alike {
  private Alike() {}

  /**
   * A name in quotes; with the code points in which it differs from another one, if these are not
   * plain ASCII: then the two may look the same.
   */
  static String named(String name, String other) {
    int[] own = name.codePoints().toArray();
    int[] others = other.codePoints().toArray();
    int begin = 0;
    while (begin < own.length && begin < others.length && own[begin] == others[begin]) {
      begin++;
    }
    int end = 0;
    while (end < own.length - begin
        && end < others.length - begin
        && own[own.length - 1 - end] == others[others.length - 1 - end]) {
      end++;
    }
    boolean isPlain = isPlain(own, begin, end) && isPlain(others, begin, end);
    String quoted = "\"" + name + "\"";
    return isPlain || own.length - end == begin
        ? quoted
        : quoted + " (" + codePoints(own, begin, own.length - end) + ")";
  }

  private static boolean isPlain(int[] name, int begin, int end) {
    for (int i = begin; i < name.length - end; i++) {
      if (name[i] > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static String codePoints(int[] name, int begin, int end) {
    return Arrays.stream(name, begin, end)
        .mapToObj(one -> String.format(Locale.ROOT, "U+%04X", one))
        .collect(Collectors.joining(" "));
  }
}
