package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.disk.Descent;
import dev.papack.disk.DiskException;
import dev.papack.disk.WritableDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Puts staged files in place of others, all or none. Every file is looked at before the first is
 * touched, and each is touched in a way that can be repeated. What cannot be carried out whole is
 * taken back: the old files are kept beside the new ones until all is done.
 */
final class Replacing {
  private final WritableDirectory workspace;
  private final WritableDirectory staging;
  private final List<Replacement> replacements;
  private final Following following;
  private final MissingFolders missing;
  private final TargetFolders folders;
  private final KeptFiles kept;

  /**
   * A publication that may be carried out.
   *
   * @param replacements in the order in which they are carried out
   */
  Replacing(
      WritableDirectory workspace,
      WritableDirectory staging,
      List<Replacement> replacements,
      Following following) {
    this.workspace = workspace;
    this.staging = staging;
    this.replacements = List.copyOf(replacements);
    this.following = following;
    this.missing = MissingFolders.of(replacements);
    this.folders = TargetFolders.of(workspace, replacements);
    this.kept = new KeptFiles(workspace, staging, replacements);
  }

  /** What it puts in place, in order. */
  List<Replacement> replacements() {
    return replacements;
  }

  /** The old files. */
  KeptFiles kept() {
    return kept;
  }

  /**
   * Why a publication that is not decided yet must not be, if there is a reason.
   *
   * @throws DiskException if a staged file does not read back as it was written
   */
  Optional<Diagnostic> findChange() throws IOException {
    int verified = 0;
    for (Replacement replacement : replacements) {
      // A file that moves is staged when the old files are kept.
      if (!(replacement instanceof Replacement.Arrival)) {
        requireStaged(replacement);
      }
      switch (replacement) {
        case Replacement.Derived derived -> {
          Optional<Diagnostic> obstacle = derived.slot().findObstacle(new OutputFolder(workspace));
          if (obstacle.isPresent()) {
            return obstacle;
          }
        }
        case Replacement.Authored authored -> {
          Occupant now = Occupant.of(workspace, authored.names());
          if (now instanceof Occupant.Blocked(Diagnostic fault)) {
            return Optional.of(fault);
          }
          if (authored instanceof Replacement.Arrival && now instanceof Occupant.Content) {
            return Optional.of(exists(authored.displayPath()));
          }
          if (missing.isFault(authored, now) || !now.found().equals(authored.before())) {
            return Optional.of(changed(authored.displayPath()));
          }
        }
      }
      following.passed(Following.Step.VERIFIED, ++verified);
    }
    return Optional.empty();
  }

  private void requireStaged(Replacement replacement) throws IOException {
    if (!isStaged(replacement)) {
      throw new DiskException(
          DiskException.Trouble.CHANGED,
          staging.displayPath() + "/" + replacement.staged(),
          "reads back otherwise than it was written");
    }
  }

  /**
   * Finds out, before the decision, whether files can be put into every folder; and keeps the old
   * files. No destination changes.
   */
  void prepare() throws IOException {
    kept.tryFolders();
    kept.keep();
    for (Replacement replacement : replacements) {
      if (replacement instanceof Replacement.Arrival) {
        requireStaged(replacement);
      }
    }
  }

  /** Carries out all of it, right after the decision: nothing can be done already. */
  void carryOut(ControlFolder control) throws IOException {
    carryOut(replacements, control);
  }

  /**
   * Renames and deletes, then flushes every folder: also those in which only a run before this one,
   * which crashed, renamed anything. If that fails, decides otherwise and takes everything back.
   *
   * @param undone those of the replacements that are not done yet
   * @param control where the decision is recorded; still so if it could not be taken back
   */
  void carryOut(List<Replacement> undone, ControlFolder control) throws IOException {
    try {
      int done = 0;
      for (Replacement replacement : undone) {
        replace(replacement);
        following.passed(Following.Step.REPLACED, ++done);
      }
      folders.each(WritableDirectory::flush);
    } catch (IOException failure) {
      try {
        requireOld();
        takeBack(control);
        control.clearJournal();
      } catch (IOException again) {
        failure.addSuppressed(again);
      }
      throw failure;
    }
  }

  /** Decides otherwise, then puts the old files back, which are all known to be there. */
  void takeBack(ControlFolder control) throws IOException {
    // The second names were not needed until now: they have to survive before the decision does.
    folders.each(WritableDirectory::flush);
    control.turnBack();
    for (Replacement replacement : replacements.reversed()) {
      folders.in(replacement, folder -> takeBack(folder, replacement));
    }
    folders.each(WritableDirectory::flush);
  }

