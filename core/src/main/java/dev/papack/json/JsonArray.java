package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.util.List;

/**
 * An array.
 *
 * @param elements in the order of the text
 * @param range with the brackets
 */
public record JsonArray(List<JsonNode> elements, TextRange range) implements JsonNode {
  /** Copies the list. */
  public JsonArray {
    elements = List.copyOf(elements);
  }
}
