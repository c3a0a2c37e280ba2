package dev.papack.publish;

import dev.papack.container.PackId;
import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FolderId;
import dev.papack.disk.Uninterrupted;
import dev.papack.disk.WritableDirectory;
import dev.papack.git.GitFile;
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
 * flushed and renamed into place as the journal. Until then nothing outside {@code .papack} has
 * changed. From then on the files are replaced; if that fails the old ones are put back. A crash
 * leaves the record: what becomes of it is asked for, and never taken for granted.
 */
public final class Publication implements Closeable {
  private static final FileName SPOOL = new FileName("spool");

  private final WritableDirectory workspace;
  private final ControlFolder control;
  private final Staging staging;
  private final Map<PackSlot, StagedFile> pack = new EnumMap<>(PackSlot.class);
  private final StagedDocuments documents;
  private final Settlement settlement;
  private Optional<Replacing> prepared = Optional.empty();
  private final List<PublishedFile> published = new ArrayList<>();

  private Publication(WritableDirectory workspace, ControlFolder control) {
    this.workspace = workspace;
    this.control = control;
    this.staging = new Staging(control);
    this.documents = new StagedDocuments(workspace, staging);
    this.settlement = new Settlement(workspace, control);
  }

  /**
   * That a folder has a publication which was decided and not finished, if it has one; or that
   * nobody can tell, or that none could be begun.
   */
  public static Optional<UnfinishedRecord> findUnfinished(OutputFolder output) throws IOException {
    try {
      Optional<UnfinishedRecord> obstacle = ControlObstacles.find(output.directory());
      return obstacle.isPresent()
          ? obstacle
          : ControlFolder.findDecided(output.directory())
              .map(decided -> UnfinishedRecord.of(decided, output.shownJournal()));
    } catch (DiskException e) {
      return switch (e.trouble()) {
        // Somebody has just finished it.
        case MISSING, CHANGED -> Optional.empty();
        default -> throw e;
      };
    }
  }

  /** Whether somebody is writing in a folder: then an unfinished publication is being finished. */
  public static boolean isUnderWay(OutputFolder output) throws IOException {
    return ControlFolder.isLocked(output.directory());
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
   * Takes the lock. What a crash left decided stays as it is, until it is settled.
   *
   * @param workspace where everything is written: for documents the workspace, for a pack the
   *     folder in which it is published; kept, and closed by its owner
   */
  public static Outcome<Publication> begin(WritableDirectory workspace, Operation operation)
      throws IOException {
    return ControlFolder.lock(workspace, operation).then(control -> begin(workspace, control));
  }

  private static Outcome<Publication> begin(WritableDirectory workspace, ControlFolder control)
      throws IOException {
    boolean isBegun = false;
    try {
      Publication publication = new Publication(workspace, control);
      boolean isSettled = !control.hasJournal();
      if (isSettled && control.hasStaging()) {
        KeptFiles.sweepAll(workspace);
      }
      Outcome<Publication> begun =
          (isSettled ? control.clearStaging() : Outcome.done()).then(_ -> Outcome.of(publication));
      isBegun = begun instanceof Outcome.Accepted<Publication>;
      return begun;
    } finally {
      if (!isBegun) {
        control.close();
      }
    }
  }

  /** Where the pack and its companions are published. */
  public OutputFolder output() {
    return new OutputFolder(workspace);
  }

  /** What a crash left decided and unfinished. */
  public Optional<UnfinishedRecord> unfinished() throws IOException {
    return settlement.unfinished();
  }

  /**
   * What is made of an unfinished publication.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Showing<T> {
    /** Looks at it, while the files that it names can be opened. */
    Outcome<T> of(Unfinished unfinished) throws IOException;
  }

  /** Shows what carrying out the unfinished publication would change. */
  public <T> Outcome<T> showUnfinished(SetCheck check, Showing<T> showing) throws IOException {
    return settlement.show(check, showing);
  }

  /**
   * Carries out the unfinished publication.
   *
   * @return refused, with nothing touched, if it cannot be carried out, or if what is staged is no
   *     valid set
   */
  public Outcome<Settled> complete(SetCheck check) throws IOException {
    return settlement.complete(check);
  }

  /**
   * Gives the unfinished publication up: what it replaced becomes what it was, where that is known;
   * every other file stays as it is.
   *
   * @return done; with a warning if old and new files are mixed now
   */
  public Outcome<Done> giveUp(SetCheck check) throws IOException {
    return settlement.giveUp(check);
  }

  /** Creates the staged file of a slot, empty, in place of one that was staged before. */
  public StagedFile stage(PackSlot slot) throws IOException {
    StagedFile before = pack.get(slot);
    if (before != null) {
      staging.discard(before, slot.staged());
    }
    StagedFile file = staging.hold(slot.staged());
    pack.put(slot, file);
    return file;
  }

  /** Creates a file for what is needed on the way only; it is never published. */
  public Spool stageSpool() throws IOException {
    return staging.holdSpool(SPOOL);
  }

