package dev.papack.json;

import dev.papack.diagnostic.TextRange;

/**
 * A member of an object.
 *
 * @param name unescaped; every surrogate is one of a pair
 * @param nameRange where the name is, with its quotes
 * @param value what it names
 */
public record JsonMember(String name, TextRange nameRange, JsonNode value) {
  /**
   * Refuses what UTF-8 cannot hold.
   *
   * @throws IllegalArgumentException for a lone surrogate
   */
  public JsonMember {
    JsonString.requirePairedSurrogates(name);
  }
}
