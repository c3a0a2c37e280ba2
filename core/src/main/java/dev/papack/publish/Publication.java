package dev.papack.publish;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import dev.papack.source.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One writing operation in a workspace, from taking the lock to the last write. Files are staged,
 * then one of the two {@code publish} methods decides: a journal naming every file and its digest
 * is flushed and renamed into place, and from then on the set is published, now or by the next
 * writing operation. Until then nothing outside {@code .papack} has changed.
 */
public final class Publication implements Closeable {
  private final WritableDirectory workspace;
  private final ControlFolder control;
  private final Staging staging;
  private final Found found;
  private final List<Replacement> documents = new ArrayList<>();

  private Publication(WritableDirectory workspace, ControlFolder control, Found found) {
    this.workspace = workspace;
    this.control = control;
    this.staging = new Staging(control);
    this.found = found;
  }

  /** What to do with a publication that a crash left decided and unfinished. */
  public enum Leftover {
    /** Finish it. */
    FINISH,
    /** Give it up: keep every file as it stands. */
    DISCARD
  }

  /** Whether there was such a publication; it is dealt with. */
  public enum Found {
    NOTHING,
    UNFINISHED
  }

  /** Whether a workspace has a publication that was decided and not finished. */
  public static boolean isUnfinished(ReadableDirectory workspace) throws IOException {
    return ControlFolder.hasJournal(workspace);
  }

  /**
   * Makes the folder that every publication stages in, where it is missing: before a process is
   * confined to it.
   *
   * @return its name in the workspace, or what stands in the way
   */
  public static Outcome<FileName> makeFolder(WritableDirectory workspace) throws IOException {
    return ControlFolder.make(workspace)
        .map(Outcome::<FileName>refused)
        .orElseGet(() -> Outcome.of(ControlFolder.NAME));
  }

  /**
   * Takes the lock and finishes or discards what a crash left.
   *
   * @param workspace kept, and closed by its owner
   */
  public static Outcome<Publication> begin(WritableDirectory workspace, Leftover leftover)
      throws IOException {
    return switch (ControlFolder.lock(workspace)) {
      case Outcome.Refused<ControlFolder>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Outcome.Accepted<ControlFolder>(ControlFolder control, List<Diagnostic> notes) ->
          begin(workspace, control, leftover);
    };
  }

  private static Outcome<Publication> begin(
      WritableDirectory workspace, ControlFolder control, Leftover leftover) throws IOException {
    boolean isBegun = false;
    try {
      Found found = control.hasJournal() ? Found.UNFINISHED : Found.NOTHING;
      Optional<Diagnostic> obstacle = settle(workspace, control, found, leftover);
      if (obstacle.isEmpty()) {
        obstacle = control.clearStaging();
      }
      if (obstacle.isPresent()) {
        return Outcome.refused(obstacle.get());
      }
      Publication publication = new Publication(workspace, control, found);
      isBegun = true;
      return Outcome.of(publication);
    } finally {
      if (!isBegun) {
        control.close();
      }
    }
  }

  private static Optional<Diagnostic> settle(
      WritableDirectory workspace, ControlFolder control, Found found, Leftover leftover)
      throws IOException {
    Optional<Diagnostic> obstacle =
        switch (found) {
          case NOTHING -> Optional.empty();
          case UNFINISHED ->
              switch (leftover) {
                case FINISH -> finish(workspace, control);
                case DISCARD -> Optional.empty();
              };
        };
    if (obstacle.isEmpty() && found == Found.UNFINISHED) {
      control.clearJournal();
    }
    return obstacle;
  }

  private static Optional<Diagnostic> finish(WritableDirectory workspace, ControlFolder control)
      throws IOException {
    return switch (control.readJournal()) {
      case Outcome.Refused<List<Replacement>>(List<Diagnostic> faults) ->
          Optional.of(JournalDocument.withDiscard(faults.getFirst()));
      case Outcome.Accepted<List<Replacement>>(
              List<Replacement> replacements,
              List<Diagnostic> notes) -> {
        try (WritableDirectory staging = control.openStaging()) {
          yield new Recovery(workspace, staging, replacements, Following.NOBODY).finish();
        }
      }
    };
  }

  /** What this publication found when it began. */
  public Found found() {
    return found;
  }

