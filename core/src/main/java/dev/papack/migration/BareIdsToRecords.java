package dev.papack.migration;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import java.util.List;

/**
 * {@code index} from version 1 to 2: a retired id becomes a record of it. What the asset was called
 * is not known, and nothing is invented.
 */
final class BareIdsToRecords implements Step {
  @Override
  public JsonObject apply(JsonObject tree) {
    return new JsonObject(
        tree.members().stream().map(BareIdsToRecords::member).toList(), tree.range());
  }

  private static JsonMember member(JsonMember member) {
    JsonNode value = member.value();
    return switch (member.name()) {
      case "schema_version" ->
          new JsonMember(member.name(), member.nameRange(), JsonNumber.of(2, value.range()));
      case "retired" -> new JsonMember(member.name(), member.nameRange(), records(value));
      default -> member;
    };
  }

  private static JsonNode records(JsonNode ids) {
    return switch (ids) {
      case JsonArray array ->
          new JsonArray(
              array.elements().stream().map(BareIdsToRecords::recordOf).toList(), array.range());
      default -> throw new IllegalArgumentException("the structure requires an array");
    };
  }

  private static JsonNode recordOf(JsonNode id) {
    return new JsonObject(List.of(new JsonMember("asset_id", id.range(), id)), id.range());
  }
}
