package dev.papack.publish;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.Done;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.FolderId;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.Storage;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Obstacle;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The folder {@code .papack} of a workspace, locked: the journal and the staged files in it. */
final class ControlFolder implements Closeable {
  static final FileName NAME = new FileName(".papack");

  static final FileName STAGING = new FileName("staging");
  static final FileName JOURNAL = new FileName("journal.json");

  /** The record, as messages name it. */
  static final String JOURNAL_PATH = NAME + "/" + JOURNAL;

  /** The same record, once the publication has failed and is being taken back. */
  static final FileName JOURNAL_BACK = new FileName("journal.back");

  static final FileName JOURNAL_STAGED = new FileName("journal.new");

  private final WritableDirectory folder;
  private final WorkspaceLock lock;

  private ControlFolder(WritableDirectory folder, WorkspaceLock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * A record, and where it was written.
   *
   * @param record what it says, or why it cannot be read
   * @param course whether the new files or the old ones are to stand in the end
   */
  record Decided(Outcome<JournalRecord> record, Origin origin, Course course) {}

  /** Where an unfinished publication is going. */
  enum Course {
    FORWARD,
    BACK
  }

  /** What a workspace's journal says, if there is one; takes no lock and follows nothing. */
  static Optional<Decided> findDecided(ReadableDirectory workspace) throws IOException {
    if (workspace.find(NAME).map(FileStatus::type).filter(FileType.DIRECTORY::equals).isEmpty()) {
      return Optional.empty();
    }
    try (ReadableDirectory folder = workspace.openDirectory(NAME)) {
      return decided(folder);
    }
  }

  /** Whether somebody writes in a workspace. */
  static boolean isLocked(ReadableDirectory workspace) throws IOException {
    if (workspace.find(NAME).map(FileStatus::type).filter(FileType.DIRECTORY::equals).isEmpty()) {
      return false;
    }
    try (ReadableDirectory folder = workspace.openDirectory(NAME)) {
      return WorkspaceLock.isTaken(folder);
    }
  }

  private static Optional<Decided> decided(ReadableDirectory folder) throws IOException {
    Course course = folder.find(JOURNAL).isPresent() ? Course.FORWARD : Course.BACK;
    FileName file =
        switch (course) {
          case FORWARD -> JOURNAL;
          case BACK -> JOURNAL_BACK;
        };
    if (folder.find(file).isEmpty()) {
      return Optional.empty();
    }
    Outcome<JournalRecord> record =
        FileReader.read(folder, RelativePath.of(file), Limits.JOURNAL_BYTES, Artifact.JOURNAL)
            .flatMap(RecordDocument::read);
    Origin origin =
        record instanceof Outcome.Accepted<JournalRecord>(JournalRecord decided, List<Diagnostic> _)
                && decided.folder().isSame(folder.id())
            ? Origin.HERE
            : Origin.ELSEWHERE;
    return Optional.of(new Decided(record, origin, course));
  }

  /** Makes the folder where it is missing, or says what stands in the way. */
  static Outcome<FileName> make(WritableDirectory workspace) throws IOException {
    if (workspace.find(NAME).isEmpty()) {
      try {
        workspace.createDirectory(NAME);
        workspace.flush();
      } catch (DiskException e) {
        // Another process was quicker.
        if (e.trouble() != DiskException.Trouble.EXISTS) {
          throw e;
        }
      }
    }
    return Obstacle.find(workspace, NAME, FileType.DIRECTORY)
        .map(Outcome::<FileName>refused)
        .orElseGet(() -> Outcome.of(NAME));
  }

  /** Takes the lock of a workspace, or says what stands in the way. */
  static Outcome<ControlFolder> lock(WritableDirectory workspace, Operation operation)
      throws IOException {
    return make(workspace).then(name -> lockFolder(workspace.openDirectory(name), operation));
  }

  /** Closes the folder, unless its lock is taken. */
  private static Outcome<ControlFolder> lockFolder(WritableDirectory folder, Operation operation)
      throws IOException {
    boolean isTaken = false;
    try {
      Optional<Diagnostic> foreign = ControlObstacles.findAny(folder);
      if (foreign.isPresent()) {
        return Outcome.refused(foreign.get());
      }
      Outcome<ControlFolder> taken =
          WorkspaceLock.take(folder, operation).map(lock -> new ControlFolder(folder, lock));
      isTaken = taken instanceof Outcome.Accepted<ControlFolder>;
      return taken;
    } finally {
      if (!isTaken) {
        folder.close();
      }
    }
  }

  /** Whether something is staged: outside of an operation, a crash left it. */
  boolean hasStaging() throws IOException {
    return folder.find(STAGING).isPresent();
  }

  boolean hasJournal() throws IOException {
    return folder.find(JOURNAL).isPresent() || folder.find(JOURNAL_BACK).isPresent();
  }

  /** Decides that the old files are to stand again; a power cut cannot undo that. */
  void turnBack() throws IOException {
    if (folder.find(JOURNAL).isPresent()) {
      folder.rename(JOURNAL, folder, JOURNAL_BACK);
    }
    folder.flush();
  }

  /** What has been decided, if it is not finished. */
  Optional<Decided> decided() throws IOException {
    return decided(folder);
  }

  /** What tells this folder from its copies. */
  FolderId id() throws IOException {
    return folder.id();
  }

  /** Decides a publication: when this returns, its journal is in place and survives a power cut. */
  void writeJournal(ByteBuffer text) throws IOException {
    if (folder.find(JOURNAL_STAGED).isPresent()) {
      folder.deleteFile(JOURNAL_STAGED);
    }
    try (WritableFile journal = folder.createFile(JOURNAL_STAGED)) {
      journal.append(text);
      journal.flush();
    }
    folder.rename(JOURNAL_STAGED, folder, JOURNAL);
    folder.flush();
  }

  /** Clears the journal of a publication that is finished, or given up. */
  void clearJournal() throws IOException {
    for (FileName journal : List.of(JOURNAL, JOURNAL_BACK)) {
      if (folder.find(journal).isPresent()) {
        folder.deleteFile(journal);
      }
    }
    folder.flush();
  }

  /**
   * The time of the file system: what it says of a file that was written just now.
   *
   * @return empty where it does not tell enough, or its times cannot be relied on
   */
  Optional<FileStamp> clock() throws IOException {
    if (folder.storage() == Storage.FOREIGN) {
      return Optional.empty();
    }
    deleteStagedCache();
    folder.createFile(CacheFile.STAGED).close();
    return folder.stamp(CacheFile.STAGED);
  }

  /** When the lock was taken, by that clock. */
  Optional<FileStamp> lockedAt() throws IOException {
    return folder.storage() == Storage.FOREIGN ? Optional.empty() : lock.takenAt();
  }

  /**
   * Replaces the cache. It is not flushed: what a power cut leaves of it has not its checksum, or
   * describes another pack.
   */
  void writeCache(ByteBuffer content) throws IOException {
    deleteStagedCache();
    try (WritableFile file = folder.createFile(CacheFile.STAGED)) {
      file.append(content);
    }
    folder.rename(CacheFile.STAGED, folder, CacheFile.NAME);
  }

  /** Deletes the cache. */
  void clearCache() throws IOException {
    deleteStagedCache();
    if (folder.find(CacheFile.NAME).isPresent()) {
      folder.deleteFile(CacheFile.NAME);
    }
  }

  private void deleteStagedCache() throws IOException {
    if (folder.find(CacheFile.STAGED).isPresent()) {
      folder.deleteFile(CacheFile.STAGED);
    }
  }

  /**
   * The folder of staged files, made where it is missing. Its own name must survive before the
   * journal's does: a decision whose staged files are gone could not be carried out.
   */
  WritableDirectory openStaging() throws IOException {
    if (folder.find(STAGING).isEmpty()) {
      folder.createDirectory(STAGING);
      folder.flush();
    }
    return folder.openDirectory(STAGING);
  }

  /**
   * Deletes what is staged.
   *
   * @return refused if something there was never staged
   */
  Outcome<Done> clearStaging() throws IOException {
    if (folder.find(STAGING).isEmpty()) {
      return Outcome.done();
    }
    try (WritableDirectory staging = folder.openDirectory(STAGING)) {
      for (String name : staging.list()) {
        Optional<Diagnostic> foreign = ControlObstacles.findStaged(staging, name);
        if (foreign.isPresent()) {
          return Outcome.refused(foreign.get());
        }
        staging.deleteFile(new FileName(name));
      }
    }
    folder.deleteDirectory(STAGING);
    return Outcome.done();
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      lock.close();
    }
  }
}
