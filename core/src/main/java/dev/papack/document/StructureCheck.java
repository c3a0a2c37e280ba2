package dev.papack.document;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds a tree against a shape and reports every difference. */
public final class StructureCheck {
  private final Location document;
  private final String description;
  private final List<Diagnostic> faults = new ArrayList<>();

  private StructureCheck(Location document, String description) {
    this.document = document;
    this.description = description;
  }

  /**
   * Every difference between a tree and a shape, in the order of the text.
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
      case Shape.AnyObjectShape any -> {
        if (!(node instanceof JsonObject)) {
          wrongType(node, "an object", pointer);
        }
      }
    }
  }

  private OptionalLong requireInteger(JsonNode node, String wanted, JsonPointer pointer) {
    if (!(node instanceof JsonNumber number)) {
      wrongType(node, wanted, pointer);
      return OptionalLong.empty();
    }
    OptionalLong value = number.asInteger();
    if (value.isEmpty()) {
      fault(
          DiagnosticCode.NOT_AN_INTEGER,
          node,
          pointer,
          label(pointer) + " must be " + wanted + ", written without fraction or exponent",
          shown(node),
          wanted,
          wanted);
    }
    return value;
  }

  private void checkInteger(JsonNode node, Shape.IntegerShape shape, JsonPointer pointer) {
    String wanted = "an integer from " + shape.smallest() + " to " + shape.largest();
    OptionalLong value = requireInteger(node, wanted, pointer);
    if (value.isPresent()
        && (value.getAsLong() < shape.smallest() || value.getAsLong() > shape.largest())) {
      fault(
          DiagnosticCode.VALUE_OUT_OF_RANGE,
          node,
          pointer,
          label(pointer) + " must be " + wanted + ", not " + shown(node),
          shown(node),
          shape.smallest() + " to " + shape.largest(),
          wanted);
    }
  }

  private void checkNumberChoice(
      JsonNode node, Shape.NumberChoiceShape shape, JsonPointer pointer) {
    String wanted =
        String.join(", ", shape.values().stream().map(value -> value.toString()).toList());
    OptionalLong value = requireInteger(node, "one of " + wanted, pointer);
    if (value.isPresent()
        && shape.values().stream().noneMatch(allowed -> allowed == value.getAsLong())) {
      fault(
          DiagnosticCode.VALUE_OUT_OF_RANGE,
          node,
          pointer,
          label(pointer) + " must be one of " + wanted + ", not " + shown(node),
          shown(node),
          wanted,
          "one of " + wanted);
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
    if (!(node instanceof JsonString string)) {
      wrongType(node, "a string", pointer);
    } else if (!shape.values().contains(string.text())) {
      String wanted = quotedList(shape.values());
      faults.add(
          withSuggestion(
              Diagnostic.error(
                      DiagnosticCode.VALUE_UNKNOWN,
                      at(node, pointer),
                      label(pointer) + " must be " + wanted + ", not " + shown(node))
                  .found(shown(node))
                  .supported(wanted),
              Suggestion.closest(string.text(), shape.values())));
    }
  }

  private void checkArray(JsonNode node, Shape.ArrayShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonArray array)) {
      wrongType(node, "an array", pointer);
      return;
    }
    if (array.elements().size() > shape.mostElements()) {
      faults.add(
          Diagnostic.error(
                  DiagnosticCode.ASSETS_TOO_MANY,
                  at(node, pointer),
                  label(pointer)
                      + " has "
                      + array.elements().size()
                      + " entries; "
                      + shape.mostElements()
                      + " are allowed")
              .found(String.valueOf(array.elements().size()))
              .limit(String.valueOf(shape.mostElements()))
              .help("split the workspace: one pack holds no more"));
      return;
    }
    int index = 0;
    for (JsonNode element : array.elements()) {
      check(element, shape.element(), pointer.index(index++));
    }
  }

  private void checkVariant(JsonNode node, Shape.VariantShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonObject object)) {
      wrongType(node, "an object", pointer);
      return;
    }
    Optional<JsonNode> tag = object.find(shape.tag());
    if (tag.isEmpty()) {
      missing(object, shape.tag(), pointer);
      return;
    }
    JsonPointer tagPointer = pointer.member(shape.tag());
    List<String> tags = List.copyOf(shape.variants().keySet());
    int before = faults.size();
    checkChoice(tag.get(), new Shape.ChoiceShape(tags), tagPointer);
    if (faults.size() > before || !(tag.get() instanceof JsonString chosen)) {
      return;
    }
    checkMembers(object, shape, chosen.text(), pointer);
  }

  private void checkMembers(
      JsonObject object, Shape.VariantShape shape, String chosen, JsonPointer pointer) {
    Shape.ObjectShape variant = require(shape, chosen);
    List<JsonMember> ownMembers = new ArrayList<>();
    for (JsonMember member : object.members()) {
      List<String> elsewhere =
          shape.variants().entrySet().stream()
              .filter(other -> other.getValue().find(member.name()).isPresent())
              .map(other -> quoted(other.getKey()))
              .toList();
      if (variant.find(member.name()).isEmpty() && !elsewhere.isEmpty()) {
        faults.add(
            Diagnostic.error(
                    DiagnosticCode.MEMBER_NOT_APPLICABLE,
                    at(member, pointer),
                    quoted(member.name())
                        + " goes with "
                        + quoted(shape.tag())
                        + ": "
                        + String.join(" or ", elsewhere)
                        + " only, and "
                        + quoted(shape.tag())
                        + " is "
                        + quoted(chosen))
                .found(quoted(chosen))
                .supported(String.join(" or ", elsewhere))
                .help("remove " + quoted(member.name()) + " or change " + quoted(shape.tag())));
      } else {
        ownMembers.add(member);
      }
    }
    checkObject(new JsonObject(ownMembers, object.range()), variant, pointer);
  }

  private static Shape.ObjectShape require(Shape.VariantShape shape, String tag) {
    Shape.ObjectShape variant = shape.variants().get(tag);
    if (variant == null) {
      throw new IllegalStateException("the tag was checked against the variants: " + tag);
    }
    return variant;
  }

  private void checkEither(JsonNode node, Shape.WordOrObjectShape shape, JsonPointer pointer) {
    switch (node) {
      case JsonString word -> checkChoice(word, shape.word(), pointer);
      case JsonObject object -> checkObject(object, shape.object(), pointer);
      case JsonArray other -> wrongEither(other, shape, pointer);
      case JsonNumber other -> wrongEither(other, shape, pointer);
      case JsonBoolean other -> wrongEither(other, shape, pointer);
      case JsonNull other -> wrongEither(other, shape, pointer);
    }
  }

  private void wrongEither(JsonNode node, Shape.WordOrObjectShape shape, JsonPointer pointer) {
    wrongType(node, quotedList(shape.word().values()) + " or an object", pointer);
  }

  private void checkObject(JsonNode node, Shape.ObjectShape shape, JsonPointer pointer) {
    if (!(node instanceof JsonObject object)) {
      wrongType(node, "an object", pointer);
      return;
    }
    for (JsonMember member : object.members()) {
      Optional<Shape.Member> known = shape.find(member.name());
      if (known.isPresent()) {
        check(member.value(), known.get().shape(), pointer.member(member.name()));
      } else {
        List<String> names = shape.members().stream().map(Shape.Member::name).toList();
        faults.add(
            withSuggestion(
                Diagnostic.error(
                        DiagnosticCode.MEMBER_UNKNOWN,
                        at(member, pointer),
                        quoted(member.name()) + " is no member of " + place(pointer))
                    .found(quoted(member.name()))
                    .supported(listed(names)),
                Suggestion.closest(member.name(), names)));
      }
    }
    for (Shape.Member member : shape.members()) {
      switch (member.presence()) {
        case OPTIONAL -> {}
        case REQUIRED -> {
          if (object.find(member.name()).isEmpty()) {
            missing(object, member.name(), pointer);
          }
        }
      }
    }
  }

  private void missing(JsonObject object, String name, JsonPointer pointer) {
    faults.add(
        Diagnostic.error(
                DiagnosticCode.MEMBER_MISSING,
                at(object, pointer),
                place(pointer) + " lacks the member " + quoted(name))
            .supported(quoted(name))
            .help("add " + quoted(name)));
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
    faults.add(
        Diagnostic.error(code, at(node, pointer), message)
            .found(found)
            .supported(supported)
            .help("write " + help));
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

  private static Diagnostic withSuggestion(Diagnostic diagnostic, Optional<String> closest) {
    return closest
        .map(name -> diagnostic.help("did you mean " + quoted(name) + "?"))
        .orElse(diagnostic.help("allowed: " + diagnostic.supported().orElse("")));
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
