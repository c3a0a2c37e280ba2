package dev.papack.registry;

import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a person changes in a declaration: a member of its root, or of a group such as {@code
 * tiles}. Its value is one whole, also where it is a list or a loop.
 *
 * @param group the member of the root that holds it; empty for the root itself
 * @param name its own name
 */
record Setting(Optional<String> group, String name) {
  /** Every setting of a declaration with its value, in the order of the document. */
  static SequencedMap<Setting, JsonNode> allOf(JsonObject declaration) {
    SequencedMap<Setting, JsonNode> settings = new LinkedHashMap<>();
    for (JsonMember member : declaration.members()) {
      if (member.value() instanceof JsonObject group) {
        group
            .members()
            .forEach(inner ->
                settings.put(new Setting(Optional.of(member.name()), inner.name()), inner.value()));
      } else {
        settings.put(new Setting(Optional.empty(), member.name()), member.value());
      }
    }
    return settings;
  }

  /** The declaration that has these settings, and no empty group. */
  static JsonObject treeOf(SequencedMap<Setting, JsonNode> settings) {
    SequencedMap<String, JsonNode> root = new LinkedHashMap<>();
    SequencedMap<String, List<JsonMember>> groups = new LinkedHashMap<>();
    settings.forEach((setting, value) ->
        setting
            .group()
            .ifPresentOrElse(
                group ->
                    groups
                        .computeIfAbsent(group, _ -> new ArrayList<>())
                        .add(member(setting.name(), value)),
                () -> root.put(setting.name(), value)));
    List<JsonMember> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : root.entrySet()) {
      members.add(member(one.getKey(), one.getValue()));
    }
    groups.forEach((group, inner) -> members.add(member(group, object(inner))));
    return object(members);
  }

  /** Such as {@code tiles.tile_size}. */
  @Override
  public String toString() {
    return group.map(outer -> outer + "." + name).orElse(name);
  }
}
