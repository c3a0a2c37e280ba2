package dev.papack.migration;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.json.JsonString;
import dev.papack.json.StableForm;
import java.util.ArrayList;
import java.util.List;

/**
 * A fact that a document declares.
 *
 * @param pointer where it stands
 * @param value as it is written; also an object or array without anything in it
 */
record Leaf(String pointer, String value) {
  static List<Leaf> of(JsonNode tree) {
    List<Leaf> leaves = new ArrayList<>();
    collect(tree, JsonPointer.ROOT, leaves);
    return leaves;
  }

  /** The values that the members of a name have, in order. */
  static List<String> named(JsonNode tree, String name) {
    return of(tree).stream()
        .filter(leaf -> leaf.pointer().endsWith("/" + name))
        .map(Leaf::value)
        .toList();
  }

  private static void collect(JsonNode node, JsonPointer pointer, List<Leaf> leaves) {
    switch (node) {
      case JsonObject object when !object.members().isEmpty() -> {
        for (JsonMember member : object.members()) {
          collect(member.value(), pointer.member(member.name()), leaves);
        }
      }
      case JsonArray array when !array.elements().isEmpty() -> {
        for (int i = 0; i < array.elements().size(); i++) {
          collect(array.elements().get(i), pointer.index(i), leaves);
        }
      }
      case JsonObject _, JsonArray _, JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ ->
          leaves.add(new Leaf(pointer.text(), StableForm.write(node).strip()));
    }
  }
}
