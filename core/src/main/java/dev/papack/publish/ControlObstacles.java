package dev.papack.publish;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands in the place of the control folder, or of a file in it, and is none of ours. */
final class ControlObstacles {
  private static final String DISPOSABLE =
      "delete the folder .papack: it contains none of your work, and the next command creates it"
          + " again";

  private ControlObstacles() {}

  /**
   * What stands under that folder's name, or in it under a name of papack's, and is of another
   * type: nothing can be written there, and perhaps nobody can tell what was decided.
   */
  static Optional<UnfinishedRecord> find(ReadableDirectory workspace) throws IOException {
    Optional<Diagnostic> instead = Obstacle.find(workspace, ControlFolder.NAME, FileType.DIRECTORY);
    if (instead.isPresent() || workspace.find(ControlFolder.NAME).isEmpty()) {
      return instead.map(obstacle -> UnfinishedRecord.of(UnfinishedRecord.Kind.HIDDEN, obstacle));
    }
    try (ReadableDirectory folder = workspace.openDirectory(ControlFolder.NAME)) {
      Optional<Diagnostic> hiding =
          findForeign(folder, List.of(ControlFolder.JOURNAL, ControlFolder.JOURNAL_BACK));
      if (hiding.isPresent()) {
        return hiding.map(obstacle -> UnfinishedRecord.of(UnfinishedRecord.Kind.HIDDEN, obstacle));
      }
      Optional<Diagnostic> blocking = findAny(folder);
      return (blocking.isPresent() ? blocking : findForeignStaged(folder))
          .map(obstacle -> UnfinishedRecord.of(UnfinishedRecord.Kind.BLOCKED, obstacle));
    }
  }

  /** What was never staged, where nobody is staging and no record tells what was. */
  private static Optional<Diagnostic> findForeignStaged(ReadableDirectory folder)
      throws IOException {
    boolean isInUse =
        folder.find(ControlFolder.JOURNAL).isPresent()
            || folder.find(ControlFolder.JOURNAL_BACK).isPresent()
            || WorkspaceLock.isTaken(folder);
    if (isInUse || folder.find(ControlFolder.STAGING).isEmpty()) {
      return Optional.empty();
    }
    try (ReadableDirectory staging = folder.openDirectory(ControlFolder.STAGING)) {
      for (String name : staging.list()) {
        Optional<Diagnostic> foreign = findStaged(staging, name);
        if (foreign.isPresent()) {
          return foreign;
        }
      }
    }
    return Optional.empty();
  }

  /** One thing among the staged files, if papack would not have put it there. */
  static Optional<Diagnostic> findStaged(ReadableDirectory staging, String name)
      throws IOException {
    boolean isForeign =
        FileName.faultOf(name).isPresent()
            || Obstacle.find(staging, new FileName(name), FileType.FILE).isPresent();
    return isForeign ? Optional.of(foreign(staging.displayPath() + "/" + name)) : Optional.empty();
  }

  /** What of another type is under a name of ours. */
  static Optional<Diagnostic> findAny(ReadableDirectory folder) throws IOException {
    List<FileName> files = new ArrayList<>(WorkspaceLock.FILES);
    files.addAll(
        List.of(ControlFolder.JOURNAL, ControlFolder.JOURNAL_BACK, ControlFolder.JOURNAL_STAGED));
    files.addAll(List.of(CacheFile.NAME, CacheFile.STAGED));
    Optional<Diagnostic> foreign = findForeign(folder, files);
    return foreign.isPresent()
        ? foreign
        : Obstacle.find(folder, ControlFolder.STAGING, FileType.DIRECTORY)
            .map(ControlObstacles::disposable);
  }

  private static Optional<Diagnostic> findForeign(ReadableDirectory folder, List<FileName> files)
      throws IOException {
    for (FileName file : files) {
      Optional<Diagnostic> obstacle = Obstacle.find(folder, file, FileType.FILE);
      if (obstacle.isPresent()) {
        return obstacle.map(ControlObstacles::disposable);
      }
    }
    return Optional.empty();
  }

  private static Diagnostic disposable(Diagnostic fault) {
    return fault.withFixes(List.of(Fix.advice(DISPOSABLE)));
  }

  private static Diagnostic foreign(String path) {
    return Diagnostic.error(
            DiagnosticCode.FILE_EXISTS,
            Location.of(Artifact.WORKSPACE, path),
            "\"" + path + "\" was not put there by papack")
        .advice(DISPOSABLE);
  }
}
