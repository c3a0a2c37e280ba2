package dev.papack.document;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The version that a document says it has, held against the support window of its kind. */
sealed interface SaidVersion {
  /** One that this release reads. */
  record Supported(int version) implements SaidVersion {}

  /** One before or after the window: the document is whole, for another release. */
  record OfAnotherRelease(Diagnostic fault) implements SaidVersion {}

  /** None, or one that no release has. */
  record None(Diagnostic fault) implements SaidVersion {}

  /** What is written with digits alone; whether it ever existed is asked after. */
  Pattern INTEGER = Pattern.compile("-?[0-9]+");

  static SaidVersion of(JsonObject object, Kind kind, Location file) {
    SupportWindow window = kind.window();
    Optional<JsonNode> version = object.find(Gate.SCHEMA_VERSION);
    if (version.isEmpty()) {
      return new None(
          Diagnostic.error(
                  DiagnosticCode.VERSION_MISSING,
                  file.at(object.range()).at(JsonPointer.ROOT.text()),
                  "the member \"" + Gate.SCHEMA_VERSION + "\" is missing from the document")
              .supported(window.toString())
              .advice("start the document with " + Gate.beginning(kind)));
    }
    Location place = Gate.at(version.get(), Gate.SCHEMA_VERSION, file);
    String found = ShownNode.of(version.get());
    if (!(version.get() instanceof JsonNumber number)
        || !INTEGER.matcher(number.text()).matches()) {
      return new None(
          Diagnostic.error(
                  DiagnosticCode.VERSION_NOT_AN_INTEGER,
                  place,
                  "\"" + Gate.SCHEMA_VERSION + "\" must be an integer, not " + found)
              .found(found)
              .supported(window.toString())
              .advice("write the version as a plain number, such as " + window.current()));
    }
    // An integer too long for a long is a version of a very far future, or of none.
    OptionalLong value = number.asInteger();
    boolean negative = number.text().startsWith("-");
    if (negative || (value.isPresent() && value.getAsLong() < 1)) {
      return new None(
          Diagnostic.error(
                  DiagnosticCode.VERSION_NEVER_EXISTED,
                  place,
                  kind.label() + " version " + found + " never existed; versions start at 1")
              .found(found)
              .supported(window.toString())
              .advice("restore the file from version control, or write the version it has"));
    }
    if (value.isEmpty() || value.getAsLong() > window.current()) {
      return new OfAnotherRelease(
          Diagnostic.error(
                  DiagnosticCode.VERSION_TOO_NEW,
                  place,
                  kind.label()
                      + " version "
                      + found
                      + " is too new: this papack reads "
                      + window.inWords())
              .found(found)
              .supported(window.toString())
              .advice("use a papack that reads " + kind.label() + " version " + found));
    }
    int known = (int) value.getAsLong();
    if (known < window.oldest()) {
      return new OfAnotherRelease(
          Diagnostic.error(
                  DiagnosticCode.VERSION_TOO_OLD,
                  place,
                  kind.label()
                      + " version "
                      + found
                      + " is too old: this papack reads "
                      + window.inWords())
              .found(found)
              .supported(window.toString())
              .advice(
                  "migrate it with papack "
                      + kind.lastReaders().get(known)
                      + ", the last release that reads version "
                      + found));
    }
    return new Supported(known);
  }
}
