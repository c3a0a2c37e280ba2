package dev.papack.json;

import dev.papack.diagnostic.TextRange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object.
 *
 * @param members in the order of the text, no name twice
 * @param range with the braces
 */
public record JsonObject(List<JsonMember> members, TextRange range) implements JsonNode {
  private static final int FEW = 12;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a name is doubled
   */
  public JsonObject {
    members = List.copyOf(members);
    if (members.size() <= FEW) {
      requireFewDistinct(members);
    } else {
      Set<String> names = HashSet.newHashSet(members.size());
      for (JsonMember member : members) {
        if (!names.add(member.name())) {
          throw doubled(member);
        }
      }
    }
  }

  /** Quicker than a set for as many as documents have. */
  private static void requireFewDistinct(List<JsonMember> members) {
    for (int i = 1; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (members.get(j).name().equals(members.get(i).name())) {
          throw doubled(members.get(i));
        }
      }
    }
  }

  private static IllegalArgumentException doubled(JsonMember member) {
    return new IllegalArgumentException("the name " + member.name() + " is doubled");
  }

  /**
   * The value of a member. Looks through all members: meant for the few names of a schema.
   *
   * @param name the whole name
   * @return its value, where there is such a member
   */
  public Optional<JsonNode> find(String name) {
    for (JsonMember member : members) {
      if (member.name().equals(name)) {
        return Optional.of(member.value());
      }
    }
    return Optional.empty();
  }
}
