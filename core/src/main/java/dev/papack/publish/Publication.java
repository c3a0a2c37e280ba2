package dev.papack.publish;

import dev.papack.asset.DeclarationPlace;
import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.DiskException;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import dev.papack.source.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One writing operation in a workspace, from taking the lock to the last write. Files are staged,
 * then one of the two {@code publish} methods decides: a record naming every file and its digest is
 * flushed and renamed into place as the journal, and from then on the set is published, now or by
 * the next writing operation. Until then nothing outside {@code .papack} has changed.
 */
public final class Publication implements Closeable {
  private static final FileName SPOOL = new FileName("spool");

  private final WritableDirectory workspace;
  private final ControlFolder control;
  private final Staging staging;
  private final Found found;
  private final Map<PackSlot, StagedFile> pack = new EnumMap<>(PackSlot.class);
  private final List<Replacement.Declaration> declarations = new ArrayList<>();
  private Optional<Replacement.Registry> registry = Optional.empty();

  private Publication(WritableDirectory workspace, ControlFolder control, Found found) {
    this.workspace = workspace;
    this.control = control;
    this.staging = new Staging(control);
    this.found = found;
  }

  /** Whether a crash had left a publication decided and unfinished; it is dealt with. */
  public enum Found {
    NOTHING,
    UNFINISHED
  }

  /** That a workspace has a publication which was decided and not finished, if it has one. */
  public static Optional<Diagnostic> findUnfinished(ReadableDirectory workspace)
      throws IOException {
    try {
      return ControlFolder.findDecided(workspace).map(Publication::unfinished);
    } catch (DiskException e) {
      return switch (e.trouble()) {
        // Somebody has just finished it.
        case MISSING, CHANGED -> Optional.empty();
        default -> throw e;
      };
    }
  }

  private static Diagnostic unfinished(Outcome<JournalRecord> decided) {
    Diagnostic warning =
        Diagnostic.warning(
            DiagnosticCode.PUBLICATION_UNFINISHED,
            Location.of(Artifact.JOURNAL, ".papack/journal.json"),
            "a publication was committed but not completed: another papack is still writing, or was"
                + " interrupted");
    return switch (decided) {
      case Outcome.Accepted<JournalRecord>(JournalRecord record, List<Diagnostic> _) ->
          warning
              .found(record.subject())
              .fix(
                  Fix.likely(
                      "complete it; the next command that writes does so too",
                      Fix.run(Verb.RECOVER)));
      case Outcome.Refused<JournalRecord> _ ->
          warning.fix(Fix.manual("find out why its record cannot be used", Fix.run(Verb.RECOVER)));
    };
  }

  /**
   * Makes the folder that every publication stages in, where it is missing: before a process is
   * confined to it.
   *
   * @return its name in the workspace, or what stands in the way
   */
  public static Outcome<FileName> makeFolder(WritableDirectory workspace) throws IOException {
    return ControlFolder.make(workspace);
  }

  /**
   * Takes the lock and finishes what a crash left decided, or discards it if that is the operation.
   *
   * @param workspace kept, and closed by its owner
   */
  public static Outcome<Publication> begin(WritableDirectory workspace, Operation operation)
      throws IOException {
    return ControlFolder.lock(workspace, operation)
        .then(control -> begin(workspace, control, operation));
  }

  private static Outcome<Publication> begin(
      WritableDirectory workspace, ControlFolder control, Operation operation) throws IOException {
    boolean isBegun = false;
    try {
      Found found = control.hasJournal() ? Found.UNFINISHED : Found.NOTHING;
      Optional<Diagnostic> obstacle =
          found == Found.UNFINISHED ? settle(workspace, control, operation) : Optional.empty();
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
      WritableDirectory workspace, ControlFolder control, Operation operation) throws IOException {
    Optional<Diagnostic> obstacle =
        operation == Operation.DISCARD_UNFINISHED ? Optional.empty() : finish(workspace, control);
    if (obstacle.isEmpty()) {
      control.clearJournal();
    }
    return obstacle;
  }

  private static Optional<Diagnostic> finish(WritableDirectory workspace, ControlFolder control)
      throws IOException {
    return switch (control.readJournal()) {
      case Outcome.Refused<JournalRecord>(List<Diagnostic> faults) ->
          Optional.of(RecordDocument.withDiscard(faults.getFirst()));
      case Outcome.Accepted<JournalRecord>(JournalRecord decided, List<Diagnostic> notes) -> {
        try (WritableDirectory staging = control.openStaging()) {
          yield new Recovery(workspace, staging, decided.replacements(), Following.NOBODY).finish();
        }
      }
    };
  }

  /** What this publication found when it began. */
  public Found found() {
    return found;
  }

  /** Creates the staged file of a slot, empty. */
  public StagedFile stage(PackSlot slot) throws IOException {
    StagedFile file = staging.hold(slot.staged());
    pack.put(slot, file);
    return file;
  }

  /** Creates a file for what is needed on the way only; it is never published. */
  public StagedFile stageSpool() throws IOException {
    return staging.hold(SPOOL);
  }

  /**
   * What is where the pack and its companions go and is no file of ours to replace, so that a build
   * can be refused before it begins.
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
   * Publishes the pack and its companions, all or none; each slot has been staged.
   *
   * @param packId the identity of the staged pack
   * @return that identity; or why nothing was published
   */
  public Outcome<PackId> publishPack(PackId packId) throws IOException {
    List<Replacement.Derived> files = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      StagedFile file = Objects.requireNonNull(pack.get(slot), "a slot that was not staged");
      files.add(new Replacement.Derived(slot, file.finish()));
    }
    return publish(new JournalRecord.OfPublication(packId, files), Following.NOBODY)
        .map(JournalRecord.OfPublication::packId);
  }

