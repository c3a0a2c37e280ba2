package dev.papack.migration;

import dev.papack.document.Shape;
import dev.papack.document.Shape.Member;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A structure as text, equal for structures that accept the same in the same order. How a message
 * describes a form is no part of it.
 */
final class StructureText {
  private StructureText() {}

  static String of(Shape shape) {
    return switch (shape) {
      case Shape.IntegerShape integer -> "integer " + integer.smallest() + ".." + integer.largest();
      case Shape.NumberChoiceShape choice -> "one of " + choice.values();
      case Shape.TextShape text -> "text /" + text.form().pattern() + "/" + text.form().flags();
      case Shape.ChoiceShape choice ->
          choice.values().stream()
              .map(value -> '"' + value + '"')
              .collect(Collectors.joining(", ", "one of [", "]"));
      case Shape.ArrayShape array ->
          "array of "
              + array.fewestElements()
              + ".."
              + array.maxElements()
              + " "
              + of(array.element());
      case Shape.ObjectShape object ->
          "object {" + members(object.members()) + exclusions(object) + "}";
      case Shape.VariantShape variant ->
          "object {"
              + members(variant.common())
              + variant.variants().sequencedEntrySet().stream()
                  .map(entry ->
                      variant.tag()
                          + " \""
                          + entry.getKey()
                          + "\": {"
                          + members(entry.getValue())
                          + "}; ")
                  .collect(Collectors.joining())
              + "in order "
              + variant.order()
              + "}";
      case Shape.WordOrObjectShape either -> of(either.word()) + " or " + of(either.object());
    };
  }

  /** Nothing where there are none, as released structures had none. */
  private static String exclusions(Shape.ObjectShape object) {
    return object.exclusions().stream()
        .map(exclusion -> exclusion.member() + " not with " + exclusion.other() + "; ")
        .collect(Collectors.joining());
  }

  private static String members(List<Member> members) {
    return members.stream()
        .map(member ->
            switch (member.presence()) {
                  case REQUIRED -> "required ";
                  case OPTIONAL -> "optional ";
                }
                + member.name()
                + ": "
                + of(member.shape())
                + "; ")
        .collect(Collectors.joining());
  }
}
