package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.fuzz.Results;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonTree;
import dev.papack.json.StableForm;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Control data, which anybody may have planted. Chance makes no checksum, so a record is tried as
 * it is, and with the right one.
 */
public final class JournalTarget {
  private JournalTarget() {}

  /** What is accepted, written and read again, decides the same. */
  public static void checkRecord(byte[] input) {
    check(input);
    if (JsonReader.parse(snapshot(input), Artifact.JOURNAL)
            instanceof Outcome.Accepted<JsonNode>(JsonObject object, List<Diagnostic> notes)
        && !object.members().isEmpty()) {
      check(signed(object.members()));
    }
  }

  private static void check(byte[] input) {
    Optional<JournalRecord> decided = Results.accepted(RecordDocument.read(snapshot(input)));
    if (decided.isPresent()) {
      byte[] written = utf8(RecordDocument.write(decided.get()));
      Results.require(
          Results.value(RecordDocument.read(snapshot(written))).equals(decided.get()),
          "a record reads back the same");
      for (Replacement replacement : decided.get().replacements()) {
        Results.require(
            !replacement.displayPath().startsWith(".") && !replacement.names().isEmpty(),
            "a record names nothing hidden");
      }
    }
  }

  private static byte[] signed(List<JsonMember> members) {
    List<JsonMember> all = new ArrayList<>(members.subList(0, members.size() - 1));
    String unsigned = StableForm.write(JsonTree.object(all));
    if (all.stream().noneMatch(member -> member.name().equals("checksum"))) {
      String checksum = Sha256.of(StandardCharsets.UTF_8.encode(unsigned)).hex();
      all.add(JsonTree.member("checksum", checksum));
    }
    return utf8(StableForm.write(JsonTree.object(all)));
  }

  /** The description of who holds the lock: understood or not, and nothing else. */
  public static void checkOwner(byte[] input) {
    LockOwner.read(snapshot(input))
        .ifPresent(owner ->
            Results.require(
                LockOwner.read(snapshot(utf8(owner.write()))).equals(Optional.of(owner)),
                "an owner reads back the same"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Snapshot snapshot(byte[] input) {
    return Snapshot.of("journal", input);
  }
}
