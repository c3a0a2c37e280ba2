package dev.papack.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line that differs from a printed one in one place.
 *
 * @param kind what was done to it
 * @param place the member that it was done to, as a path whose elements of arrays are {@code []}
 * @param line the damaged line
 */
record OneDamage(Kind kind, String place, ObjectNode line) {
  /** What can be done to a line. */
  enum Kind {
    MEMBER_DROPPED,
    MEMBER_ADDED,
    TYPE_CHANGED
  }

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A value of every type. */
  private static final List<JsonNode> VALUES =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.numberNode(1),
          NODES.numberNode(0.5),
          NODES.stringNode("damaged"),
          NODES.arrayNode(),
          NODES.objectNode());

  /**
   * Every member dropped, every object with a member more, every value made one of every other
   * type.
   */
  static List<OneDamage> of(ObjectNode line) {
    List<OneDamage> damages = new ArrayList<>();
    inObject(damages, line, line, "");
    return damages;
  }

  /** Damages the node in place, keeps a copy of the whole line, and repairs the node again. */
  private static void inObject(
      List<OneDamage> damages, ObjectNode line, ObjectNode object, String place) {
    object.put("unheard_of", 1);
    damages.add(new OneDamage(Kind.MEMBER_ADDED, place + "/unheard_of", line.deepCopy()));
    object.remove("unheard_of");
    for (String name : List.copyOf(object.propertyNames())) {
      String member = place + "/" + name;
      JsonNode value = object.get(name);
      object.remove(name);
      damages.add(new OneDamage(Kind.MEMBER_DROPPED, member, line.deepCopy()));
      for (JsonNode other : otherTypes(value)) {
        object.set(name, other);
        damages.add(new OneDamage(Kind.TYPE_CHANGED, member, line.deepCopy()));
      }
      object.set(name, value);
      inValue(damages, line, value, member);
    }
  }

  private static void inValue(
      List<OneDamage> damages, ObjectNode line, JsonNode value, String place) {
    if (value instanceof ObjectNode object) {
      inObject(damages, line, object, place);
    } else if (value instanceof ArrayNode array) {
      Set<String> shapes = new HashSet<>();
      for (int i = 0; i < array.size(); i++) {
        JsonNode element = array.get(i);
        if (!shapes.add(shape(element))) {
          continue;
        }
        for (JsonNode other : otherTypes(element)) {
          array.set(i, other);
          damages.add(new OneDamage(Kind.TYPE_CHANGED, place + "[]", line.deepCopy()));
        }
        array.set(i, element);
        inValue(damages, line, element, place + "[]");
      }
    }
  }

  /** The members and types in a value: of the elements of an array that share it, one is enough. */
  private static String shape(JsonNode value) {
    StringBuilder shape = new StringBuilder(value.getNodeType().name());
    value
        .properties()
        .forEach(member ->
            shape.append(member.getKey()).append('{').append(shape(member.getValue())).append('}'));
    return shape.toString();
  }

  private static List<JsonNode> otherTypes(JsonNode value) {
    return VALUES.stream()
        .filter(other ->
            other.getNodeType() != value.getNodeType()
                || other.isIntegralNumber() != value.isIntegralNumber())
        .toList();
  }
}
