package dev.papack.json;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Fix.EditDocument;
import dev.papack.diagnostic.Outcome;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An edit of a document with a syntax fault is safe only if the document can be read after it: the
 * reader stops at the first fault, so a second one may hide behind it.
 */
final class TriedFixes {
  /** Longer documents are not read a second time; their edits are likely at best. */
  static final int MAX_BYTES = 1 << 20;

  private TriedFixes() {}

  /** The fault, with no edit called safe that leaves the document unreadable. */
  static Diagnostic of(Diagnostic fault, Snapshot snapshot, Artifact artifact) {
    List<Fix> tried = new ArrayList<>();
    for (Fix fix : fault.fixes()) {
      tried.add(
          fix.certainty() == Certainty.SAFE
                  && fix.action() instanceof EditDocument edit
                  && !isReadableAfter(edit, snapshot, artifact)
              ? Fix.likely(fix.title(), edit)
              : fix);
    }
    return fault.withFixes(tried);
  }

  private static boolean isReadableAfter(EditDocument edit, Snapshot snapshot, Artifact artifact) {
    if (snapshot.sizeBytes() > MAX_BYTES) {
      return false;
    }
    byte[] edited = snapshot.text().lines().edited(List.of(edit)).getBytes(StandardCharsets.UTF_8);
    return JsonReader.parseOnce(Snapshot.of(snapshot.path(), edited), artifact)
        instanceof Outcome.Accepted<?>;
  }
}
