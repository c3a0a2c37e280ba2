package dev.papack.document;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;

/** Values of a document as messages show them. */
final class ShownNode {
  private ShownNode() {}

  /** The value, or its type where it has parts. */
  static String of(JsonNode node) {
    return switch (node) {
      case JsonString string -> quoted(shortened(string.text()));
      case JsonNumber number -> shortened(number.text());
      case JsonObject object -> typeOf(object);
      case JsonArray array -> typeOf(array);
      case JsonBoolean bool -> String.valueOf(bool.value());
      case JsonNull nothing -> "null";
    };
  }

  /** A message quotes at most this many characters of a value that may be 64 KiB long. */
  private static String shortened(String text) {
    int most = 80;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "...";
  }

  static String typeOf(JsonNode node) {
    return switch (node) {
      case JsonString string -> "a string";
      case JsonNumber number -> "a number";
      case JsonObject object -> "an object";
      case JsonArray array -> "an array";
      case JsonBoolean bool -> "a boolean";
      case JsonNull nothing -> "null";
    };
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
