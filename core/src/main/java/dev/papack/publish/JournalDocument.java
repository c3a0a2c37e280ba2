package dev.papack.publish;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.json.JsonArray;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonNumber;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journal: the record of a publication that has been decided. It names destinations by slot, or
 * as a declaration or the registry below {@code assets/}, so that a planted one can do no more than
 * its author could by editing those files.
 */
final class JournalDocument {
  private static final RelativePath INDEX = RelativePath.of("index.json");

  private static final String DISCARD =
      "papack recover --discard removes it; nothing authored is in it";

  private JournalDocument() {}

  static String write(List<Replacement> replacements) {
    List<JsonMember> members =
        new ArrayList<>(List.of(member("artifact", "journal"), member("schema_version", 1)));
    members.add(member("files", array(replacements.stream().map(JournalDocument::entry).toList())));
    members.add(member("checksum", checksum(members).hex()));
    return StableForm.write(object(members));
  }

  private static JsonObject entry(Replacement replacement) {
    List<JsonMember> members = new ArrayList<>();
    switch (replacement) {
      case Replacement.Derived derived -> members.add(member("slot", derived.slot().number()));
      case Replacement.Authored authored -> {
        members.add(member("document", authored.document().text()));
        authored.before().ifPresent(digest -> members.add(member("before", digest.hex())));
      }
    }
    replacement
        .after()
        .ifPresent(content -> {
          members.add(member("size", content.sizeBytes()));
          members.add(member("after", content.digest().hex()));
        });
    return object(members);
  }

  private static Sha256 checksum(List<JsonMember> members) {
    return Sha256.of(StandardCharsets.UTF_8.encode(StableForm.write(object(members))));
  }

  static Outcome<List<Replacement>> read(Snapshot snapshot) {
    return switch (Migration.read(snapshot, Histories.JOURNAL)) {
      case Outcome.Refused<CurrentDocument>(List<Diagnostic> faults) ->
          new Outcome.Refused<>(faults);
      case Outcome.Accepted<CurrentDocument>(CurrentDocument document, List<Diagnostic> notes) ->
          replacements(document);
    };
  }

  private static Outcome<List<Replacement>> replacements(CurrentDocument document) {
    List<JsonMember> members = document.tree().members();
    List<JsonMember> signed = members.subList(0, members.size() - 1);
    if (!text(document.tree(), "checksum").equals(Optional.of(checksum(signed).hex()))) {
      return damaged(document.location(), "its checksum does not match");
    }
    List<Replacement> replacements = new ArrayList<>();
    Set<List<FileName>> destinations = new HashSet<>();
    if (document.tree().find("files").orElseThrow() instanceof JsonArray files) {
      for (JsonNode node : files.elements()) {
        Optional<Replacement> replacement = replacement((JsonObject) node);
        if (replacement.isEmpty() || !destinations.add(replacement.get().names())) {
          return damaged(document.location(), "it names a file that is no document of ours");
        }
        replacements.add(replacement.get());
      }
    }
    return Outcome.of(replacements);
  }

  /** What an entry says; empty if it lacks a part, or has one of the other kind. */
  private static Optional<Replacement> replacement(JsonObject entry) {
    Optional<Sha256> digest = text(entry, "after").flatMap(Sha256::fromHex);
    Optional<Long> size = number(entry, "size");
    if (digest.isPresent() != size.isPresent()) {
      return Optional.empty();
    }
    Optional<StagedContent> after = digest.map(hash -> new StagedContent(size.orElseThrow(), hash));
    Optional<Sha256> before = text(entry, "before").flatMap(Sha256::fromHex);
    Optional<Long> slot = number(entry, "slot");
    Optional<String> document = text(entry, "document");
    if (slot.isPresent()) {
      return document.isPresent() || before.isPresent()
          ? Optional.empty()
          : PackSlot.of(slot.get())
              .flatMap(known -> after.map(content -> new Replacement.Derived(known, content)));
    }
    return document
        .filter(path -> RelativePath.faultOf(path).isEmpty())
        .map(RelativePath::of)
        .filter(JournalDocument::isDocument)
        .filter(path -> before.isPresent() || after.isPresent())
        .map(path -> new Replacement.Authored(path, before, after));
  }

  private static boolean isDocument(RelativePath path) {
    return path.equals(INDEX)
        || (DeclarationPlace.of(path).isPresent()
            && path.names().stream().noneMatch(FileName::isHidden));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.find(name).map(node -> ((JsonString) node).text());
  }

  private static Optional<Long> number(JsonObject object, String name) {
    return object.find(name).map(node -> ((JsonNumber) node).asInteger().orElseThrow());
  }

  private static <T> Outcome<T> damaged(Location place, String reason) {
    return Outcome.refused(
        Diagnostic.error(
                DiagnosticCode.JOURNAL_DAMAGED,
                place,
                "the record of an unfinished publication cannot be used: " + reason)
            .help(DISCARD));
  }

  /** A journal that cannot be used is cleared by one command, whatever its fault. */
  static Diagnostic withDiscard(Diagnostic fault) {
    return fault.help(DISCARD);
  }
}
