package dev.papack.document;

import static dev.papack.document.ShownNode.quoted;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Location;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonBoolean;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNull;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.json.JsonString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Holds a tree against a shape and reports every difference, up to {@link
 * StructureFaults#MAX_FAULTS}.
 */
public final class StructureCheck {
  private final StructureFaults faults;

  private StructureCheck(StructureFaults faults) {
    this.faults = faults;
  }

  /**
   * The differences between a tree and a shape, in the order of the text: all of them, or the
   * {@value StructureFaults#MAX_FAULTS} that were met first.
   *
   * @param document the file, for locations
   * @param description what messages call the document, such as {@code asset version 1}
   */
  public static List<Diagnostic> faultsOf(
      JsonNode tree, Shape shape, Location document, String description) {
    StructureFaults faults = new StructureFaults(document, description);
    new StructureCheck(faults).check(tree, shape, JsonPointer.ROOT);
    return faults.sorted();
  }

  private void check(JsonNode node, Shape shape, JsonPointer pointer) {
    switch (shape) {
      case Shape.IntegerShape integer -> checkInteger(node, integer, pointer);
      case Shape.NumberChoiceShape choice -> checkNumberChoice(node, choice, pointer);
      case Shape.TextShape text -> checkText(node, text, pointer);
      case Shape.ChoiceShape choice -> checkChoice(node, choice, pointer);
      case Shape.ArrayShape array -> checkArray(node, array, pointer);
      case Shape.ObjectShape object -> checkObject(node, object, pointer);
      case Shape.VariantShape variant -> checkVariant(node, variant, pointer);
      case Shape.WordOrObjectShape either -> checkEither(node, either, pointer);
    }
  }

  private void checkInteger(JsonNode node, Shape.IntegerShape shape, JsonPointer pointer) {
    String range = shape.smallest() + " to " + shape.largest();
    checkNumber(
        node,
        range,
        "an integer from " + range,
        value -> value >= shape.smallest() && value <= shape.largest(),
        pointer);
  }

  private void checkNumberChoice(
      JsonNode node, Shape.NumberChoiceShape shape, JsonPointer pointer) {
    String choices =
        String.join(", ", shape.values().stream().map(value -> value.toString()).toList());
    checkNumber(
        node,
        choices,
        "one of " + choices,
        value -> shape.values().stream().anyMatch(allowed -> allowed == value),
        pointer);
  }

  private void checkNumber(
      JsonNode node,
      String supported,
      String wanted,
      LongPredicate isAllowed,
      JsonPointer pointer) {
    if (!(node instanceof JsonNumber number)) {
      faults.wrongType(node, wanted, pointer);
      return;
    }
    if (!number.isInteger()) {
      faults.notAnInteger(node, wanted, pointer);
      return;
    }
    // No range of ours reaches beyond a long.
    OptionalLong value = number.asInteger();
    if (value.isEmpty() || !isAllowed.test(value.getAsLong())) {
      faults.outOfRange(node, supported, wanted, pointer);
    }
  }

  private void checkText(JsonNode node, Shape.TextShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonString string)) {
      faults.wrongType(node, "a string", pointer);
    } else if (!shape.form().matcher(string.text()).matches()) {
      faults.wrongForm(string, shape.description(), pointer);
    }
  }

  private void checkChoice(JsonNode node, Shape.ChoiceShape shape, JsonPointer pointer) {
    if (node instanceof JsonString word) {
      checkWord(word, shape.values(), quotedList(shape.values()), pointer);
    } else {
      faults.wrongType(node, "a string", pointer);
    }
  }

  private void checkWord(JsonString word, List<String> values, String wanted, JsonPointer pointer) {
    if (!values.contains(word.text())) {
      faults.unknownWord(word, values, wanted, pointer);
    }
  }

  private void checkArray(JsonNode node, Shape.ArrayShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonArray array)) {
      faults.wrongType(node, "an array", pointer);
      return;
    }
    int count = array.elements().size();
    if (count < shape.fewestElements() || count > shape.maxElements()) {
      faults.elementCount(array, shape, pointer);
      return;
    }
    int index = 0;
    for (JsonNode element : array.elements()) {
      if (faults.isFull()) {
        return;
      }
      check(element, shape.element(), pointer.index(index++));
    }
  }

  private void checkObject(JsonNode node, Shape.ObjectShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonObject object)) {
      faults.wrongType(node, "an object", pointer);
      return;
    }
    Set<String> misspelt = new HashSet<>();
    for (JsonMember member : object.members()) {
      if (faults.isFull()) {
        return;
      }
      if (checkedAsOneOf(shape.members(), member, pointer)) {
        continue;
      }
      faults.unknown(object, member, names(shape.members()), pointer).ifPresent(misspelt::add);
    }
    checkPresence(object, shape.members(), misspelt, pointer);
    shape.exclusions().forEach(exclusion -> checkExclusion(object, exclusion, pointer));
  }

  private void checkExclusion(JsonObject object, Shape.Exclusion exclusion, JsonPointer pointer) {
    if (object.find(exclusion.other()).isEmpty()) {
      return;
    }
    for (JsonMember member : object.members()) {
      if (member.name().equals(exclusion.member())) {
        faults.excluded(member, exclusion.other(), pointer);
      }
    }
  }

  /**
   * Where the tag itself is wrong, the members that only some variants have are left alone: what is
   * wrong with them follows from the tag.
   */
  private void checkVariant(JsonNode node, Shape.VariantShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonObject object)) {
      faults.wrongType(node, "an object", pointer);
      return;
    }
    Shape.Member tag =
        Shape.Member.required(
            shape.tag(), new Shape.ChoiceShape(List.copyOf(shape.variants().keySet())));
    List<Shape.Member> always = new ArrayList<>(shape.common());
    always.add(tag);
    Optional<Variant> chosen = chosen(object, shape);
    List<Shape.Member> further = chosen.map(Variant::members).orElse(List.of());
    Set<String> misspelt = new HashSet<>();
    for (JsonMember member : object.members()) {
      if (faults.isFull()) {
        return;
      }
      if (checkedAsOneOf(always, member, pointer) || checkedAsOneOf(further, member, pointer)) {
        continue;
      }
      List<String> elsewhere = tagsWith(shape, member.name());
      if (elsewhere.isEmpty()) {
        List<String> known = new ArrayList<>(names(always));
        known.addAll(names(further));
        faults.unknown(object, member, known, pointer).ifPresent(misspelt::add);
      } else {
        chosen.ifPresent(variant ->
            faults.notApplicable(member, shape.tag(), variant.tag(), elsewhere, pointer));
      }
    }
    checkPresence(object, always, misspelt, pointer);
    checkPresence(object, further, misspelt, pointer);
  }

  /** One of the variants of a shape. */
  private record Variant(String tag, List<Shape.Member> members) {
    /** Copies the list. */
    private Variant {
      members = List.copyOf(members);
    }
  }

  private static Optional<Variant> chosen(JsonObject object, Shape.VariantShape shape) {
    if (object.find(shape.tag()).orElse(null) instanceof JsonString tag) {
      return Optional.ofNullable(shape.variants().get(tag.text()))
          .map(members -> new Variant(tag.text(), members));
    }
    return Optional.empty();
  }

  private static List<String> tagsWith(Shape.VariantShape shape, String memberName) {
    return shape.variants().entrySet().stream()
        .filter(variant -> names(variant.getValue()).contains(memberName))
        .map(variant -> quoted(variant.getKey()))
        .toList();
  }

  private void checkEither(JsonNode node, Shape.WordOrObjectShape shape, JsonPointer pointer) {
    String wanted = quotedList(shape.word().values()) + " or an object";
    switch (node) {
      case JsonString word -> checkWord(word, shape.word().values(), wanted, pointer);
      case JsonObject object -> checkObject(object, shape.object(), pointer);
      case JsonArray other -> faults.wrongType(other, wanted, pointer);
      case JsonNumber other -> faults.wrongType(other, wanted, pointer);
      case JsonBoolean other -> faults.wrongType(other, wanted, pointer);
      case JsonNull other -> faults.wrongType(other, wanted, pointer);
    }
  }

  private boolean checkedAsOneOf(List<Shape.Member> known, JsonMember member, JsonPointer pointer) {
    for (Shape.Member candidate : known) {
      if (candidate.name().equals(member.name())) {
        check(member.value(), candidate.shape(), pointer.member(member.name()));
        return true;
      }
    }
    return false;
  }

  /** A member that was only misspelt is one fault, which was reported. */
  private void checkPresence(
      JsonObject object, List<Shape.Member> known, Set<String> misspelt, JsonPointer pointer) {
    for (Shape.Member member : known) {
      switch (member.presence()) {
        case OPTIONAL -> {}
        case REQUIRED -> {
          if (object.find(member.name()).isEmpty() && !misspelt.contains(member.name())) {
            faults.missing(object, member.name(), pointer);
          }
        }
      }
    }
  }

  private static List<String> names(List<Shape.Member> members) {
    return members.stream().map(Shape.Member::name).toList();
  }

  private static String quotedList(List<String> texts) {
    return String.join(" or ", texts.stream().map(ShownNode::quoted).toList());
  }
}