  private void requireOld() throws IOException {
    for (Replacement replacement : replacements) {
      if (!isOldThere(replacement)) {
        throw new DiskException(
            DiskException.Trouble.MISSING,
            new OutputFolder(workspace).shown(replacement.displayPath()),
            "the old file is not kept");
      }
    }
  }

  private void takeBack(WritableDirectory folder, Replacement replacement) throws IOException {
    if (isOldInPlace(replacement)) {
      return;
    }
    switch (replacement.old()) {
      case KEPT -> kept.putBack(folder, replacement);
      // Whatever is kept under its name is none of ours.
      case NOTHING -> {
        if (isDone(replacement)) {
          folder.deleteFile(replacement.names().getLast());
        }
      }
    }
  }

  /** Whether a file can become again what it was. */
  private boolean isOldThere(Replacement replacement) throws IOException {
    return switch (replacement.old()) {
      case NOTHING -> true;
      case KEPT -> kept.find(replacement).isPresent() || isOldInPlace(replacement);
    };
  }

  /** Whether an old file was not replaced, or is put back already. */
  boolean isOldInPlace(Replacement replacement) throws IOException {
    return switch (replacement) {
      case Replacement.Derived derived ->
          derived.slot().find(new OutputFolder(workspace)).isPresent() && !isDone(derived);
      case Replacement.Authored authored ->
          authored.before().isPresent()
              && Occupant.of(workspace, authored.names()).found().equals(authored.before());
    };
  }

  /** Whether what stands there is the new file. */
  boolean isDone(Replacement replacement) throws IOException {
    Occupant now = Occupant.of(workspace, replacement.names());
    return replacement.after().isPresent()
        && now.found().equals(replacement.after().map(StagedContent::digest));
  }

  /** Whether what is staged is the new file; a deletion stages nothing. */
  boolean isStaged(Replacement replacement) throws IOException {
    Optional<Sha256> wanted = replacement.after().map(StagedContent::digest);
    if (replacement instanceof Replacement.Arrival arrival) {
      Optional<KeptFiles.Kept> place = kept.findStaged(arrival);
      return place.isPresent() && place.get().digest().equals(wanted);
    }
    return wanted.isEmpty()
        || Occupant.of(staging, List.of(replacement.staged())).found().equals(wanted);
  }

  private void replace(Replacement replacement) throws IOException {
    FileName last = replacement.names().getLast();
    try (Descent<WritableDirectory> way = Descent.writing(workspace)) {
      for (FileName name : replacement.folder()) {
        if (missing.areMadeFor(replacement) && way.folder().find(name).isEmpty()) {
          way.folder().createDirectory(name);
          way.folder().flush();
        }
        way.enter(name);
      }
      if (replacement instanceof Replacement.Arrival arrival) {
        arrive(arrival, way.folder());
      } else if (replacement.after().isPresent()) {
        staging.rename(replacement.staged(), way.folder(), last);
      } else {
        way.folder().deleteFile(last);
      }
    }
  }

  private void arrive(Replacement.Arrival arrival, WritableDirectory target) throws IOException {
    FileName last = arrival.file().name();
    if (target.find(last).isPresent()) {
      // A rename would replace it, and nobody has a copy.
      throw new DiskException(
          DiskException.Trouble.EXISTS, arrival.displayPath(), "was created meanwhile");
    }
    KeptFiles.Kept staged =
        kept.findStaged(arrival)
            .orElseThrow(() ->
                new DiskException(
                    DiskException.Trouble.MISSING,
                    arrival.displayPath(),
                    "its staged content is gone"));
    List<FileName> names = staged.names();
    TargetFolders.in(
        staged.folder(),
        names.subList(0, names.size() - 1),
        source -> source.rename(names.getLast(), target, last));
  }

  private static Diagnostic exists(String file) {
    return Diagnostic.error(
            DiagnosticCode.MOVE_TARGET_EXISTS,
            Location.of(Artifact.WORKSPACE, file),
            "\"" + file + "\" exists already; nothing was written")
        .found(file)
        .advice(
            "choose another path; if only the case of letters or the form of accents is different,"
                + " this file system takes both names for one: move the file to another name first");
  }

  /** A file that is not what it was when it was read. */
  static Diagnostic changed(String file) {
    return Diagnostic.error(
            DiagnosticCode.FILE_CHANGED,
            Location.of(Artifact.WORKSPACE, file),
            "\"" + file + "\" changed since it was read; nothing was written")
        .advice("run the command again when no other program writes the file");
  }
}
