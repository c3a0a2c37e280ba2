package dev.papack;

import dev.papack.diagnostic.RelativePath;
import dev.papack.publish.DocumentChange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operation on authored documents has worked out, before any of it is written.
 *
 * @param result what will be true then
 * @param changes all of them, to be written together; none if nothing is to change
 */
record Proposal<T>(T result, List<DocumentChange> changes) {
  Proposal {
    changes = List.copyOf(changes);
  }

  /** The files that will have another content; those to be deleted are none. */
  Set<RelativePath> rewritten() {
    return changes.stream()
        .filter(change -> change.after().isPresent())
        .map(DocumentChange::file)
        .collect(Collectors.toSet());
  }
}
