package dev.papack.publish;

import dev.papack.fuzz.Results;
import dev.papack.source.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The journal, which anybody may have planted. */
public final class JournalTarget {
  private JournalTarget() {}

  /** What is accepted, written and read again, replaces the same files by the same. */
  public static void check(byte[] input) {
    Optional<List<Replacement>> replacements =
        Results.accepted(JournalDocument.read(snapshot(input)));
    if (replacements.isPresent()) {
      String text = JournalDocument.write(replacements.get());
      Results.require(
          Results.value(JournalDocument.read(snapshot(text.getBytes(StandardCharsets.UTF_8))))
              .equals(replacements.get()),
          "a journal reads back the same");
    }
  }

  private static Snapshot snapshot(byte[] input) {
    return Snapshot.of("journal", input);
  }
}