  /** Creates the next staged file, empty. */
  public StagedFile stage() throws IOException {
    return staging.hold();
  }

  /**
   * What stands where the pack and its companions go and is no file of ours to replace, so that a
   * build can be refused before it begins.
   */
  public Optional<Diagnostic> findObstacle() throws IOException {
    for (PackSlot slot : PackSlot.values()) {
      Optional<Diagnostic> obstacle = slot.findObstacle(workspace);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  /**
   * Publishes the pack and its companions, all or none.
   *
   * @param files one staged file for each slot; the first four that were staged, in their order
   * @return why nothing was published, if something stands in the way
   */
  public Optional<Diagnostic> publishPack(Map<PackSlot, StagedFile> files) throws IOException {
    List<Replacement> replacements = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      StagedFile file = Objects.requireNonNull(files.get(slot));
      if (file.number() != slot.number()) {
        throw new IllegalArgumentException("the files of a pack are staged first and in order");
      }
      replacements.add(new Replacement.Derived(slot, file.finish()));
    }
    return publish(replacements, Following.NOBODY);
  }

  /**
   * Writes and deletes authored documents, all or none.
   *
   * @return why nothing was written, if a file is no longer what it was when it was read
   */
  public Optional<Diagnostic> publishDocuments(List<DocumentChange> changes) throws IOException {
    for (DocumentChange change : changes) {
      Optional<Diagnostic> obstacle = stageDocument(change);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return publishDocuments(Following.NOBODY);
  }

  /**
   * Stages the change of an authored document. Its text is not kept, so that there may be as many
   * as a workspace can have.
   *
   * @return why it cannot be made: the text would be too long to be read back
   */
  public Optional<Diagnostic> stageDocument(DocumentChange change) throws IOException {
    if (staging.isHolding()) {
      throw new IllegalStateException("documents are staged alone");
    }
    Optional<StagedContent> content = Optional.empty();
    if (change.after().isPresent()) {
      try (StagedFile file = staging.create()) {
        file.append(StandardCharsets.UTF_8.encode(change.after().get()));
        content = Optional.of(file.finish());
      }
      if (content.get().sizeBytes() > change.mostBytes()) {
        return Optional.of(
            tooLarge(change.file().text(), content.get().sizeBytes(), change.mostBytes()));
      }
    } else {
      staging.skip();
    }
    documents.add(new Replacement.Authored(change.file(), change.before(), content));
    return Optional.empty();
  }

  /**
   * Carries out the changes that were staged, all or none.
   *
   * @return why nothing was written, if a file is no longer what it was when it was read
   */
  public Optional<Diagnostic> publishDocuments(Following following) throws IOException {
    return publish(documents, following);
  }

  private Optional<Diagnostic> publish(List<Replacement> replacements, Following following)
      throws IOException {
    ByteBuffer journal = StandardCharsets.UTF_8.encode(JournalDocument.write(replacements));
    if (journal.remaining() > Limits.JOURNAL_BYTES) {
      return Optional.of(
          tooLarge(ControlFolder.NAME.text(), journal.remaining(), Limits.JOURNAL_BYTES));
    }
    Recovery recovery = new Recovery(workspace, staging.folder(), replacements, following);
    Optional<Diagnostic> change = recovery.findChange();
    if (change.isPresent()) {
      return change;
    }
    staging.folder().flush();
    control.writeJournal(journal);
    recovery.carryOutAll();
    control.clearJournal();
    return Optional.empty();
  }

  /** Nothing is written that could not be read back. */
  private static Diagnostic tooLarge(String path, long bytes, long limit) {
    return Diagnostic.error(
            DiagnosticCode.DOCUMENT_SIZE,
            Location.of(Artifact.WORKSPACE, path),
            "\"" + path + "\" would have " + bytes + " bytes; " + limit + " are allowed")
        .found(String.valueOf(bytes))
        .limit(String.valueOf(limit))
        .help("name fewer files at a time, or split the workspace");
  }

  /** Discards what was staged, unless it is decided and unfinished, and gives up the lock. */
  @Override
  public void close() throws IOException {
    try (control) {
      staging.close();
      if (!control.hasJournal()) {
        control.clearStaging();
      }
    }
  }
}
