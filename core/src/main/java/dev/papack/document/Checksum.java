package dev.papack.document;

import dev.papack.container.Sha256;
import dev.papack.json.JsonMember;
import dev.papack.json.JsonObject;
import dev.papack.json.JsonString;
import dev.papack.json.JsonTree;
import dev.papack.json.RowDocument;
import dev.papack.json.StableForm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * The SHA-256 of a document without its last member, which holds it. It finds damage and careless
 * edits; whoever means to forge a document can compute it, too.
 */
public final class Checksum {
  /** The member that holds it. */
  public static final String MEMBER = "checksum";

  private Checksum() {}

  /** The checksum of a document that has these members before it. */
  public static Sha256 of(List<JsonMember> members) {
    return Sha256.of(StandardCharsets.UTF_8.encode(StableForm.write(JsonTree.object(members))));
  }

  /**
   * Writes a document that does not have it yet, and then its checksum as its last member.
   *
   * @param out gets the text in UTF-8, and is not closed
   */
  public static void writeWith(RowDocument document, OutputStream out) throws IOException {
    MessageDigest digest = Sha256.newMessageDigest();
    DigestOutputStream digested = new DigestOutputStream(out, digest);
    Writer text = new OutputStreamWriter(digested, StandardCharsets.UTF_8);
    document.writeTo(
        text,
        () -> {
          text.flush();
          digested.on(false);
          digest.update(StandardCharsets.UTF_8.encode(StableForm.END));
          return List.of(JsonTree.member(MEMBER, Sha256.finish(digest).hex()));
        });
    text.flush();
  }

  /**
   * Whether the last member of a document is its checksum.
   *
   * @param written the document as it was written, whatever its version
   */
  public static boolean holds(JsonObject written) {
    List<JsonMember> members = written.members();
    return !members.isEmpty()
        && members.getLast().name().equals(MEMBER)
        && members.getLast().value() instanceof JsonString found
        && found.text().equals(of(members.subList(0, members.size() - 1)).hex());
  }
}
