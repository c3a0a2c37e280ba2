package dev.papack.publish;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
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
import java.util.List;
import java.util.Optional;

/** The lock of a workspace, held, and beside it the description of who holds it. */
final class WorkspaceLock implements Closeable {
  private static final FileName LOCK = new FileName("lock");
  private static final FileName OWNER = new FileName("owner.json");
  private static final FileName OWNER_STAGED = new FileName("owner.new");

  /** The files that come and go with a lock. */
  static final List<FileName> FILES = List.of(LOCK, OWNER, OWNER_STAGED);

  /** Between taking the lock and saying so, its owner is nameless for a moment. */
  private static final int LOOKS_FOR_OWNER = 10;

  private static final long LOOK_MILLISECONDS = 10;

  private final WritableDirectory folder;
  private final HeldLock lock;

  private WorkspaceLock(WritableDirectory folder, HeldLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the lock, or says who has it.
   *
   * @param folder where its files are; kept, and closed by its owner
   */
  static Outcome<WorkspaceLock> take(WritableDirectory folder, Operation operation)
      throws IOException {
    Optional<HeldLock> lock = folder.tryLock(LOCK);
    Optional<LockOwner> owner = Optional.empty();
    for (int look = 1; lock.isEmpty() && owner.isEmpty() && look < LOOKS_FOR_OWNER; look++) {
      owner = findOwner(folder);
      if (owner.isEmpty()) {
        pause();
        lock = folder.tryLock(LOCK);
      }
    }
    if (lock.isEmpty()) {
      return Outcome.refused(locked(owner));
    }
    WorkspaceLock taken = new WorkspaceLock(folder, lock.get());
    boolean isDescribed = false;
    try {
      taken.describe(LockOwner.here(operation));
      isDescribed = true;
      return Outcome.of(taken);
    } finally {
      if (!isDescribed) {
        lock.get().close();
      }
    }
  }

  /** Whether somebody holds the lock. */
  static boolean isTaken(ReadableDirectory folder) throws IOException {
    return folder.isLocked(LOCK);
  }

  /**
   * When it was taken, by the clock of the file system: what that says of the description. Empty
   * where it does not tell, or where the description could not be written.
   */
  Optional<FileStamp> takenAt() throws IOException {
    return folder.stamp(OWNER);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Diagnostic locked(Optional<LockOwner> owner) {
    Diagnostic locked =
        Diagnostic.error(
                DiagnosticCode.WORKSPACE_LOCKED,
                Location.of(Artifact.WORKSPACE, ""),
                owner.map(LockOwner::toString).orElse("another papack")
                    + " is writing in this workspace")
            .fix(Fix.request("wait until it is done", Fix.RequestChange.WAIT));
    return owner.map(LockOwner::toString).map(locked::found).orElse(locked);
  }

  /** The owner may be done, and its description gone, at any moment of this. */
  private static Optional<LockOwner> findOwner(ReadableDirectory folder) throws IOException {
    try {
      return folder.find(OWNER).isPresent()
              && FileReader.read(
                      folder, RelativePath.of(OWNER), Limits.LOCK_OWNER_BYTES, Artifact.LOCK_OWNER)
                  instanceof Outcome.Accepted<Snapshot>(Snapshot snapshot, List<Diagnostic> notes)
          ? LockOwner.read(snapshot)
          : Optional.empty();
    } catch (DiskException e) {
      return switch (e.trouble()) {
        case MISSING, CHANGED -> Optional.empty();
        default -> throw e;
      };
    }
  }

  /**
   * Tells others who holds the lock. The description of one that was killed goes first: better
   * nobody is named than the wrong one.
   */
  private void describe(LockOwner owner) throws IOException {
    asACourtesy(() -> {
      clearOwner();
      try (WritableFile file = folder.createFile(OWNER_STAGED)) {
        file.append(StandardCharsets.UTF_8.encode(owner.write()));
      }
      folder.rename(OWNER_STAGED, folder, OWNER);
    });
  }

  /** What may fail without harm. */
  @FunctionalInterface
  private interface Courtesy {
    void show() throws IOException;
  }

  /**
   * A full disk must not keep anybody from recovering, nor a reader of the description anybody from
   * writing.
   */
  private static void asACourtesy(Courtesy courtesy) throws IOException {
    try {
      courtesy.show();
    } catch (DiskException e) {
      switch (e.trouble()) {
        case NO_SPACE, IN_USE -> {}
        default -> throw e;
      }
    }
  }

  private void clearOwner() throws IOException {
    for (FileName name : List.of(OWNER, OWNER_STAGED)) {
      if (folder.find(name).isPresent()) {
        folder.deleteFile(name);
      }
    }
  }

  /** Gives up the lock, also if its description stays. */
  @Override
  public void close() throws IOException {
    try (lock) {
      asACourtesy(this::clearOwner);
    }
  }
}
