package dev.papack.authoring;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.Publication;
import dev.papack.registry.PendingDocuments;
import dev.papack.workspace.ObservedDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** The same changes with another result. */
  public Proposal<T> with(T other) {
    return new Proposal<>(other, changes, edits);
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
   * @param observer follows the writing, and may call it off until it is decided
   * @return the result, or why nothing was written
   */
  public Outcome<T> carryOut(PendingDocuments pending, Publication publication, Observer observer)
      throws IOException, CancelledException {
    List<DocumentChange> all = new ArrayList<>(changes);
    all.addAll(edits);
    return Outcome.unless(pending.findStop(rewritten()))
        .then(_ -> all.isEmpty() ? Outcome.of(0) : publish(all, publication, observer))
        .map(_ -> result);
  }

  private static Outcome<Integer> publish(
      List<DocumentChange> all, Publication publication, Observer observer)
      throws IOException, CancelledException {
    observer.observe(new Progress.Begun(Phase.STAGE, all.size()));
    List<AssetsPath> staged = new ArrayList<>();
    for (DocumentChange change : all) {
      stopIfCancelled(observer);
      if (publication.stageDocument(change) instanceof Outcome.Refused<Done>(var faults)) {
        return new Outcome.Refused<>(faults);
      }
      staged.add(change.file());
      observer.observe(new Progress.Passed(Phase.STAGE, staged.size(), all.size(), change.file()));
    }
    stopIfCancelled(observer);
    return publication.publishDocuments(new ObservedDocuments(observer, inRecord(all)));
  }

  /** The declarations in their order, then the registry, as they are carried out. */
  private static List<AssetsPath> inRecord(List<DocumentChange> all) {
    return all.stream()
        .map(DocumentChange::file)
        .sorted(Comparator.comparing(AssetsPath.INDEX::equals))
        .toList();
  }

  private static void stopIfCancelled(Observer observer) throws CancelledException {
    if (observer.isCancelled()) {
      throw new CancelledException();
    }
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
