package dev.papack.editing;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Outcome;
import dev.papack.registry.IndexDocument;
import dev.papack.registry.LocatedRegistry;
import dev.papack.source.Snapshot;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the registry said that was read last: most looks find the same text again. */
final class LastRegistry {
  private final AtomicReference<Optional<Entry>> last = new AtomicReference<>(Optional.empty());

  private record Entry(Sha256 digest, Outcome<LocatedRegistry> read) {}

  /** What a text means. */
  Outcome<LocatedRegistry> read(Snapshot snapshot) {
    Sha256 digest = snapshot.digest();
    Optional<Entry> same = last.get().filter(entry -> entry.digest().equals(digest));
    if (same.isPresent()) {
      return same.get().read();
    }
    Outcome<LocatedRegistry> read = IndexDocument.read(snapshot);
    last.set(Optional.of(new Entry(digest, read)));
    return read;
  }
}
