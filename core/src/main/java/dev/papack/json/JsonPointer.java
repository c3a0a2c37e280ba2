package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The way from a document's root to one of its values (RFC 6901).
 *
 * @param text empty for the root, else a {@code /} before each step
 */
public record JsonPointer(String text) {
  /** The whole document. */
  public static final JsonPointer ROOT = new JsonPointer("");

  /**
   * Refuses what is no pointer.
   *
   * @throws IllegalArgumentException unless empty or beginning with a slash
   */
  public JsonPointer {
    if (!text.isEmpty() && !text.startsWith("/")) {
      throw new IllegalArgumentException("a JSON pointer is empty or starts with a slash");
    }
  }

  /**
   * One step into an object.
   *
   * @param name a member's name, unescaped
   * @return the longer pointer
   */
  public JsonPointer member(String name) {
    return new JsonPointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  /**
   * One step into an array.
   *
   * @param index from 0
   * @return the longer pointer
   * @throws IllegalArgumentException for a negative index
   */
  public JsonPointer index(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("an array has no index " + index);
    }
    return new JsonPointer(text + "/" + index);
  }

  /**
   * Finds the way to a place in a document, in time proportional to its depth.
   *
   * @param root the document, as it was parsed: every range is the node's own
   * @param place where a value of it was written
   * @return the pointer to the innermost value that contains the place
   */
  public static JsonPointer to(JsonNode root, TextRange place) {
    return ROOT.towards(root, place);
  }

  private JsonPointer towards(JsonNode node, TextRange place) {
    return switch (node) {
      case JsonObject object -> {
        List<JsonMember> members = object.members();
        int index = last(members.size(), i -> !place.beginsBefore(members.get(i).nameRange()));
        yield index >= 0 && isPartOf(place, members.get(index))
            ? member(members.get(index).name()).towards(members.get(index).value(), place)
            : this;
      }
      case JsonArray array -> {
        List<JsonNode> elements = array.elements();
        int index = last(elements.size(), i -> !place.beginsBefore(elements.get(i).range()));
        yield index >= 0 && elements.get(index).range().contains(place)
            ? index(index).towards(elements.get(index), place)
            : this;
      }
      case JsonString string -> this;
      case JsonNumber number -> this;
      case JsonBoolean truth -> this;
      case JsonNull nothing -> this;
    };
  }

  private static boolean isPartOf(TextRange place, JsonMember member) {
    return member.nameRange().contains(place) || member.value().range().contains(place);
  }

  /**
   * The last of so many, in the order of the text, that begins at the place or before it; or -1.
   */
  private static int last(int count, IntPredicate beginsInTime) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (beginsInTime.test(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public String toString() {
    return text;
  }
}
