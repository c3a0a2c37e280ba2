package dev.papack.json;

import dev.papack.diagnostic.TextRange;

/**
 * A string.
 *
 * @param text unescaped; every surrogate is one of a pair
 * @param range with the quotes
 */
public record JsonString(String text, TextRange range) implements JsonNode {
  /**
   * Refuses what UTF-8 cannot hold.
   *
   * @throws IllegalArgumentException for a lone surrogate
   */
  public JsonString {
    requirePairedSurrogates(text);
  }

  static void requirePairedSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean isPaired =
            i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
        if (!isPaired) {
          throw new IllegalArgumentException("the text contains a lone surrogate");
        }
        i++;
      }
    }
  }
}
