package dev.papack.cli;

import java.util.regex.Pattern;

/**
 * Selects assets by their names: {@code *} stands for any part of a name, {@code **} for any number
 * of folders.
 */
final class NamePattern {
  private final Pattern pattern;

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static NamePattern of(String text) {
    StringBuilder expression = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (text.startsWith("**/", at)) {
        expression.append("(?:.*/)?");
        at += 2;
      } else if (text.startsWith("**", at)) {
        expression.append(".*");
        at += 1;
      } else if (text.charAt(at) == '*') {
        expression.append("[^/]*");
      } else {
        expression.append(Pattern.quote(text.substring(at, at + 1)));
      }
    }
    return new NamePattern(Pattern.compile(expression.toString()));
  }

  boolean selects(String name) {
    return pattern.matcher(name).matches();
  }
}