  /**
   * What is where the pack and its companions go and is no file of ours to replace, so that a build
   * can be refused before it begins.
   */
  public Optional<Diagnostic> findObstacle() throws IOException {
    return PackSlot.findAnyObstacle(output());
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
      StagedContent content = file.finish();
      published.add(
          new PublishedFile(
              slot, content.sizeBytes(), content.digest(), staging.folder().find(slot.staged())));
      files.add(
          new Replacement.Derived(
              slot,
              content,
              slot.find(output()).isPresent() ? Replacement.Old.KEPT : Replacement.Old.NOTHING));
    }
    return publish(new JournalRecord.OfPublication(control.id(), packId, files), Following.NOBODY)
        .map(JournalRecord.OfPublication::packId);
  }

  /** The files that {@link #publishPack} was given, in the order of their slots. */
  public List<PublishedFile> published() {
    return List.copyOf(published);
  }

  /** The folder {@code .papack}, as what is written in it names it. */
  public FolderId folder() throws IOException {
    return control.id();
  }

  /**
   * When this publication began, by the clock of the file system; empty where its times cannot be
   * relied on.
   */
  public Optional<FileStamp> begunAt() throws IOException {
    return control.lockedAt();
  }

  /** The time now, by the same clock. */
  public Optional<FileStamp> clock() throws IOException {
    return control.clock();
  }

  /** Replaces what is remembered for the next build. */
  public void writeCache(ByteBuffer content) throws IOException {
    control.writeCache(content);
  }

  /** Forgets it. */
  public void clearCache() throws IOException {
    control.clearCache();
  }

  /**
   * Writes and deletes authored documents, all or none.
   *
   * @return how many files were written and deleted; or why nothing was, such as that a file is no
   *     longer what it was when it was read
   */
  public Outcome<Integer> publishDocuments(List<DocumentChange> changes) throws IOException {
    for (DocumentChange change : changes) {
      if (stageDocument(change) instanceof Outcome.Refused<Done>(List<Diagnostic> faults)) {
        return new Outcome.Refused<>(faults);
      }
    }
    return publishDocuments(Following.NOBODY);
  }

  /**
   * Stages the change of an authored document. Its text is not kept, so that there may be as many
   * as a workspace can have.
   *
   * @return refused if the text would be too long to be read back
   */
  public Outcome<Done> stageDocument(DocumentChange change) throws IOException {
    return documents.stage(change);
  }

  /**
   * Takes up a file under {@code assets/} that gets another path. It is read once, for the digest.
   *
   * @return refused if it is no longer there
   */
  public Outcome<Done> stageMove(FileMove move) throws IOException {
    return documents.stageMove(move);
  }

  /**
   * Replaces a file of git's, or makes it. It is no authored document, so it is in no record: it
   * appears whole, and a crash leaves the old one or the new one.
   *
   * @param before the digest of the file as it was read; empty if there was none
   * @throws DiskException with {@link DiskException.Trouble#CHANGED}, and the file as it is, if it
   *     is another one by now
   */
  public void replace(GitFile file, Optional<Sha256> before, byte[] after) throws IOException {
    new GitFileReplacement(control, workspace).replace(file, before, after);
  }

  /**
   * Carries out the changes that were staged, all or none.
   *
   * @return how many files were written and deleted; or why nothing was, such as that a file is no
   *     longer what it was when it was read
   */
  public Outcome<Integer> publishDocuments(Following following) throws IOException {
    staging.flushTexts();
    return publish(documents.record(control.id()), following)
        .map(done -> done.replacements().size());
  }

  private <R extends JournalRecord> Outcome<R> publish(R decided, Following following)
      throws IOException {
    ByteBuffer journal = StandardCharsets.UTF_8.encode(RecordDocument.write(decided));
    if (journal.remaining() > Limits.JOURNAL_BYTES) {
      return Outcome.refused(
          StagedContent.tooLarge(
              output().shown(ControlFolder.NAME.text()),
              journal.remaining(),
              Limits.JOURNAL_BYTES));
    }
    Replacing replacing =
        new Replacing(workspace, staging.folder(), decided.replacements(), following);
    return Outcome.unless(replacing.findChange())
        .then(_ -> {
          prepared = Optional.of(replacing);
          replacing.prepare();
          staging.folder().flush();
          if (Thread.currentThread().isInterrupted()) {
            throw DiskException.interrupted(output().shownJournal());
          }
          return Uninterrupted.call(() -> {
            control.writeJournal(journal);
            replacing.carryOut(control);
            control.clearJournal();
            return Outcome.of(decided);
          });
        });
  }

  /** Discards what was staged, unless it is decided and unfinished, and gives up the lock. */
  @Override
  public void close() throws IOException {
    try (control) {
      staging.close();
      if (!control.hasJournal()) {
        Optional<Replacing> last = prepared.or(settlement::replaced);
        if (last.isPresent()) {
          last.get().kept().sweep();
          deleteEmptied(last.get());
        }
        control.clearStaging();
      }
    }
  }

  /** Not before the old files are swept, which were kept there. */
  private void deleteEmptied(Replacing done) throws IOException {
    try {
      EmptiedFolders.of(workspace, done.replacements()).delete();
    } catch (DiskException _) {
      // A folder that cannot go, for whatever reason, does no harm.
    }
  }
}
