package dev.papack.authoring;

import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.FileMove;
import dev.papack.publish.Publication;
import dev.papack.registry.PendingDocuments;
import dev.papack.result.ProposedText;
import dev.papack.workspace.ObservedDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operation on authored documents has worked out, before any of it is written.
 *
 * @param result what will be true then
 * @param changes documents that are written again, in the current version; none if nothing is to
 *     change
 * @param edits documents in which only some characters change, whatever their version; written
 *     together with the changes
 * @param moves files that get another path, together with the changes; none of them is changed
 */
public record Proposal<T>(
    T result, List<DocumentChange> changes, List<DocumentChange> edits, List<FileMove> moves) {
  public Proposal {
    changes = List.copyOf(changes);
    edits = List.copyOf(edits);
    moves = List.copyOf(moves);
  }

  public Proposal(T result, List<DocumentChange> changes, List<DocumentChange> edits) {
    this(result, changes, edits, List.of());
  }

  public Proposal(T result, List<DocumentChange> changes) {
    this(result, changes, List.of());
  }

  /** The same changes with another result. */
  public <R> Proposal<R> with(R other) {
    return new Proposal<>(other, changes, edits, moves);
  }

  /** The same changes, with the documents that are written as the result. */
  public Proposal<List<ProposedText>> texts() {
    return with(
        Stream.concat(changes.stream(), edits.stream())
            .flatMap(change ->
                change
                    .text()
                    .map(text -> new ProposedText(change.file().inWorkspace(), text))
                    .stream())
            .toList());
  }

  /** The files that will have another content or another path; those to be deleted are none. */
  Set<AssetsPath> rewritten() {
    return Stream.concat(
            changes.stream().filter(change -> change.text().isPresent()).map(DocumentChange::file),
            moves.stream().map(FileMove::from))
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
        .then(_ ->
            all.isEmpty() && moves.isEmpty() ? Outcome.of(0) : publish(all, publication, observer))
        .map(_ -> result);
  }

  private Outcome<Integer> publish(
      List<DocumentChange> all, Publication publication, Observer observer)
      throws IOException, CancelledException {
    int count = all.size() + moves.size();
    observer.observe(new Progress.Begun(Phase.STAGE, count));
    List<AssetsPath> staged = new ArrayList<>();
    for (FileMove move : moves) {
      stopIfCancelled(observer);
      if (publication.stageMove(move) instanceof Outcome.Refused<Done>(var faults)) {
        return new Outcome.Refused<>(faults);
      }
      staged.add(move.to());
      observer.observe(new Progress.Passed(Phase.STAGE, staged.size(), count, move.to()));
    }
    for (DocumentChange change : all) {
      stopIfCancelled(observer);
      if (publication.stageDocument(change) instanceof Outcome.Refused<Done>(var faults)) {
        return new Outcome.Refused<>(faults);
      }
      staged.add(change.file());
      observer.observe(new Progress.Passed(Phase.STAGE, staged.size(), count, change.file()));
    }
    stopIfCancelled(observer);
    return publication.publishDocuments(new ObservedDocuments(observer, inRecord(all)));
  }

  /**
   * Where files move to, the declarations in their order, the registry, where files moved from: as
   * they are carried out.
   */
  private List<AssetsPath> inRecord(List<DocumentChange> all) {
    List<AssetsPath> files = new ArrayList<>(moves.stream().map(FileMove::to).toList());
    all.stream()
        .map(DocumentChange::file)
        .sorted(Comparator.comparing(AssetsPath.INDEX::equals))
        .forEach(files::add);
    moves.stream().map(FileMove::from).forEach(files::add);
    return files;
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
