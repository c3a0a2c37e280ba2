package dev.papack.upkeep;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.diff.UnifiedDiff;
import dev.papack.disk.ReadableDirectory;
import dev.papack.migration.CurrentDocument;
import dev.papack.migration.Histories;
import dev.papack.migration.History;
import dev.papack.migration.Migration;
import dev.papack.progress.CancelledException;
import dev.papack.progress.Observer;
import dev.papack.progress.Phase;
import dev.papack.progress.Progress;
import dev.papack.publish.DocumentChange;
import dev.papack.publish.Following;
import dev.papack.publish.Publication;
import dev.papack.registry.DeclarationDocument;
import dev.papack.registry.IgnoreList;
import dev.papack.registry.IndexDocument;
import dev.papack.result.Migrated;
import dev.papack.result.MigratedDocument;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import dev.papack.workspace.DocumentSelection;
import dev.papack.workspace.ObservedDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings documents of older versions to the current ones. Each is judged alone, and all before the
 * first is changed; then each is read again, changed and let go of, so that memory holds one
 * document at a time, however many there are.
 */
public final class Migrating {
  private final ReadableDirectory assets;
  private final History declarations;
  private final History registry;
  private final Observer observer;
  private final Consumer<MigratedDocument> shown;

  /**
   * Work in a folder.
   *
   * @param assets the folder {@code assets/}
   * @param declarations the versions of declarations
   * @param registry the versions of the registry
   * @param shown takes each change as it comes
   */
  public Migrating(
      ReadableDirectory assets,
      History declarations,
      History registry,
      Observer observer,
      Consumer<MigratedDocument> shown) {
    this.assets = assets;
    this.declarations = declarations;
    this.registry = registry;
    this.observer = observer;
    this.shown = shown;
  }

  /** Takes a change; refused if it cannot be made. */
  @FunctionalInterface
  private interface ChangeSink {
    Outcome<Done> accept(DocumentChange change) throws IOException;
  }

  /** A document that passed, as it was read. */
  private record Judged(Snapshot snapshot, History history, CurrentDocument document) {}

  /** Shows every change and makes none. */
  public Outcome<Migrated> show(DocumentSelection selection)
      throws IOException, CancelledException {
    return migrate(selection, _ -> Outcome.done(), _ -> Outcome.of(0));
  }

  /** Shows every change and makes all or none. */
  public Outcome<Migrated> migrate(DocumentSelection selection, Publication publication)
      throws IOException, CancelledException {
    return migrate(selection, publication::stageDocument, publication::publishDocuments);
  }

  /** Decides and carries out what was staged; the answer is how many files that changed. */
  @FunctionalInterface
  private interface Decision {
    Outcome<Integer> take(Following following) throws IOException;
  }

  private Outcome<Migrated> migrate(
      DocumentSelection selection, ChangeSink changes, Decision decision)
      throws IOException, CancelledException {
    return selection
        .in(assets)
        .then(documents ->
            findPending(documents)
                .then(pending ->
                    migrate(pending, changes, decision)
                        .map(_ -> new Migrated(documents.size(), pending.size()))));
  }

  /** Makes all changes or none; the answer is how many files that changed. */
  private Outcome<Integer> migrate(List<AssetsPath> pending, ChangeSink changes, Decision decision)
      throws IOException, CancelledException {
    return change(pending, changes)
        .then(_ -> {
          stopIfCancelled();
          return pending.isEmpty()
              ? Outcome.of(0)
              : decision.take(new ObservedDocuments(observer, pending));
        });
  }

  /** Judges every document; those of an older version are pending. */
  private Outcome<List<AssetsPath>> findPending(List<AssetsPath> documents)
      throws IOException, CancelledException {
    observer.observe(new Progress.Begun(Phase.READ, documents.size()));
    List<Diagnostic> faults = new ArrayList<>();
    List<AssetsPath> pending = new ArrayList<>();
    int done = 0;
    for (AssetsPath file : documents) {
      stopIfCancelled();
      switch (judge(file)) {
        case Outcome.Refused<Judged>(List<Diagnostic> found) -> faults.addAll(found);
        case Outcome.Accepted<Judged>(Judged judged, List<Diagnostic> notes) -> {
          if (judged.document().isPending()) {
            pending.add(file);
          }
        }
      }
      done++;
      observer.observe(new Progress.Passed(Phase.READ, done, documents.size(), file));
    }
    return faults.isEmpty() ? Outcome.of(pending) : new Outcome.Refused<>(faults);
  }

