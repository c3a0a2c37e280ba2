package dev.papack.fuzz;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.TextRange;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonString;
import dev.papack.json.StableForm;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict JSON: the stable form of a tree reads back as the same tree, and every place is found. */
final class JsonTarget {
  private JsonTarget() {}

  static void check(byte[] input) {
    Optional<JsonNode> tree = read(input);
    if (tree.isEmpty()) {
      return;
    }
    String text = StableForm.write(tree.get());
    JsonNode again =
        read(text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new AssertionError("the stable form is refused: " + text));
    Results.require(StableForm.write(again).equals(text), "the stable form is stable");
    requirePlaces(tree.get(), tree.get(), JsonPointer.ROOT);
  }

  private static Optional<JsonNode> read(byte[] input) {
    return Results.accepted(JsonReader.parse(Snapshot.of("x.json", input), Artifact.ASSET));
  }

  /** The pointer to each value's place leads to that value. */
  private static void requirePlaces(JsonNode root, JsonNode node, JsonPointer pointer) {
    TextRange range = node.range();
    Results.require(JsonPointer.to(root, range).equals(pointer), "a place has its pointer");
    switch (node) {
      case JsonObject object -> {
        for (JsonMember member : object.members()) {
          requirePlaces(root, member.value(), pointer.member(member.name()));
        }
      }
      case JsonArray array -> {
        for (int i = 0; i < array.elements().size(); i++) {
          requirePlaces(root, array.elements().get(i), pointer.index(i));
        }
      }
      case JsonString string -> {}
      case JsonNumber number -> {}
      case JsonBoolean truth -> {}
      case JsonNull nothing -> {}
    }
  }
}
