package dev.papack.publish;

import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.FolderId;
import dev.papack.document.Checksum;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a record, either kind. It names destinations by slot, by asset root, or, for files
 * that move, by a path below {@code assets/}, so that a planted one can do no more than its author
 * could by editing and moving those files.
 */
final class RecordDocument {
  private static final Fix DISCARD =
      Fix.likely(
          "remove the record: it contains none of your work",
          Fix.run(Verb.RECOVER, new Argument.OfChoice(Argument.Choice.DISCARD)));

  private RecordDocument() {}

  static String write(JournalRecord decided) {
    List<JsonMember> members =
        switch (decided) {
          case JournalRecord.OfPublication record ->
              signed(Artifact.PUBLICATION_RECORD, record, PublicationForm.members(record));
          case JournalRecord.OfDocuments record ->
              signed(Artifact.DOCUMENT_RECORD, record, DocumentsForm.members(record));
        };
    members.add(member(Checksum.MEMBER, Checksum.of(members).hex()));
    return StableForm.write(object(members));
  }

  private static List<JsonMember> signed(
      Artifact kind, JournalRecord record, List<JsonMember> content) {
    List<JsonMember> members =
        new ArrayList<>(
            List.of(
                member("artifact", kind.label()),
                member("schema_version", 2),
                member("folder", folder(record.folder()))));
    members.addAll(content);
    return members;
  }

  private static JsonObject folder(FolderId id) {
    List<JsonMember> members = new ArrayList<>();
    id.inode().ifPresent(inode -> members.add(member("inode", inode)));
    id.born().ifPresent(born -> members.add(member("born", born)));
    return object(members);
  }

  static Outcome<JournalRecord> read(Snapshot snapshot) {
    return Migration.read(
            snapshot,
            Artifact.JOURNAL,
            List.of(Histories.PUBLICATION_RECORD, Histories.DOCUMENT_RECORD))
        .flatMap(document ->
            JsonReader.parse(snapshot, Artifact.JOURNAL).flatMap(tree -> read(document, tree)));
  }

  /**
   * Reads a record.
   *
   * @param written as it was written, whatever its version: that is what the checksum is of
   */
  private static Outcome<JournalRecord> read(CurrentDocument document, JsonNode written) {
    if (!(written instanceof JsonObject object) || !Checksum.holds(object)) {
      return damaged(document.location(), "its checksum does not match");
    }
    Optional<JournalRecord> decided =
        document.kind().artifact() == Artifact.PUBLICATION_RECORD
            ? PublicationForm.read(document.tree(), folder(document.tree()))
            : DocumentsForm.read(document.tree(), folder(document.tree()));
    return decided
        .map(Outcome::of)
        .orElseGet(
            () -> damaged(document.location(), "it does not name the files of a publication"));
  }

  private static FolderId folder(JsonObject tree) {
    JsonObject folder = (JsonObject) tree.find("folder").orElseThrow();
    return new FolderId(RecordFields.text(folder, "inode"), RecordFields.text(folder, "born"));
  }

  private static Outcome<JournalRecord> damaged(Location place, String reason) {
    return Outcome.refused(
        Diagnostic.error(
                DiagnosticCode.JOURNAL_DAMAGED,
                place,
                "the record of an unfinished publication cannot be used: " + reason)
            .fix(DISCARD));
  }

  /** A record that cannot be used is cleared by one command, whatever its fault. */
  static Diagnostic withDiscard(Diagnostic fault) {
    return fault.withFixes(List.of(DISCARD));
  }
}
