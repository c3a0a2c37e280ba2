package dev.papack.registry;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import java.util.List;
import java.util.Optional;

/**
 * Reads values from a tree whose structure has been checked: what is not as declared is our defect.
 */
final class TreeReader {
  private TreeReader() {}

  static JsonNode require(JsonObject object, String name) {
    return object
        .find(name)
        .orElseThrow(() -> new IllegalStateException("the structure requires " + name));
  }

  static String text(JsonNode node) {
    if (node instanceof JsonString string) {
      return string.text();
    }
    throw new IllegalStateException("the structure requires a string at " + node.range());
  }

  static long number(JsonNode node) {
    if (node instanceof JsonNumber number) {
      return number.asInteger().orElseThrow();
    }
    throw new IllegalStateException("the structure requires an integer at " + node.range());
  }

  static int smallNumber(JsonNode node) {
    return Math.toIntExact(number(node));
  }

  static JsonObject object(JsonNode node) {
    if (node instanceof JsonObject object) {
      return object;
    }
    throw new IllegalStateException("the structure requires an object at " + node.range());
  }

  static List<JsonNode> elements(JsonNode node) {
    if (node instanceof JsonArray array) {
      return array.elements();
    }
    throw new IllegalStateException("the structure requires an array at " + node.range());
  }

  static Optional<JsonObject> findObject(JsonObject object, String name) {
    return object.find(name).map(TreeReader::object);
  }
}
