package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Argument;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Verb;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileType;
import dev.papack.disk.WritableDirectory;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out a publication: at once after the decision, or after a crash. Every file is looked at
 * before the first is touched, and each is touched in a way that can be repeated.
 */
final class Recovery {
  private final WritableDirectory workspace;
  private final WritableDirectory staging;
  private final List<Replacement> replacements;
  private final Following following;

  /**
   * A publication that may be carried out.
   *
   * @param replacements in the order in which they are carried out
   */
  Recovery(
      WritableDirectory workspace,
      WritableDirectory staging,
      List<Replacement> replacements,
      Following following) {
    this.workspace = workspace;
    this.staging = staging;
    this.replacements = replacements;
    this.following = following;
  }

  /**
   * Why a publication that is not decided yet must not be, if there is a reason.
   *
   * @throws DiskException if a staged file does not read back as it was written
   */
  Optional<Diagnostic> findChange() throws IOException {
    for (List<FileName> folder : folders()) {
      requireOneFileSystem(workspace, folder);
    }
    int verified = 0;
    for (Replacement replacement : replacements) {
      if (!isStaged(replacement)) {
        throw new DiskException(
            DiskException.Trouble.CHANGED,
            staging.displayPath() + "/" + replacement.staged(),
            "does not read back as it was written");
      }
      switch (replacement) {
        case Replacement.Derived derived -> {
          Optional<Diagnostic> obstacle = derived.slot().findObstacle(workspace);
          if (obstacle.isPresent()) {
            return obstacle;
          }
        }
        case Replacement.Authored authored -> {
          Occupant now = Occupant.of(workspace, authored.names());
          if (now instanceof Occupant.Blocked(Diagnostic fault)) {
            return Optional.of(fault);
          }
          if (now instanceof Occupant.NoFolder || !now.found().equals(authored.before())) {
            return Optional.of(changed(authored.displayPath()));
          }
        }
      }
      following.passed(Following.Step.VERIFIED, ++verified);
    }
    return Optional.empty();
  }

  /** Carries out all of it, right after the decision: nothing can be done already. */
  void carryOutAll() throws IOException {
    carryOut(replacements);
  }

  /**
   * Carries out what a crash left undone.
   *
   * @return why nothing was touched, if a file contradicts the journal
   */
  Optional<Diagnostic> finish() throws IOException {
    List<Replacement> undone = new ArrayList<>();
    for (Replacement replacement : replacements) {
      Occupant now = Occupant.of(workspace, replacement.names());
      if (now.found().equals(replacement.after().map(StagedContent::digest))) {
        continue;
      }
      Optional<Diagnostic> contradiction = findContradiction(replacement, now);
      if (contradiction.isPresent()) {
        return contradiction;
      }
      undone.add(replacement);
    }
    carryOut(undone);
    return Optional.empty();
  }

  private Optional<Diagnostic> findContradiction(Replacement replacement, Occupant now)
      throws IOException {
    if (now instanceof Occupant.Blocked(Diagnostic fault)) {
      return Optional.of(fault);
    }
    if (replacement instanceof Replacement.Authored authored) {
      if (now instanceof Occupant.NoFolder) {
        return Optional.of(contradiction(authored, "its folder is missing"));
      }
      if (!now.found().equals(authored.before())) {
        return Optional.of(contradiction(authored, "the file was changed meanwhile"));
      }
    }
    return isStaged(replacement)
        ? Optional.empty()
        : Optional.of(contradiction(replacement, "its new content is missing"));
  }

  /**
   * Renames and deletes, then flushes every folder: also those in which only a run before this one,
   * which crashed, renamed anything.
   */
  private void carryOut(List<Replacement> undone) throws IOException {
    int done = 0;
    for (Replacement replacement : undone) {
      replace(workspace, replacement.names(), replacement);
      following.passed(Following.Step.REPLACED, ++done);
    }
    for (List<FileName> folder : folders()) {
      flush(workspace, folder);
    }
  }

  /** The folders of all files, each once. */
  private Set<List<FileName>> folders() {
    Set<List<FileName>> folders = new LinkedHashSet<>();
    for (Replacement replacement : replacements) {
      List<FileName> names = replacement.names();
      folders.add(names.subList(0, names.size() - 1));
    }
    return folders;
  }

  /** Between two file systems nothing is renamed: better found out before the decision. */
  private void requireOneFileSystem(WritableDirectory folder, List<FileName> names)
      throws IOException {
    if (names.isEmpty()) {
      if (!folder.sharesFileSystem(staging)) {
        throw new DiskException(
            DiskException.Trouble.OTHER,
            folder.displayPath().isEmpty() ? "." : folder.displayPath(),
            "is on another file system than " + staging.displayPath());
      }
    } else if (Obstacle.find(folder, names.getFirst(), FileType.DIRECTORY).isEmpty()
        && folder.find(names.getFirst()).isPresent()) {
      try (WritableDirectory inner = folder.openDirectory(names.getFirst())) {
        requireOneFileSystem(inner, names.subList(1, names.size()));
      }
    }
  }

  private boolean isStaged(Replacement replacement) throws IOException {
    Optional<Sha256> wanted = replacement.after().map(StagedContent::digest);
    return wanted.isEmpty()
        || Occupant.of(staging, List.of(replacement.staged())).found().equals(wanted);
  }

  private void replace(WritableDirectory folder, List<FileName> names, Replacement replacement)
      throws IOException {
    FileName name = names.getFirst();
    if (names.size() > 1) {
      if (replacement instanceof Replacement.Derived && folder.find(name).isEmpty()) {
        folder.createDirectory(name);
        folder.flush();
      }
      try (WritableDirectory inner = folder.openDirectory(name)) {
        replace(inner, names.subList(1, names.size()), replacement);
      }
    } else if (replacement.after().isPresent()) {
      staging.rename(replacement.staged(), folder, name);
    } else {
      folder.deleteFile(name);
    }
  }

  private static void flush(WritableDirectory folder, List<FileName> names) throws IOException {
    if (names.isEmpty()) {
      folder.flush();
    } else if (folder.find(names.getFirst()).isPresent()) {
      // A folder that is gone took with it the document that was to be deleted.
      try (WritableDirectory inner = folder.openDirectory(names.getFirst())) {
        flush(inner, names.subList(1, names.size()));
      }
    }
  }

  private static Diagnostic changed(String file) {
    return Diagnostic.error(
            DiagnosticCode.FILE_CHANGED,
            Location.of(Artifact.WORKSPACE, file),
            "\"" + file + "\" changed since it was read; nothing was written")
        .advice("run the command again when no other program writes the file");
  }

  private static Diagnostic contradiction(Replacement replacement, String reason) {
    String file = replacement.displayPath();
    return Diagnostic.error(
            DiagnosticCode.JOURNAL_CONTRADICTED,
            Location.of(Artifact.JOURNAL, file),
            "\"" + file + "\" blocks an unfinished publication: " + reason)
        .advice("restore the file from version control")
        .fix(
            Fix.manual(
                "or abandon the publication: every file stays as it is now",
                Fix.run(Verb.RECOVER, new Argument.OfChoice(Argument.Choice.DISCARD))));
  }
}
