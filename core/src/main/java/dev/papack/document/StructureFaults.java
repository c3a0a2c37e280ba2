package dev.papack.document;

import static dev.papack.document.ShownNode.quoted;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Suggestion;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the structure of one document, in words: one method a way to be wrong. */
final class StructureFaults {
  /**
   * A document of millions of faulty values would fill the memory with reports of them that nobody
   * prints, so the check ends here.
   */
  static final int MAX_FAULTS = 1_000;

  private final Location document;
  private final String description;
  private final List<Diagnostic> faults = new ArrayList<>();

  /**
   * None so far.
   *
   * @param document the file, for locations
   * @param description what messages call the document, such as {@code asset version 1}
   */
  StructureFaults(Location document, String description) {
    this.document = document;
    this.description = description;
  }

  /** In the order of the text. */
  List<Diagnostic> sorted() {
    return faults.stream().sorted().toList();
  }

  /** Whether no more are taken. */
  boolean isFull() {
    return faults.size() == MAX_FAULTS;
  }

  void wrongType(JsonNode node, String wanted, JsonPointer pointer) {
    fault(
        DiagnosticCode.WRONG_TYPE,
        node,
        pointer,
        label(pointer) + " must be " + wanted + ", not " + ShownNode.typeOf(node),
        ShownNode.typeOf(node),
        wanted,
        wanted);
  }

  void notAnInteger(JsonNode node, String wanted, JsonPointer pointer) {
    fault(
        DiagnosticCode.NOT_AN_INTEGER,
        node,
        pointer,
        label(pointer) + " must be " + wanted + ", in plain digits, not " + ShownNode.of(node),
        ShownNode.of(node),
        wanted,
        wanted);
  }

  void outOfRange(JsonNode node, String supported, String wanted, JsonPointer pointer) {
    fault(
        DiagnosticCode.VALUE_OUT_OF_RANGE,
        node,
        pointer,
        label(pointer) + " must be " + wanted + ", not " + ShownNode.of(node),
        ShownNode.of(node),
        supported,
        wanted);
  }

  void wrongForm(JsonString string, String wanted, JsonPointer pointer) {
    fault(
        DiagnosticCode.STRING_FORM,
        string,
        pointer,
        label(pointer) + " must be " + wanted + ", not " + ShownNode.of(string),
        ShownNode.of(string),
        wanted,
        wanted);
  }

  void unknownWord(JsonString word, List<String> values, String wanted, JsonPointer pointer) {
    report(
        withSuggestion(
            Diagnostic.error(
                    DiagnosticCode.VALUE_UNKNOWN,
                    at(word, pointer),
                    label(pointer) + " must be " + wanted + ", not " + ShownNode.of(word))
                .found(ShownNode.of(word))
                .supported(wanted),
            at(word, pointer),
            Suggestion.closest(word.text(), values)));
  }

  void elementCount(JsonArray array, Shape.ArrayShape shape, JsonPointer pointer) {
    String count = String.valueOf(array.elements().size());
    String allowed = shape.lengthInWords();
    report(
        Diagnostic.error(
                DiagnosticCode.ELEMENT_COUNT,
                at(array, pointer),
                label(pointer) + " must have " + allowed + ", not " + count)
            .found(count)
            .supported(allowed)
            .limit(String.valueOf(shape.maxElements()))
            .advice(
                array.elements().size() < shape.fewestElements()
                    ? "add the missing elements"
                    : "remove some of them, or split them into several documents"));
  }

  void excluded(JsonMember member, String other, JsonPointer pointer) {
    report(
        Diagnostic.error(
                DiagnosticCode.MEMBER_NOT_APPLICABLE,
                at(member, pointer),
                quoted(member.name()) + " is not allowed together with " + quoted(other))
            .found(quoted(other))
            .advice("remove " + quoted(member.name()) + " or " + quoted(other)));
  }

  void notApplicable(
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

  /** Reports a member that nobody knows, with the one that was meant, if that is not there yet. */
  Optional<String> unknown(
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

  void missing(JsonObject object, String name, JsonPointer pointer) {
    report(
        Diagnostic.error(
                DiagnosticCode.MEMBER_MISSING,
                at(object, pointer),
                "the member " + quoted(name) + " is missing from " + place(pointer))
            .supported(quoted(name))
            .advice("add " + quoted(name)));
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

  private static String listed(List<String> names) {
    return String.join(", ", names.stream().map(ShownNode::quoted).toList());
  }
}
