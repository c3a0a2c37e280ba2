package dev.papack.json;

import dev.papack.diagnostic.TextRange;

/**
 * A JSON value that knows where it was written. A node made by a migration carries the range of the
 * node it stems from, so that a later fault points at the author's own text. Nodes are equal when
 * their ranges are, too; values alone are compared by their {@link StableForm}.
 */
public sealed interface JsonNode
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
  /**
   * Where it was written.
   *
   * @return from its first character to after its last
   */
  TextRange range();
}
