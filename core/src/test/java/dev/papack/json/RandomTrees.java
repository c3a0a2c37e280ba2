package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Trees from a seed, all of one range so that equal values are equal trees. */
final class RandomTrees {
  private static final TextRange RANGE = new TextRange(1, 1, 1, 1);
  private static final List<String> PIECES =
      List.of(
          "a",
          "\"",
          "\\",
          "/",
          "\n",
          "\r",
          "\u0000",
          "\u001F",
          "\u007F",
          "é",
          "\u200B",
          "\u2028",
          "\u202E",
          "\uFEFF",
          "\uD834\uDD1E",
          "\uDB40\uDC01");
  private static final List<String> NUMBERS =
      List.of("0", "-0", "7", "-12", "1.0", "1.5e3", "1E+3", "12345678901234567890");

  private final RandomGenerator random;

  RandomTrees(RandomGenerator random) {
    this.random = random;
  }

  JsonNode next(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new JsonString(text(), RANGE);
      case 1 -> new JsonNumber(NUMBERS.get(random.nextInt(NUMBERS.size())), RANGE);
      case 2 -> new JsonBoolean(random.nextBoolean(), RANGE);
      case 3 -> new JsonNull(RANGE);
      case 4 -> {
        List<JsonNode> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(next(depth - 1));
        }
        yield new JsonArray(elements, RANGE);
      }
      default -> {
        Map<String, JsonMember> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          String name = text();
          members.put(name, new JsonMember(name, RANGE, next(depth - 1)));
        }
        yield new JsonObject(List.copyOf(members.values()), RANGE);
      }
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** The same value with the one range everywhere. */
  static JsonNode withoutRanges(JsonNode node) {
    return switch (node) {
      case JsonObject object ->
          new JsonObject(
              object.members().stream()
                  .map(m -> new JsonMember(m.name(), RANGE, withoutRanges(m.value())))
                  .toList(),
              RANGE);
      case JsonArray array ->
          new JsonArray(array.elements().stream().map(RandomTrees::withoutRanges).toList(), RANGE);
      case JsonString string -> new JsonString(string.text(), RANGE);
      case JsonNumber number -> new JsonNumber(number.text(), RANGE);
      case JsonBoolean truth -> new JsonBoolean(truth.value(), RANGE);
      case JsonNull _ -> new JsonNull(RANGE);
    };
  }
}
