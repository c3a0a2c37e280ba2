package dev.papack.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.papack.diagnostic.TextRange;
import org.junit.jupiter.api.Test;

class JsonPointerTest {
  private static final JsonNode TREE =
      Parsed.tree(
          """
          {
            "a": [10, {"b": "x", "c~/": [ ]}, 30],
            "": {"d": null}, "e": true
          }
          """);

  @Test
  void everyValueIsFoundByItsPlace() {
    assertFound(TREE, JsonPointer.ROOT);
  }

  private static void assertFound(JsonNode node, JsonPointer pointer) {
    assertThat(JsonPointer.to(TREE, node.range())).isEqualTo(pointer);
    switch (node) {
      case JsonObject object ->
          object
              .members()
              .forEach(member -> assertFound(member.value(), pointer.member(member.name())));
      case JsonArray array -> {
        for (int i = 0; i < array.elements().size(); i++) {
          assertFound(array.elements().get(i), pointer.index(i));
        }
      }
      case JsonString string -> assertThat(pointer.text()).isEqualTo("/a/1/b");
      case JsonNumber number -> assertThat(pointer.text()).isIn("/a/0", "/a/2");
      case JsonBoolean truth -> assertThat(pointer.text()).isEqualTo("/e");
      case JsonNull nothing -> assertThat(pointer.text()).isEqualTo("//d");
    }
  }

  @Test
  void nameLeadsToItsMember() {
    assertThat(JsonPointer.to(TREE, new TextRange(2, 3, 2, 6)).text()).isEqualTo("/a");
    assertThat(JsonPointer.to(TREE, new TextRange(2, 24, 2, 29)).text()).isEqualTo("/a/1/c~0~1");
  }

  @Test
  void placeBetweenValuesLeadsToWhatIsAround() {
    assertThat(JsonPointer.to(TREE, new TextRange(2, 11, 2, 12)).text()).isEqualTo("/a");
    assertThat(JsonPointer.to(TREE, new TextRange(4, 1, 4, 2)).text()).isEmpty();
    assertThat(JsonPointer.to(TREE, new TextRange(9, 1, 9, 2)).text()).isEmpty();
  }
}
