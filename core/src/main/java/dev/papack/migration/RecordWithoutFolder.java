package dev.papack.migration;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/**
 * A record of a decision from version 1 to 2. In which folder it was written is not known, so it
 * counts as one from elsewhere; that old files are kept is required, and none will be found.
 */
final class RecordWithoutFolder implements Step {
  @Override
  public JsonObject apply(JsonObject tree) {
    List<JsonMember> members = new ArrayList<>();
    for (JsonMember member : tree.members()) {
      switch (member.name()) {
        case "schema_version" -> {
          members.add(
              new JsonMember(
                  member.name(), member.nameRange(), JsonNumber.of(2, member.value().range())));
          members.add(
              new JsonMember(
                  "folder", member.nameRange(), new JsonObject(List.of(), member.value().range())));
        }
        case "files" ->
            members.add(new JsonMember(member.name(), member.nameRange(), files(member.value())));
        default -> members.add(member);
      }
    }
    return new JsonObject(members, tree.range());
  }

  private static JsonNode files(JsonNode files) {
    return switch (files) {
      case JsonArray array ->
          new JsonArray(
              array.elements().stream().map(RecordWithoutFolder::file).toList(), array.range());
      default -> throw new IllegalArgumentException("the structure requires an array");
    };
  }

  private static JsonNode file(JsonNode file) {
    if (!(file instanceof JsonObject object)) {
      throw new IllegalArgumentException("the structure requires objects");
    }
    List<JsonMember> members = new ArrayList<>(object.members());
    members.add(new JsonMember("old", file.range(), new JsonString("kept", file.range())));
    return new JsonObject(members, object.range());
  }
}
