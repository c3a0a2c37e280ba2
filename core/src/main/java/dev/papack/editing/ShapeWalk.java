package dev.papack.editing;

import dev.papack.document.Shape;
import dev.papack.document.Shape.ArrayShape;
import dev.papack.document.Shape.ChoiceShape;
import dev.papack.document.Shape.Member;
import dev.papack.document.Shape.ObjectShape;
import dev.papack.document.Shape.Presence;
import dev.papack.document.Shape.VariantShape;
import dev.papack.document.Shape.WordOrObjectShape;
import dev.papack.editing.LooseValue.Members;
import dev.papack.editing.LooseValue.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the structure of a document allows at a place of it. */
final class ShapeWalk {
  private final Shape root;
  private final Caret caret;

  ShapeWalk(Shape root, Caret caret) {
    this.root = root;
    this.caret = caret;
  }

  /** The members of the object that the place is in, as far as its variant is known. */
  List<Member> members() {
    List<String> around =
        caret.part() == Caret.Part.NAME && caret.token().isEmpty()
            ? caret.path()
            : caret.path().subList(0, Math.max(0, caret.path().size() - 1));
    return shapeAt(around).map(this::membersOf).orElse(List.of());
  }

  /** What the place may be, if the structure knows it. */
  Optional<Shape> shape() {
    return shapeAt(caret.path());
  }

  private Optional<Shape> shapeAt(List<String> path) {
    Optional<Shape> shape = Optional.of(root);
    for (String step : path) {
      shape = shape.flatMap(outer -> inner(outer, step));
    }
    return shape;
  }

  private Optional<Shape> inner(Shape outer, String step) {
    return outer instanceof ArrayShape array
        ? Optional.of(array.element()).filter(_ -> step.equals(Caret.ELEMENT))
        : membersOf(outer).stream()
            .filter(member -> member.name().equals(step))
            .map(Member::shape)
            .findFirst();
  }

  private List<Member> membersOf(Shape shape) {
    return switch (shape) {
      case ObjectShape object -> object.members();
      case WordOrObjectShape either -> either.object().members();
      case VariantShape variant -> membersOf(variant);
      default -> List.of();
    };
  }

  /** Of all variants as long as none is written. */
  private List<Member> membersOf(VariantShape variant) {
    Optional<List<Member>> own =
        caret.objects().stream()
            .findFirst()
            .flatMap(object -> tag(object, variant))
            .map(variant.variants()::get);
    Map<String, Member> members = new LinkedHashMap<>();
    members.put(
        variant.tag(),
        new Member(
            variant.tag(),
            new ChoiceShape(List.copyOf(variant.variants().keySet())),
            Presence.REQUIRED));
    variant.common().forEach(member -> members.put(member.name(), member));
    List<List<Member>> further =
        own.map(List::of).orElseGet(() -> List.copyOf(variant.variants().values()));
    further.forEach(some -> some.forEach(member -> members.putIfAbsent(member.name(), member)));
    List<Member> ordered = new ArrayList<>();
    for (String name : variant.order()) {
      Optional.ofNullable(members.get(name)).ifPresent(ordered::add);
    }
    return ordered;
  }

  private static Optional<String> tag(Members object, VariantShape variant) {
    return object.token(variant.tag()).map(Token::text).filter(variant.variants()::containsKey);
  }
}
