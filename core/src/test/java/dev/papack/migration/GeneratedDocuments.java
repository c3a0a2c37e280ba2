package dev.papack.migration;

import dev.papack.diagnostic.TextRange;
import dev.papack.document.Gate;
import dev.papack.document.Shape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.Presence;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.JsonTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Random documents of a structure, from a seed: every kind of shape, the ends of every range,
 * optional members with and without, members in any order.
 */
final class GeneratedDocuments {
  private static final TextRange NOWHERE = new TextRange(1, 1, 1, 1);

  /** Those of them that a form accepts are used for it; every form of ours accepts some. */
  private static final List<String> TEXTS =
      List.of(
          "a",
          "0",
          "_",
          "sprites/hero",
          "a.b-c_d/e0",
          "a".repeat(128),
          "0f".repeat(32),
          "hero.png",
          "#65ff00",
          "#FF00fe",
          "2026-11-29T12:30:59.5Z",
          "Ä/ö 𝄞.png",
          "\"quoted\\ \n\t\u0000\u202e\u2028\ufeff/~",
          " ",
          "long ".repeat(200));

  private final RandomGenerator random;

  GeneratedDocuments(long seed) {
    random = new Random(seed);
  }

  JsonObject document(Shape structure) {
    return (JsonObject) next(structure);
  }

  JsonNode next(Shape shape) {
    return switch (shape) {
      case Shape.IntegerShape integer -> new JsonNumber(String.valueOf(number(integer)), NOWHERE);
      case Shape.NumberChoiceShape choice -> JsonTree.number(oneOf(choice.values()));
      case Shape.TextShape text -> new JsonString(text(text), NOWHERE);
      case Shape.ChoiceShape choice -> JsonTree.text(oneOf(choice.values()));
      case Shape.ArrayShape array -> array(array);
      case Shape.ObjectShape object -> object(apart(members(object.members()), object));
      case Shape.VariantShape variant -> variant(variant);
      case Shape.WordOrObjectShape either ->
          random.nextBoolean() ? next(either.word()) : next(either.object());
    };
  }

  private long number(Shape.IntegerShape shape) {
    return switch (random.nextInt(4)) {
      case 0 -> shape.smallest();
      case 1 -> shape.largest();
      case 2 -> Math.min(shape.largest(), shape.smallest() + random.nextInt(300));
      default -> shape.smallest() + random.nextLong(shape.largest() - shape.smallest() + 1);
    };
  }

  private String text(Shape.TextShape shape) {
    List<String> fitting =
        TEXTS.stream().filter(text -> shape.form().matcher(text).matches()).toList();
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException("add a text that is " + shape.description());
    }
    return oneOf(fitting);
  }

  private JsonNode array(Shape.ArrayShape shape) {
    int count =
        switch (random.nextInt(4)) {
          case 0 -> shape.fewestElements();
          case 1 -> shape.fewestElements() + 1;
          case 2 -> 20;
          default -> random.nextInt(5);
        };
    count = Math.clamp(count, shape.fewestElements(), shape.maxElements());
    List<JsonNode> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      elements.add(next(shape.element()));
    }
    return JsonTree.array(elements);
  }

  private JsonNode variant(Shape.VariantShape shape) {
    String value = oneOf(List.copyOf(shape.variants().sequencedKeySet()));
    List<JsonMember> members = new ArrayList<>(members(shape.common()));
    members.add(JsonTree.member(shape.tag(), value));
    members.addAll(members(shape.variants().getOrDefault(value, List.of())));
    return object(members);
  }

  private List<JsonMember> members(List<Member> declared) {
    List<JsonMember> members = new ArrayList<>();
    for (Member member : declared) {
      if (member.presence() == Presence.REQUIRED || random.nextBoolean()) {
        members.add(JsonTree.member(member.name(), next(member.shape())));
      }
    }
    return members;
  }

  /** Without the members that may not be beside others. */
  private static List<JsonMember> apart(List<JsonMember> members, Shape.ObjectShape shape) {
    List<String> names = members.stream().map(JsonMember::name).toList();
    return members.stream()
        .filter(member ->
            shape.exclusions().stream()
                .noneMatch(exclusion ->
                    exclusion.member().equals(member.name()) && names.contains(exclusion.other())))
        .toList();
  }

  /** In any order, but for the two that stand first in every document. */
  private JsonObject object(List<JsonMember> members) {
    List<JsonMember> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, Random.from(random));
    List<String> first = List.of(Gate.SCHEMA_VERSION, Gate.ARTIFACT);
    shuffled.sort(Comparator.comparingInt(member -> -first.indexOf(member.name())));
    return JsonTree.object(shuffled);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
