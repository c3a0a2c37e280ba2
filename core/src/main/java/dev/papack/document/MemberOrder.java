package dev.papack.document;

import dev.papack.json.JsonArray;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which the members of a structure are written; no value changes. */
public final class MemberOrder {
  private MemberOrder() {}

  /**
   * A tree with every object's members in the order of its shape.
   *
   * @param tree its structure checked
   * @param shape of the whole tree
   * @return the same values
   */
  public static JsonObject of(JsonObject tree, Shape shape) {
    return object(tree, shape);
  }

  private static JsonNode node(JsonNode node, Shape shape) {
    return switch (node) {
      case JsonObject object -> object(object, shape);
      case JsonArray array -> array(array, shape);
      case JsonString string -> string;
      case JsonNumber number -> number;
      case JsonBoolean truth -> truth;
      case JsonNull nothing -> nothing;
    };
  }

  private static JsonNode array(JsonArray array, Shape shape) {
    if (shape instanceof Shape.ArrayShape list) {
      return new JsonArray(
          array.elements().stream().map(element -> node(element, list.element())).toList(),
          array.range());
    }
    throw new IllegalArgumentException("no array is declared here: " + shape);
  }

  private static JsonObject object(JsonObject object, Shape shape) {
    return switch (shape) {
      case Shape.ObjectShape plain -> ordered(object, plain.members(), names(plain.members()));
      case Shape.VariantShape variant ->
          ordered(object, membersOf(variant, object), variant.order());
      case Shape.WordOrObjectShape either -> object(object, either.object());
      case Shape.IntegerShape other -> throw noObject(other);
      case Shape.TextShape other -> throw noObject(other);
      case Shape.ChoiceShape other -> throw noObject(other);
      case Shape.NumberChoiceShape other -> throw noObject(other);
      case Shape.ArrayShape other -> throw noObject(other);
    };
  }

  private static List<Shape.Member> membersOf(Shape.VariantShape shape, JsonObject object) {
    List<Shape.Member> members = new ArrayList<>(shape.common());
    if (object.find(shape.tag()).orElse(null) instanceof JsonString tag) {
      members.addAll(shape.variants().getOrDefault(tag.text(), List.of()));
    }
    return members;
  }

  private static IllegalArgumentException noObject(Shape shape) {
    return new IllegalArgumentException("no object is declared here: " + shape);
  }

  private static List<String> names(List<Shape.Member> members) {
    return members.stream().map(Shape.Member::name).toList();
  }

  private static JsonObject ordered(
      JsonObject object, List<Shape.Member> members, List<String> order) {
    return new JsonObject(
        object.members().stream()
            .sorted(Comparator.comparingInt(member -> order.indexOf(member.name())))
            .map(member -> ordered(member, members))
            .toList(),
        object.range());
  }

  private static JsonMember ordered(JsonMember member, List<Shape.Member> members) {
    return members.stream()
        .filter(declared -> declared.name().equals(member.name()))
        .findFirst()
        .map(declared ->
            new JsonMember(
                member.name(), member.nameRange(), node(member.value(), declared.shape())))
        .orElse(member);
  }
}
