package dev.papack.upkeep;

import dev.papack.comparison.PackComparison;
import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.diff.UnifiedDiff;
import dev.papack.disk.ReadableFile;
import dev.papack.inspect.DiskPackBytes;
import dev.papack.inspect.PackDifference;
import dev.papack.inspect.SetVerification;
import dev.papack.inspect.VerifiedPack;
import dev.papack.publish.PackFiles;
import dev.papack.publish.PackSlot;
import dev.papack.publish.PlacedFile;
import dev.papack.publish.Publication;
import dev.papack.publish.Unfinished;
import dev.papack.publish.UnfinishedRecord;
import dev.papack.publish.WorkspaceFolders;
import dev.papack.result.ChangedDocument;
import dev.papack.result.Effect;
import dev.papack.result.MovedFile;
import dev.papack.result.Recovered;
import dev.papack.result.Recovered.State;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Shows what an unfinished publication would change, completes it, or gives it up. */
public final class Recovering {
  private final WorkspaceFolders folders;
  private final Publication publication;
  private final SetVerification verification = new SetVerification(1);

  public Recovering(WorkspaceFolders folders, Publication publication) {
    this.folders = folders;
    this.publication = publication;
  }

  /** Shows it; completes it where that is the effect. */
  public Outcome<Recovered> recover(Effect effect) throws IOException {
    Optional<UnfinishedRecord> record = publication.unfinished();
    if (record.isEmpty()) {
      return Outcome.of(Recovered.of(State.NOTHING_FOUND));
    }
    if (folders.areApart() && record.get().kind() == UnfinishedRecord.Kind.DOCUMENTS) {
      return Outcome.refused(misplaced(record.get()));
    }
    return switch (effect) {
      case SHOW -> show().flatMap(found -> Outcome.of(found).and(List.of(choice(record.get()))));
      case WRITE -> {
        Recovered found =
            show() instanceof Outcome.Accepted<Recovered>(Recovered shown, List<Diagnostic> _)
                ? shown
                : Recovered.of(State.FOUND);
        // What cannot be shown may still be taken back.
        yield publication
            .complete(verification)
            .map(settled ->
                switch (settled) {
                  case COMPLETED -> found.as(State.FINISHED);
                  case TAKEN_BACK -> Recovered.of(State.DISCARDED);
                });
      }
    };
  }

  /** No command changes documents there, so whoever put it there was none. */
  private static Diagnostic misplaced(UnfinishedRecord record) {
    return record
        .error()
        .withFixes(List.of(Fix.manual("delete the record", run(Argument.Choice.DISCARD))));
  }

  /** Gives it up. */
  public Outcome<Recovered> giveUp() throws IOException {
    return publication.unfinished().isEmpty()
        ? Outcome.of(Recovered.of(State.NOTHING_FOUND))
        : publication.giveUp(verification).map(_ -> Recovered.of(State.DISCARDED));
  }

  private static Diagnostic choice(UnfinishedRecord record) {
    return record
        .warning()
        .withFixes(
            List.of(
                Fix.manual("complete it", run(Argument.Choice.CONFIRM)),
                Fix.manual("or abandon it", run(Argument.Choice.DISCARD))));
  }

  private static Fix.Action run(Argument.Choice choice) {
    return Fix.run(Verb.RECOVER, new Argument.OfChoice(choice));
  }

  private Outcome<Recovered> show() throws IOException {
    return publication.showUnfinished(
        verification,
        unfinished ->
            switch (unfinished) {
              case Unfinished.Stuck(Diagnostic fault) -> Outcome.refused(fault);
              case Unfinished.OfDocuments documents ->
                  Outcome.of(
                      new Recovered(
                          State.FOUND,
                          documents.moves().stream()
                              .map(move -> new MovedFile(move.from(), move.to()))
                              .toList(),
                          documents.changes().stream().map(Recovering::changed).toList(),
                          Optional.empty(),
                          Optional.empty()));
              case Unfinished.OfPack pack ->
                  Outcome.of(
                      new Recovered(
                          State.FOUND,
                          List.of(),
                          List.of(),
                          Optional.of(pack.packId()),
                          comparison(pack.files())));
            });
  }

  private static ChangedDocument changed(Unfinished.ChangedDocument change) {
    return new ChangedDocument(
        change.file(),
        UnifiedDiff.of(
            change.file().inWorkspace().text(),
            change.before().map(Recovering::text),
            change.after().map(Recovering::text)));
  }

  private static String text(Snapshot snapshot) {
    return StandardCharsets.UTF_8.decode(snapshot.bytes()).toString();
  }

  private Optional<PackComparison> comparison(PackFiles files) throws IOException {
    PlacedFile before = PackFiles.published(folders.output()).of(PackSlot.PACK);
    PlacedFile after = files.of(PackSlot.PACK);
    if (isNoFile(before) || isNoFile(after)) {
      return Optional.empty();
    }
    String path = folders.output().shown(PackSlot.PACK);
    try (ReadableFile older = before.open();
        ReadableFile newer = after.open()) {
      return Optional.of(
          PackDifference.of(
              VerifiedPack.of(PackReader.open(new DiskPackBytes(older, path)), path, 1),
              VerifiedPack.of(PackReader.open(new DiskPackBytes(newer, path)), path, 1)));
    } catch (PackException _) {
      // What is wrong with one of them is reported when it is verified.
      return Optional.empty();
    }
  }

  private static boolean isNoFile(PlacedFile file) throws IOException {
    return file.findObstacle().isPresent() || file.find().isEmpty();
  }
}
