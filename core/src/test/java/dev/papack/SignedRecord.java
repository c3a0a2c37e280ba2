package dev.papack;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Outcome;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonNode;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonReader;
import dev.papack.json.JsonTree;
import dev.papack.json.StableForm;
import dev.papack.source.Snapshot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records of decisions whose checksum is right whatever they say: what a forger writes. */
final class SignedRecord {
  private SignedRecord() {}

  /** Signed anew, where it is JSON still: to a reader what it would be without a checksum. */
  static Optional<byte[]> of(byte[] record) {
    return switch (JsonReader.parse(Snapshot.of("journal", record), Artifact.JOURNAL)) {
      case Outcome.Accepted<JsonNode>(JsonObject object, List<Diagnostic> notes)
          when object.members().size() > 1 ->
          Optional.of(signed(object.members()));
      case Outcome.Accepted<JsonNode> other -> Optional.empty();
      case Outcome.Refused<JsonNode> refused -> Optional.empty();
    };
  }

  private static byte[] signed(List<JsonMember> members) {
    List<JsonMember> all = new ArrayList<>(members.subList(0, members.size() - 1));
    byte[] unsigned = StableForm.write(JsonTree.object(all)).getBytes(StandardCharsets.UTF_8);
    String checksum = Sha256.of(ByteBuffer.wrap(unsigned)).hex();
    all.add(JsonTree.member("checksum", checksum));
    return StableForm.write(JsonTree.object(all)).getBytes(StandardCharsets.UTF_8);
  }
}
