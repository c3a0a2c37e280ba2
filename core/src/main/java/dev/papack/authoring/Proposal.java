package dev.papack.authoring;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Outcome;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.Publication;
import dev.papack.registry.PendingDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operation on authored documents has worked out, before any of it is written.
 *
 * @param result what will be true then
 * @param changes documents that are written again, in the current version; none if nothing is to
 *     change
 * @param edits documents in which only some characters change, whatever their version; written
 *     together with the changes
 */
public record Proposal<T>(T result, List<DocumentChange> changes, List<DocumentChange> edits) {
  public Proposal {
    changes = List.copyOf(changes);
    edits = List.copyOf(edits);
  }

  public Proposal(T result, List<DocumentChange> changes) {
    this(result, changes, List.of());
  }

  /** The files that will have another content; those to be deleted are none. */
  Set<AssetsPath> rewritten() {
    return changes.stream()
        .filter(change -> change.text().isPresent())
        .map(DocumentChange::file)
        .collect(Collectors.toSet());
  }

  /**
   * Writes the changes, all or none.
   *
   * @param pending documents that only a migration writes
   * @return the result, or why nothing was written
   */
  public Outcome<T> carryOut(PendingDocuments pending, Publication publication) throws IOException {
    List<DocumentChange> all = new ArrayList<>(changes);
    all.addAll(edits);
    return Outcome.unless(pending.findStop(rewritten()))
        .then(_ -> all.isEmpty() ? Outcome.of(0) : publication.publishDocuments(all))
        .map(_ -> result);
  }

  /**
   * Writes nothing.
   *
   * @param pending documents that only a migration writes
   * @return what the result would be, or why nothing could be written
   */
  public Outcome<T> show(PendingDocuments pending) {
    return pending
        .findStop(rewritten())
        .map(Outcome::<T>refused)
        .orElseGet(() -> Outcome.of(result));
  }
}
