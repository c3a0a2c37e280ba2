package dev.papack.fuzz;

import dev.papack.document.MemberOrder;
import dev.papack.json.JsonObject;
import dev.papack.json.StableForm;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A document of one kind, of any version: what is accepted migrates to a current one. */
final class DocumentTarget {
  private DocumentTarget() {}

  static Optional<CurrentDocument> check(byte[] input, History history) {
    Snapshot snapshot = Snapshot.of("x.json", input);
    Optional<CurrentDocument> document = Results.accepted(Migration.read(snapshot, history));
    document.ifPresent(found -> requireRoundTrip(found, history));
    return document;
  }

  private static void requireRoundTrip(CurrentDocument document, History history) {
    JsonObject ordered = MemberOrder.of(document.tree(), history.current());
    String text = StableForm.write(ordered);
    CurrentDocument again = Results.value(Migration.read(snapshot(text), history));
    Results.require(!again.isPending(), "what is written is current");
    Results.require(StableForm.write(again.tree()).equals(text), "a document reads back the same");
  }

  static Snapshot snapshot(String text) {
    return Snapshot.of("x.json", text.getBytes(StandardCharsets.UTF_8));
  }
}
