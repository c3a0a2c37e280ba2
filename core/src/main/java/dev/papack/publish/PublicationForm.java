package dev.papack.publish;

import static dev.papack.json.JsonTree.array;
import static dev.papack.json.JsonTree.member;
import static dev.papack.json.JsonTree.object;

import dev.papack.container.PackId;
import dev.papack.disk.FolderId;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a record has the pack and its companions: every slot once, in order. */
final class PublicationForm {
  private PublicationForm() {}

  static List<JsonMember> members(JournalRecord.OfPublication record) {
    return List.of(
        member("pack_id", record.packId().hex()),
        member("files", array(record.files().stream().map(PublicationForm::file).toList())));
  }

  private static JsonObject file(Replacement.Derived file) {
    return object(
        member("slot", file.slot().number()),
        member("size", file.content().sizeBytes()),
        member("sha256", file.content().digest().hex()),
        member("old", file.old().name().toLowerCase(Locale.ROOT)));
  }

  /**
   * What a record says.
   *
   * @param folder the one that it says it is for
   * @return empty if its slots are others
   */
  static Optional<JournalRecord> read(JsonObject tree, FolderId folder) {
    List<Replacement.Derived> files = new ArrayList<>();
    Iterator<JsonObject> entries = RecordFields.objects(tree, "files").iterator();
    for (PackSlot slot : PackSlot.values()) {
      JsonObject file = entries.next();
      if (RecordFields.number(file, "slot").orElseThrow() != slot.number()) {
        return Optional.empty();
      }
      StagedContent content =
          new StagedContent(
              RecordFields.number(file, "size").orElseThrow(),
              RecordFields.digest(file, "sha256").orElseThrow());
      Replacement.Old old =
          Replacement.Old.valueOf(
              RecordFields.text(file, "old").orElseThrow().toUpperCase(Locale.ROOT));
      files.add(new Replacement.Derived(slot, content, old));
    }
    return Optional.of(
        new JournalRecord.OfPublication(
            folder, new PackId(RecordFields.digest(tree, "pack_id").orElseThrow()), files));
  }
}
