package dev.papack.migration;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.JsonTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Every tree that differs from a given one in one place: a value replaced, a member left out,
 * renamed or added, an element left out or doubled.
 */
final class OneChange {
  private OneChange() {}

  static List<JsonNode> of(JsonNode node) {
    List<JsonNode> changed = new ArrayList<>(replacements(node));
    switch (node) {
      case JsonObject object -> changed.addAll(ofObject(object));
      case JsonArray array -> changed.addAll(ofArray(array));
      case JsonString string -> {}
      case JsonNumber number -> {}
      case JsonBoolean bool -> {}
      case JsonNull nothing -> {}
    }
    return changed;
  }

  private static List<JsonNode> ofObject(JsonObject object) {
    List<JsonNode> changed = new ArrayList<>();
    for (int i = 0; i < object.members().size(); i++) {
      JsonMember member = object.members().get(i);
      for (JsonNode value : of(member.value())) {
        changed.add(with(object, i, List.of(JsonTree.member(member.name(), value))));
      }
      changed.add(with(object, i, List.of()));
      changed.add(with(object, i, List.of(JsonTree.member(member.name() + "_", member.value()))));
    }
    for (String name :
        List.of("unknown", "tiles", "sounds", "index_0", "loop_end", "preload", "")) {
      if (object.find(name).isEmpty()) {
        List<JsonMember> members = new ArrayList<>(object.members());
        members.add(JsonTree.member(name, 1));
        changed.add(JsonTree.object(members));
      }
    }
    return changed;
  }

  private static JsonObject with(JsonObject object, int index, List<JsonMember> instead) {
    List<JsonMember> members = new ArrayList<>(object.members());
    members.remove(index);
    members.addAll(index, instead);
    return JsonTree.object(members);
  }

  private static List<JsonNode> ofArray(JsonArray array) {
    List<JsonNode> changed = new ArrayList<>();
    for (int i = 0; i < array.elements().size(); i++) {
      List<JsonNode> without = new ArrayList<>(array.elements());
      JsonNode element = without.remove(i);
      changed.add(JsonTree.array(without));
      List<JsonNode> doubled = new ArrayList<>(array.elements());
      doubled.add(element);
      changed.add(JsonTree.array(doubled));
      for (JsonNode value : of(element)) {
        List<JsonNode> replaced = new ArrayList<>(array.elements());
        replaced.set(i, value);
        changed.add(JsonTree.array(replaced));
      }
    }
    return changed;
  }

  /** Values of every type, at both sides of every limit that a structure has. */
  private static List<JsonNode> replacements(JsonNode node) {
    List<JsonNode> values = new ArrayList<>();
    values.add(new JsonNull(node.range()));
    values.add(new JsonBoolean(true, node.range()));
    values.add(JsonTree.array(List.of()));
    values.add(JsonTree.array(List.of(JsonTree.number(1))));
    values.add(JsonTree.object());
    for (String number :
        List.of(
            "-1",
            "0",
            "1",
            "2",
            "3",
            "8",
            "16",
            "24",
            "32",
            "255",
            "256",
            "7999",
            "8000",
            "48000",
            "48001",
            "2147483647",
            "2147483648",
            "9007199254740991",
            "9007199254740992",
            "99999999999999999999",
            "-99999999999999999999",
            "0.5")) {
      values.add(new JsonNumber(number, node.range()));
    }
    for (String text :
        List.of(
            "",
            " ",
            "a",
            "A",
            "a\n",
            "a/b-c.d_e",
            "a//b",
            "/a",
            "a/",
            "\u00e4",
            "1",
            "none",
            "source",
            "auto",
            "indexed",
            "exact",
            "pad",
            "transparent",
            "TILES",
            "SOUNDS",
            "NONE",
            "tiles",
            "asset",
            "index",
            "preload",
            "a".repeat(128),
            "a".repeat(129),
            "0".repeat(63),
            "0".repeat(64),
            "0".repeat(65),
            "0".repeat(63) + "\n",
            "0".repeat(64) + "\n",
            "A".repeat(64))) {
      values.add(JsonTree.text(text));
    }
    return values;
  }
}
