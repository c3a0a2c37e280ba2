package dev.papack.publish;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.DiskException;
import dev.papack.disk.HeldLock;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.Closeable;
import java.io.IOException;
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
  /** The folder of control data, below the workspace. */
  public static final FileName CONTROL = new FileName(".papack");

  private static final FileName LOCK = new FileName("lock");
  private static final FileName STAGING = new FileName("staging");
  private static final FileName JOURNAL = new FileName("journal.json");
  private static final FileName JOURNAL_STAGED = new FileName("journal.new");

  private final WritableDirectory workspace;
  private final WritableDirectory control;
  private final HeldLock lock;
  private final WritableDirectory staging;
  private final List<StagedFile> staged = new ArrayList<>();

  private Publication(
      WritableDirectory workspace,
      WritableDirectory control,
      HeldLock lock,
      WritableDirectory staging) {
    this.workspace = workspace;
    this.control = control;
    this.lock = lock;
    this.staging = staging;
  }

  /** What to do with a publication that a crash left decided and unfinished. */
  public enum Leftover {
    /** Finish it. */
    FINISH,
    /** Give it up: keep every file as it stands. */
    DISCARD
  }

  /** Whether a workspace has a publication that was decided and not finished. */
  public static boolean isUnfinished(ReadableDirectory workspace) throws IOException {
    if (workspace.find(CONTROL).isEmpty()) {
      return false;
    }
    try (ReadableDirectory control = workspace.openDirectory(CONTROL)) {
      return control.find(JOURNAL).isPresent();
    }
  }

  /**
   * Takes the lock and finishes or discards what a crash left.
   *
   * @param workspace kept, and closed by its owner
   */
  public static Outcome<Publication> begin(WritableDirectory workspace, Leftover leftover)
      throws IOException {
    WritableDirectory control = openOrCreate(workspace, CONTROL);
    try {
      Optional<HeldLock> lock = control.tryLock(LOCK);
      if (lock.isEmpty()) {
        control.close();
        return Outcome.refused(
            Diagnostic.error(
                    DiagnosticCode.WORKSPACE_LOCKED,
                    Location.of(Artifact.WORKSPACE, workspace.displayPath()),
                    "another papack is writing in this workspace")
                .help("wait until it is done, then run the command again"));
      }
      return begin(workspace, control, lock.get(), leftover);
    } catch (IOException e) {
      control.close();
      throw e;
    }
  }

  private static Outcome<Publication> begin(
      WritableDirectory workspace, WritableDirectory control, HeldLock lock, Leftover leftover)
      throws IOException {
    boolean begun = false;
    try {
      Optional<Diagnostic> obstacle = settle(workspace, control, leftover);
      if (obstacle.isPresent()) {
        return Outcome.refused(obstacle.get());
      }
      control.createDirectory(STAGING);
      Publication publication =
          new Publication(workspace, control, lock, control.openDirectory(STAGING));
      begun = true;
      return Outcome.of(publication);
    } finally {
      if (!begun) {
        lock.close();
        control.close();
      }
    }
  }

  private static Optional<Diagnostic> settle(
      WritableDirectory workspace, WritableDirectory control, Leftover leftover)
      throws IOException {
    if (control.find(JOURNAL).isPresent()) {
      Optional<Diagnostic> obstacle =
          switch (leftover) {
            case FINISH -> finish(workspace, control);
            case DISCARD -> Optional.empty();
          };
      if (obstacle.isPresent()) {
        return obstacle;
      }
      control.deleteFile(JOURNAL);
      control.flush();
    }
    clearStaging(control);
    return Optional.empty();
  }

  private static Optional<Diagnostic> finish(WritableDirectory workspace, WritableDirectory control)
      throws IOException {
    return switch (FileReader.read(
        control, RelativePath.of(JOURNAL), Limits.INDEX_BYTES, Artifact.JOURNAL)) {
      case Outcome.Refused<Snapshot>(List<Diagnostic> faults) -> Optional.of(faults.getFirst());
      case Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes) ->
          switch (JournalDocument.read(snapshot)) {
            case Outcome.Refused<List<Replacement>>(List<Diagnostic> faults) ->
                Optional.of(withDiscard(faults.getFirst()));
            case Outcome.Accepted<List<Replacement>>(
                    List<Replacement> replacements,
                    List<Diagnostic> more) ->
                finish(workspace, control, replacements);
          };
    };
  }

  /** A damaged or foreign journal is cleared by one command, whatever its fault. */
  private static Diagnostic withDiscard(Diagnostic fault) {
    return fault.help("papack recover --discard removes it; nothing authored is in it");
  }

  private static Optional<Diagnostic> finish(
      WritableDirectory workspace, WritableDirectory control, List<Replacement> replacements)
      throws IOException {
    try (WritableDirectory staging = openOrCreate(control, STAGING)) {
      Recovery recovery = new Recovery(workspace, staging);
      Optional<Diagnostic> contradiction = recovery.findContradiction(replacements);
      if (contradiction.isEmpty()) {
        recovery.carryOut(replacements);
      }
      return contradiction;
    }
  }

  /** Creates the next staged file, empty. */
  public StagedFile stage() throws IOException {
    int number = staged.size();
    StagedFile file = new StagedFile(number, staging.createFile(Recovery.name(number)));
    staged.add(file);
    return file;
  }

  /**
   * Publishes the pack and its companions, all or none.
   *
   * @param files one staged file for each slot; the first four that were staged, in their order
   */
  public void publishPack(Map<PackSlot, StagedFile> files) throws IOException {
    List<Replacement> replacements = new ArrayList<>();
    for (PackSlot slot : PackSlot.values()) {
      StagedFile file = Objects.requireNonNull(files.get(slot));
      if (file.number() != slot.number()) {
        throw new IllegalArgumentException("the files of a pack are staged first and in order");
      }
      replacements.add(new Replacement.Derived(slot, file.finish()));
    }
    openOrCreate(workspace, PackSlot.ASSET_TABLE.path().names().getFirst()).close();
    workspace.flush();
    decideAndCarryOut(replacements);
  }

  /**
   * Writes and deletes authored documents, all or none.
   *
   * @return the contradiction, if a file is no longer what it was when it was read
   */
  public Optional<Diagnostic> publishDocuments(List<DocumentChange> changes) throws IOException {
    List<Replacement> replacements = new ArrayList<>();
    for (DocumentChange change : changes) {
      StagedFile file = stage();
      if (file.number() != replacements.size()) {
        throw new IllegalStateException("documents are staged alone");
      }
      Optional<StagedContent> content = Optional.empty();
      if (change.after().isPresent()) {
        file.append(StandardCharsets.UTF_8.encode(change.after().get()));
        content = Optional.of(file.finish());
      }
      replacements.add(
          new Replacement.Authored(
              RelativePath.of("assets").resolve(change.file()), change.before(), content));
    }
    Optional<Diagnostic> contradiction =
        new Recovery(workspace, staging).findContradiction(replacements);
    if (contradiction.isEmpty()) {
      decideAndCarryOut(replacements);
    }
    return contradiction;
  }

  private void decideAndCarryOut(List<Replacement> replacements) throws IOException {
    staging.flush();
    if (control.find(JOURNAL_STAGED).isPresent()) {
      control.deleteFile(JOURNAL_STAGED);
    }
    try (WritableFile journal = control.createFile(JOURNAL_STAGED)) {
      journal.append(StandardCharsets.UTF_8.encode(JournalDocument.write(replacements)));
      journal.flush();
    }
    control.rename(JOURNAL_STAGED, control, JOURNAL);
    control.flush();
    new Recovery(workspace, staging).carryOut(replacements);
    control.deleteFile(JOURNAL);
    control.flush();
  }

  private static void clearStaging(WritableDirectory control) throws IOException {
    if (control.find(STAGING).isEmpty()) {
      return;
    }
    try (WritableDirectory staging = control.openDirectory(STAGING)) {
      for (String name : staging.list()) {
        if (FileName.faultOf(name).isPresent()) {
          throw new DiskException(
              DiskException.Trouble.WRONG_TYPE,
              staging.displayPath(),
              "holds a file that is not papack's");
        }
        staging.deleteFile(new FileName(name));
      }
    }
    control.deleteDirectory(STAGING);
  }

  private static WritableDirectory openOrCreate(WritableDirectory folder, FileName name)
      throws IOException {
    if (folder.find(name).isEmpty()) {
      folder.createDirectory(name);
      folder.flush();
    }
    return folder.openDirectory(name);
  }

  /** Discards what was staged, unless it is decided and unfinished, and gives up the lock. */
  @Override
  public void close() throws IOException {
    try {
      for (StagedFile file : staged) {
        file.close();
      }
      staging.close();
      if (control.find(JOURNAL).isEmpty()) {
        clearStaging(control);
      }
    } finally {
      lock.close();
      control.close();
    }
  }
}