  /**
   * Writes and deletes authored documents, all or none.
   *
   * @return how many files were written and deleted; or why nothing was, such as that a file is no
   *     longer what it was when it was read
   */
  public Outcome<Integer> publishDocuments(List<DocumentChange> changes) throws IOException {
    for (DocumentChange change : changes) {
      Optional<Diagnostic> obstacle = stageDocument(change);
      if (obstacle.isPresent()) {
        return Outcome.refused(obstacle.get());
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
    return switch (change) {
      case DocumentChange.OfRegistry(Optional<Sha256> before, String after) -> {
        StagedContent content = stage(Replacement.Registry.STAGED, after);
        registry = Optional.of(new Replacement.Registry(before, content));
        yield tooLarge(change, content);
      }
      case DocumentChange.OfDeclaration(
              DeclarationPlace place,
              Optional<Sha256> before,
              Optional<String> after) -> {
        Replacement.Declaration deleted =
            new Replacement.Declaration(declarations.size(), place, before, Optional.empty());
        if (after.isEmpty()) {
          declarations.add(deleted);
          yield Optional.empty();
        }
        StagedContent content = stage(deleted.staged(), after.get());
        declarations.add(
            new Replacement.Declaration(deleted.number(), place, before, Optional.of(content)));
        yield tooLarge(change, content);
      }
    };
  }

  private StagedContent stage(FileName name, String text) throws IOException {
    try (StagedFile file = staging.create(name)) {
      file.append(StandardCharsets.UTF_8.encode(text));
      return file.finish();
    }
  }

  private static Optional<Diagnostic> tooLarge(DocumentChange change, StagedContent content) {
    return content.sizeBytes() <= change.maxBytes()
        ? Optional.empty()
        : Optional.of(tooLarge(change.file().text(), content.sizeBytes(), change.maxBytes()));
  }

  /**
   * Carries out the changes that were staged, all or none.
   *
   * @return how many files were written and deleted; or why nothing was, such as that a file is no
   *     longer what it was when it was read
   */
  public Outcome<Integer> publishDocuments(Following following) throws IOException {
    return publish(new JournalRecord.OfDocuments(declarations, registry), following)
        .map(done -> done.replacements().size());
  }

  private <R extends JournalRecord> Outcome<R> publish(R decided, Following following)
      throws IOException {
    ByteBuffer journal = StandardCharsets.UTF_8.encode(RecordDocument.write(decided));
    if (journal.remaining() > Limits.JOURNAL_BYTES) {
      return Outcome.refused(
          tooLarge(ControlFolder.NAME.text(), journal.remaining(), Limits.JOURNAL_BYTES));
    }
    Recovery recovery =
        new Recovery(workspace, staging.folder(), decided.replacements(), following);
    Optional<Diagnostic> change = recovery.findChange();
    if (change.isPresent()) {
      return Outcome.refused(change.get());
    }
    staging.folder().flush();
    control.writeJournal(journal);
    recovery.carryOutAll();
    control.clearJournal();
    return Outcome.of(decided);
  }

  /** Nothing is written that could not be read back. */
  private static Diagnostic tooLarge(String path, long bytes, long limit) {
    return Diagnostic.error(
            DiagnosticCode.DOCUMENT_SIZE,
            Location.of(Artifact.WORKSPACE, path),
            "\"" + path + "\" would have " + bytes + " bytes; at most " + limit + " are allowed")
        .found(String.valueOf(bytes))
        .limit(String.valueOf(limit))
        .advice("name fewer files at a time, or split the workspace");
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
