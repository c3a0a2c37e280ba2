package dev.papack.migration;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import java.util.List;

/** {@code asset} from version 1 to 2: the one {@code source} becomes the first of a list. */
final class SourceToSources implements Step {
  @Override
  public JsonObject apply(JsonObject tree) {
    return new JsonObject(
        tree.members().stream().map(SourceToSources::member).toList(), tree.range());
  }

  private static JsonMember member(JsonMember member) {
    JsonNode value = member.value();
    return switch (member.name()) {
      case "schema_version" ->
          new JsonMember(member.name(), member.nameRange(), JsonNumber.of(2, value.range()));
      case "source" ->
          new JsonMember(
              "sources", member.nameRange(), new JsonArray(List.of(value), value.range()));
      default -> member;
    };
  }
}