  /** Makes the changes one by one, up to the first that cannot be made. */
  private Outcome<Done> change(List<AssetsPath> pending, ChangeSink changes)
      throws IOException, CancelledException {
    observer.observe(new Progress.Begun(Phase.MIGRATE, pending.size()));
    int done = 0;
    for (AssetsPath file : pending) {
      stopIfCancelled();
      Outcome<Done> changed = judge(file).then(judged -> change(file, judged, changes));
      if (changed instanceof Outcome.Refused<Done> refused) {
        return refused;
      }
      done++;
      observer.observe(new Progress.Passed(Phase.MIGRATE, done, pending.size(), file));
    }
    return Outcome.done();
  }

  private Outcome<Done> change(AssetsPath file, Judged judged, ChangeSink changes)
      throws IOException {
    CurrentDocument document = judged.document();
    String before = StandardCharsets.UTF_8.decode(judged.snapshot().bytes()).toString();
    String after = judged.history().text(document.tree());
    shown.accept(
        new MigratedDocument(
            file,
            document.kind().artifact(),
            document.declaredVersion(),
            document.kind().window().current(),
            UnifiedDiff.of(file.inWorkspace().text(), Optional.of(before), Optional.of(after))));
    Optional<Sha256> digest = Optional.of(judged.snapshot().digest());
    return changes.accept(
        DeclarationPlace.of(file)
            .<DocumentChange>map(
                place -> new DocumentChange.OfDeclaration(place, digest, Optional.of(after)))
            .orElseGet(() ->
                file.equals(AssetsPath.IGNORE)
                    ? new DocumentChange.OfIgnoreList(digest, after)
                    : new DocumentChange.OfRegistry(digest, after)));
  }

  /** Reads a document and says whether it is right by itself, whatever others declare. */
  private Outcome<Judged> judge(AssetsPath file) throws IOException {
    Optional<DeclarationPlace> place = DeclarationPlace.of(file);
    if (file.equals(AssetsPath.IGNORE)) {
      return FileReader.read(assets, file, Limits.IGNORE_BYTES, Artifact.IGNORE)
          .flatMap(snapshot ->
              Migration.read(snapshot, Histories.IGNORE)
                  .flatMap(document ->
                      IgnoreList.read(document, snapshot.digest())
                          .map(_ -> new Judged(snapshot, Histories.IGNORE, document))));
    }
    if (file.equals(AssetsPath.BUDGETS)) {
      return FileReader.read(assets, file, Limits.BUDGETS_BYTES, Artifact.BUDGETS)
          .flatMap(snapshot ->
              Migration.read(snapshot, Histories.BUDGETS)
                  .map(document -> new Judged(snapshot, Histories.BUDGETS, document)));
    }
    History history = place.isPresent() ? declarations : registry;
    Artifact artifact = history.kind().artifact();
    int maxBytes = place.isPresent() ? Limits.DECLARATION_BYTES : Limits.INDEX_BYTES;
    return FileReader.read(assets, file, maxBytes, artifact)
        .flatMap(snapshot ->
            Migration.read(snapshot, history)
                .flatMap(document ->
                    meaningOf(document, place).map(_ -> new Judged(snapshot, history, document))));
  }

  private static Outcome<?> meaningOf(CurrentDocument document, Optional<DeclarationPlace> place) {
    return place.isPresent()
        ? DeclarationDocument.read(document, place.get())
        : IndexDocument.read(document);
  }

  private void stopIfCancelled() throws CancelledException {
    if (observer.isCancelled()) {
      throw new CancelledException();
    }
  }
}
