package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Members of a record whose structure has been checked; only whether they are there is open. */
final class RecordFields {
  private RecordFields() {}

  static List<JsonObject> objects(JsonObject tree, String name) {
    return ((JsonArray) tree.find(name).orElseThrow())
        .elements().stream().map(JsonObject.class::cast).toList();
  }

  static Optional<Sha256> digest(JsonObject object, String name) {
    return text(object, name).flatMap(Sha256::fromHex);
  }

  static Optional<String> text(JsonObject object, String name) {
    return object.find(name).map(node -> ((JsonString) node).text());
  }

  static Optional<Long> number(JsonObject object, String name) {
    return object.find(name).map(node -> ((JsonNumber) node).asInteger().orElseThrow());
  }
}
