package dev.papack.document;

import static dev.papack.document.ShownNode.quoted;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonPointer;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonString;
import dev.papack.source.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * The one gate that every document passes: strict parse, then kind and version and nothing else, so
 * that a file from the future is reported as too new and not as full of unknown members.
 */
public final class Gate {
  /** The member that names the kind; always the first. */
  public static final String ARTIFACT = "artifact";

  /** The member that holds the version; always the second, for ever an integer. */
  public static final String SCHEMA_VERSION = "schema_version";

  private Gate() {}

  /** Lets a file pass as a document of a kind, or says why not. */
  public static Outcome<VersionedDocument> open(Snapshot snapshot, Kind kind) {
    return open(snapshot, kind.artifact(), List.of(kind));
  }

  /**
   * The same where documents of several kinds may be.
   *
   * @param file what the file is called until it has said its kind
   * @param kinds at least one
   */
  public static Outcome<VersionedDocument> open(
      Snapshot snapshot, Artifact file, List<Kind> kinds) {
    return JsonReader.parse(snapshot, file)
        .flatMap(tree -> judge(tree, kinds, snapshot.location(file).in(snapshot.text())));
  }

  private static Outcome<VersionedDocument> judge(JsonNode tree, List<Kind> kinds, Location file) {
    if (!(tree instanceof JsonObject object)) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.WRONG_TYPE,
                  file.at(tree.range()).at(JsonPointer.ROOT.text()),
                  "the document must be an object, not " + ShownNode.typeOf(tree))
              .found(ShownNode.typeOf(tree))
              .supported("an object")
              .advice("write an object that starts with " + beginning(kinds.getFirst())));
    }
    return judgeKind(object, kinds, file)
        .flatMap(kind -> judge(object, kind, file.as(kind.artifact())));
  }

  private static Outcome<VersionedDocument> judge(JsonObject object, Kind kind, Location file) {
    return judgeVersion(object, kind, file)
        .flatMap(version -> judgeOrder(new VersionedDocument(kind, version, object, file)));
  }

  private static Outcome<Kind> judgeKind(JsonObject object, List<Kind> kinds, Location file) {
    String wanted = String.join(" or ", kinds.stream().map(kind -> quoted(kind.label())).toList());
    Optional<JsonNode> artifact = object.find(ARTIFACT);
    if (artifact.isEmpty()) {
      return Outcome.refused(
          Diagnostic.error(
                  DiagnosticCode.MEMBER_MISSING,
                  file.at(object.range()).at(JsonPointer.ROOT.text()),
                  "the member \""
                      + ARTIFACT
                      + "\" is missing: it says what kind of document this is")
              .supported(wanted)
              .advice("start the document with " + beginning(kinds.getFirst())));
    }
    String found = ShownNode.of(artifact.get());
    return kinds.stream()
        .filter(kind ->
            artifact.get() instanceof JsonString string && string.text().equals(kind.label()))
        .findFirst()
        .map(Outcome::of)
        .orElseGet(() ->
            Outcome.refused(
                Diagnostic.error(
                        DiagnosticCode.WRONG_KIND,
                        at(artifact.get(), ARTIFACT, file),
                        quoted(ARTIFACT) + " must be " + wanted + " here, not " + found)
                    .found(found)
                    .supported(wanted)
                    .advice("put the right file here, or write " + wanted)));
  }

  /** Whether a file is a document of a kind, of a version that only another release reads. */
  public static boolean isOfAnotherRelease(Snapshot snapshot, Kind kind) {
    Location file = snapshot.location(kind.artifact()).in(snapshot.text());
    return JsonReader.parse(snapshot, kind.artifact()) instanceof Outcome.Accepted<JsonNode> parsed
        && parsed.value() instanceof JsonObject object
        && judgeKind(object, List.of(kind), file) instanceof Outcome.Accepted<Kind>
        && SaidVersion.of(object, kind, file) instanceof SaidVersion.OfAnotherRelease;
  }

  private static Outcome<Integer> judgeVersion(JsonObject object, Kind kind, Location file) {
    return switch (SaidVersion.of(object, kind, file)) {
      case SaidVersion.Supported(int version) -> Outcome.of(version);
      case SaidVersion.OfAnotherRelease(Diagnostic fault) -> Outcome.refused(fault);
      case SaidVersion.None(Diagnostic fault) -> Outcome.refused(fault);
    };
  }

  private static Outcome<VersionedDocument> judgeOrder(VersionedDocument document) {
    List<JsonMember> members = document.tree().members();
    for (int i = 0; i < 2; i++) {
      String expected = i == 0 ? ARTIFACT : SCHEMA_VERSION;
      JsonMember member = members.get(i);
      if (!member.name().equals(expected)) {
        return Outcome.refused(
            Diagnostic.error(
                    DiagnosticCode.MEMBER_ORDER,
                    document
                        .location()
                        .at(member.nameRange())
                        .at(JsonPointer.ROOT.member(member.name()).text()),
                    "the first two members must be \""
                        + ARTIFACT
                        + "\" and \""
                        + SCHEMA_VERSION
                        + "\", in this order")
                .found("\"" + member.name() + "\"")
                .supported("\"" + expected + "\"")
                .advice("start the document with " + beginning(document.kind())));
      }
    }
    return Outcome.of(document);
  }

  static Location at(JsonNode node, String member, Location file) {
    return file.at(node.range()).at(JsonPointer.ROOT.member(member).text());
  }

  static String beginning(Kind kind) {
    return "{ \""
        + ARTIFACT
        + "\": \""
        + kind.label()
        + "\", \""
        + SCHEMA_VERSION
        + "\": "
        + kind.window().current()
        + ", ...";
  }
}
