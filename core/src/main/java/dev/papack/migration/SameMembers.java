package dev.papack.migration;

import dev.papack.json.JsonMember;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;

/**
 * To a version that has every member of the one before, and more that may be absent: nothing but
 * the number changes, and nothing is invented.
 *
 * @param version the version it leads to
 */
record SameMembers(int version) implements Step {
  @Override
  public JsonObject apply(JsonObject tree) {
    return new JsonObject(tree.members().stream().map(this::member).toList(), tree.range());
  }

  private JsonMember member(JsonMember member) {
    return member.name().equals("schema_version")
        ? new JsonMember(
            member.name(), member.nameRange(), JsonNumber.of(version, member.value().range()))
        : member;
  }
}
