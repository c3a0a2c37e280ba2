package dev.papack.document;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Suggestion;
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

/** Holds a tree against a shape and reports every difference, up to {@link #MAX_FAULTS}. */
public final class StructureCheck {
  /**
   * A document of millions of faulty values would fill the memory with reports of them that nobody
   * prints, so the check ends here.
   */
  static final int MAX_FAULTS = 1_000;

  private final Location document;
  private final String description;
  private final List<Diagnostic> faults = new ArrayList<>();

  private StructureCheck(Location document, String description) {
    this.document = document;
    this.description = description;
  }

  /**
   * The differences between a tree and a shape, in the order of the text: all of them, or the
   * {@value #MAX_FAULTS} that were met first.
   *
   * @param document the file, for locations
   * @param description what messages call the document, such as {@code asset version 1}
   */
  public static List<Diagnostic> faultsOf(
      JsonNode tree, Shape shape, Location document, String description) {
    StructureCheck check = new StructureCheck(document, description);
    check.check(tree, shape, JsonPointer.ROOT);
    return check.faults.stream().sorted().toList();
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
      wrongType(node, wanted, pointer);
      return;
    }
    if (!number.isInteger()) {
      fault(
          DiagnosticCode.NOT_AN_INTEGER,
          node,
          pointer,
          label(pointer) + " must be " + wanted + ", in plain digits, not " + shown(node),
          shown(node),
          wanted,
          wanted);
      return;
    }
    // No range of ours reaches beyond a long.
    OptionalLong value = number.asInteger();
    if (value.isEmpty() || !isAllowed.test(value.getAsLong())) {
      fault(
          DiagnosticCode.VALUE_OUT_OF_RANGE,
          node,
          pointer,
          label(pointer) + " must be " + wanted + ", not " + shown(node),
          shown(node),
          supported,
          wanted);
    }
  }

  private void checkText(JsonNode node, Shape.TextShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonString string)) {
      wrongType(node, "a string", pointer);
    } else if (!shape.form().matcher(string.text()).matches()) {
      fault(
          DiagnosticCode.STRING_FORM,
          node,
          pointer,
          label(pointer) + " must be " + shape.description() + ", not " + shown(node),
          shown(node),
          shape.description(),
          shape.description());
    }
  }

  private void checkChoice(JsonNode node, Shape.ChoiceShape shape, JsonPointer pointer) {
    if (node instanceof JsonString word) {
      checkWord(word, shape.values(), quotedList(shape.values()), pointer);
    } else {
      wrongType(node, "a string", pointer);
    }
  }

  private void checkWord(JsonString word, List<String> values, String wanted, JsonPointer pointer) {
    if (!values.contains(word.text())) {
      report(
          withSuggestion(
              Diagnostic.error(
                      DiagnosticCode.VALUE_UNKNOWN,
                      at(word, pointer),
                      label(pointer) + " must be " + wanted + ", not " + shown(word))
                  .found(shown(word))
                  .supported(wanted),
              at(word, pointer),
              Suggestion.closest(word.text(), values)));
    }
  }

  private void checkArray(JsonNode node, Shape.ArrayShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonArray array)) {
      wrongType(node, "an array", pointer);
      return;
    }
    int count = array.elements().size();
    if (count < shape.fewestElements() || count > shape.maxElements()) {
      report(elementCount(array, shape, pointer));
      return;
    }
    int index = 0;
    for (JsonNode element : array.elements()) {
      if (isFull()) {
        return;
      }
      check(element, shape.element(), pointer.index(index++));
    }
  }

  private Diagnostic elementCount(JsonArray array, Shape.ArrayShape shape, JsonPointer pointer) {
    String count = String.valueOf(array.elements().size());
    String allowed = shape.lengthInWords();
    return Diagnostic.error(
            DiagnosticCode.ELEMENT_COUNT,
            at(array, pointer),
            label(pointer) + " must have " + allowed + ", not " + count)
        .found(count)
        .supported(allowed)
        .limit(String.valueOf(shape.maxElements()))
        .advice(
            array.elements().size() < shape.fewestElements()
                ? "add the missing elements"
                : "remove some of them, or split them into several documents");
  }

  private void checkObject(JsonNode node, Shape.ObjectShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonObject object)) {
      wrongType(node, "an object", pointer);
      return;
    }
    Set<String> misspelt = new HashSet<>();
    for (JsonMember member : object.members()) {
      if (isFull()) {
        return;
      }
      if (checkedAsOneOf(shape.members(), member, pointer)) {
        continue;
      }
      unknown(object, member, names(shape.members()), pointer).ifPresent(misspelt::add);
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
        report(
            Diagnostic.error(
                    DiagnosticCode.MEMBER_NOT_APPLICABLE,
                    at(member, pointer),
                    quoted(member.name())
                        + " is not allowed together with "
                        + quoted(exclusion.other()))
                .found(quoted(exclusion.other()))
                .advice("remove " + quoted(member.name()) + " or " + quoted(exclusion.other())));
      }
    }
  }

  /**
   * Where the tag itself is at fault, the members that only some variants have are left alone: what
   * is wrong with them follows from the tag.
   */
  private void checkVariant(JsonNode node, Shape.VariantShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonObject object)) {
      wrongType(node, "an object", pointer);
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
      if (isFull()) {
        return;
      }
      if (checkedAsOneOf(always, member, pointer) || checkedAsOneOf(further, member, pointer)) {
        continue;
      }
      List<String> elsewhere = tagsWith(shape, member.name());
      if (elsewhere.isEmpty()) {
        List<String> known = new ArrayList<>(names(always));
        known.addAll(names(further));
        unknown(object, member, known, pointer).ifPresent(misspelt::add);
      } else {
        chosen.ifPresent(
            variant -> notApplicable(member, shape.tag(), variant.tag(), elsewhere, pointer));
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

  private void notApplicable(
      JsonMember member, String tag, String chosen, List<String> elsewhere, JsonPointer pointer) {
    String others = String.join(" or ", elsewhere);
    report(
        Diagnostic.error(
                DiagnosticCode.MEMBER_NOT_APPLICABLE,
                at(member, pointer),
                quoted(member.name())
                    + " is only allowed with "
                    + quoted(tag)
                    + ": "
                    + others
                    + ", but "
                    + quoted(tag)
                    + " is "
                    + quoted(chosen))
            .found(quoted(chosen))
            .supported(others)
            .advice("remove " + quoted(member.name()) + " or change " + quoted(tag)));
  }

  private void checkEither(JsonNode node, Shape.WordOrObjectShape shape, JsonPointer pointer) {
    String wanted = quotedList(shape.word().values()) + " or an object";
    switch (node) {
      case JsonString word -> checkWord(word, shape.word().values(), wanted, pointer);
      case JsonObject object -> checkObject(object, shape.object(), pointer);
      case JsonArray other -> wrongType(other, wanted, pointer);
      case JsonNumber other -> wrongType(other, wanted, pointer);
      case JsonBoolean other -> wrongType(other, wanted, pointer);
      case JsonNull other -> wrongType(other, wanted, pointer);
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
            missing(object, member.name(), pointer);
          }
        }
      }
    }
  }

  /** Reports a member that nobody knows, with the one that was meant, if that is not there yet. */
  private Optional<String> unknown(
      JsonObject object, JsonMember member, List<String> names, JsonPointer pointer) {
    Location place = at(member, pointer);
    List<String> absent = names.stream().filter(name -> object.find(name).isEmpty()).toList();
    Optional<String> meant = Suggestion.closest(member.name(), absent);
    report(
        withSuggestion(
            Diagnostic.error(
                    DiagnosticCode.MEMBER_UNKNOWN,
                    place,
                    "unknown member " + quoted(member.name()) + " in " + place(pointer))
                .found(quoted(member.name()))
                .supported(listed(names)),
            place,
            meant));
    return meant;
  }

  private static List<String> names(List<Shape.Member> members) {
    return members.stream().map(Shape.Member::name).toList();
  }

  private void missing(JsonObject object, String name, JsonPointer pointer) {
    report(
        Diagnostic.error(
                DiagnosticCode.MEMBER_MISSING,
                at(object, pointer),
                "the member " + quoted(name) + " is missing from " + place(pointer))
            .supported(quoted(name))
            .advice("add " + quoted(name)));
  }

  private void wrongType(JsonNode node, String wanted, JsonPointer pointer) {
    fault(
        DiagnosticCode.WRONG_TYPE,
        node,
        pointer,
        label(pointer) + " must be " + wanted + ", not " + typeOf(node),
        typeOf(node),
        wanted,
        wanted);
  }

  private void fault(
      DiagnosticCode code,
      JsonNode node,
      JsonPointer pointer,
      String message,
      String found,
      String supported,
      String help) {
    report(
        Diagnostic.error(code, at(node, pointer), message)
            .found(found)
            .supported(supported)
            .advice("write " + help));
  }

  private void report(Diagnostic fault) {
    if (!isFull()) {
      faults.add(fault);
    }
  }

  private boolean isFull() {
    return faults.size() == MAX_FAULTS;
  }

  private Location at(JsonNode node, JsonPointer pointer) {
    return document.at(node.range()).at(pointer.text());
  }

  private Location at(JsonMember member, JsonPointer parent) {
    return document.at(member.nameRange()).at(parent.member(member.name()).text());
  }

  private String place(JsonPointer pointer) {
    return pointer.equals(JsonPointer.ROOT) ? description : pointer.text() + " of " + description;
  }

  private static String label(JsonPointer pointer) {
    return pointer.equals(JsonPointer.ROOT) ? "the document" : pointer.text();
  }

  private static Diagnostic withSuggestion(
      Diagnostic diagnostic, Location place, Optional<String> closest) {
    return diagnostic.fix(
        closest
            .map(name ->
                Fix.edit(
                    "change it to " + quoted(name), Certainty.LIKELY, place.edit(quoted(name))))
            .orElseGet(
                () -> Fix.advice("write one of these: " + diagnostic.supported().orElse(""))));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String quotedList(List<String> texts) {
    return String.join(" or ", texts.stream().map(StructureCheck::quoted).toList());
  }

  private static String listed(List<String> names) {
    return String.join(", ", names.stream().map(StructureCheck::quoted).toList());
  }

  static String shown(JsonNode node) {
    return switch (node) {
      case JsonString string -> quoted(shortened(string.text()));
      case JsonNumber number -> shortened(number.text());
      case JsonObject object -> typeOf(object);
      case JsonArray array -> typeOf(array);
      case JsonBoolean bool -> String.valueOf(bool.value());
      case JsonNull nothing -> "null";
    };
  }

  /** A message quotes at most this many characters of a value that may be 64 KiB long. */
  private static String shortened(String text) {
    int most = 80;
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "...";
  }

  static String typeOf(JsonNode node) {
    return switch (node) {
      case JsonString string -> "a string";
      case JsonNumber number -> "a number";
      case JsonObject object -> "an object";
      case JsonArray array -> "an array";
      case JsonBoolean bool -> "a boolean";
      case JsonNull nothing -> "null";
    };
  }
}
