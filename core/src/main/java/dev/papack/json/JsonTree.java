package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.util.List;

/**
 * Nodes that the packer makes itself: they are in no file, so their range is the first character.
 */
public final class JsonTree {
  private static final TextRange NOWHERE = new TextRange(1, 1, 1, 1);

  private JsonTree() {}

  public static JsonObject object(List<JsonMember> members) {
    return new JsonObject(members, NOWHERE);
  }

  public static JsonObject object(JsonMember... members) {
    return object(List.of(members));
  }

  public static JsonMember member(String name, JsonNode value) {
    return new JsonMember(name, NOWHERE, value);
  }

  public static JsonMember member(String name, String value) {
    return member(name, text(value));
  }

  public static JsonMember member(String name, long value) {
    return member(name, number(value));
  }

  public static JsonArray array(List<? extends JsonNode> elements) {
    return new JsonArray(List.copyOf(elements), NOWHERE);
  }

  public static JsonString text(String value) {
    return new JsonString(value, NOWHERE);
  }

  public static JsonNumber number(long value) {
    return JsonNumber.of(value, NOWHERE);
  }
}
