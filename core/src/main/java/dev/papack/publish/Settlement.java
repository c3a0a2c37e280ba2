package dev.papack.publish;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Uninterrupted;
import dev.papack.disk.WritableDirectory;
import dev.papack.publish.Publication.Showing;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What becomes of a publication that a crash left decided, once somebody has the lock again. */
final class Settlement {
  private final WritableDirectory workspace;
  private final ControlFolder control;
  private Optional<Replacing> replaced = Optional.empty();

  /**
   * Settles nothing yet.
   *
   * @param workspace kept, and closed by its owner
   * @param control locked
   */
  Settlement(WritableDirectory workspace, ControlFolder control) {
    this.workspace = workspace;
    this.control = control;
  }

  Optional<UnfinishedRecord> unfinished() throws IOException {
    return control.decided().map(decided -> UnfinishedRecord.of(decided, output().shownJournal()));
  }

  <T> Outcome<T> show(SetCheck check, Showing<T> showing) throws IOException {
    return recovery(check, recovery -> showing.of(recovery.show()));
  }

  Outcome<Settled> complete(SetCheck check) throws IOException {
    return recovery(check, Recovery::complete).then(settled -> settled().map(_ -> settled));
  }

  Outcome<Done> giveUp(SetCheck check) throws IOException {
    List<Diagnostic> mixture =
        control.decided().filter(Settlement::isReadable).isPresent()
            ? recovery(check, recovery -> Outcome.done().and(recovery.giveUp())).diagnostics()
            : Mixture.findPublished(output(), check).stream().toList();
    return settled().and(mixture);
  }

  /** The files that were carried out or taken back, if it came to that. */
  Optional<Replacing> replaced() {
    return replaced;
  }

  private OutputFolder output() {
    return new OutputFolder(workspace);
  }

  private static boolean isReadable(ControlFolder.Decided decided) {
    return decided.record() instanceof Outcome.Accepted<JournalRecord>;
  }

  /** What is done with an unfinished publication. */
  @FunctionalInterface
  private interface Settling<T> {
    Outcome<T> of(Recovery recovery) throws IOException;
  }

  private <T> Outcome<T> recovery(SetCheck check, Settling<T> settling) throws IOException {
    ControlFolder.Decided decided = control.decided().orElseThrow();
    return switch (decided.record()) {
      case Outcome.Refused<JournalRecord>(List<Diagnostic> faults) ->
          Outcome.refused(RecordDocument.withDiscard(faults.getFirst()));
      case Outcome.Accepted<JournalRecord>(JournalRecord record, List<Diagnostic> _) -> {
        try (WritableDirectory folder = control.openStaging()) {
          Replacing replacing =
              new Replacing(workspace, folder, record.replacements(), Following.NOBODY);
          replaced = Optional.of(replacing);
          Recovery recovery =
              new Recovery(workspace, control, folder, decided, record, check, replacing);
          yield Uninterrupted.call(() -> settling.of(recovery));
        }
      }
    };
  }

  private Outcome<Done> settled() throws IOException {
    return Uninterrupted.call(() -> {
      // A record without the old files that it needs could not be followed.
      control.clearJournal();
      KeptFiles.sweepAll(workspace);
      return control.clearStaging();
    });
  }
}
