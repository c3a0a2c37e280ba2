package dev.papack;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DocumentText;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Fix.Certainty;
import dev.papack.diagnostic.Fix.EditDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a document becomes by each safe edit that its faults propose. */
final class SafelyEdited {
  private SafelyEdited() {}

  static List<byte[]> of(byte[] document, List<Diagnostic> faults) {
    List<byte[]> edited = new ArrayList<>();
    for (Diagnostic fault : faults) {
      for (Fix fix : fault.fixes()) {
        if (fix.certainty() == Certainty.SAFE && fix.action() instanceof EditDocument edit) {
          DocumentText text = DocumentText.of(ByteBuffer.wrap(document), Optional.empty());
          edited.add(text.lines().edited(List.of(edit)).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return edited;
  }
}
