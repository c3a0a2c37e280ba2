package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.disk.Descent;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.source.AssetTree;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts staged files in place of others, all or none. Every file is looked at before the first is
 * touched, and each is touched in a way that can be repeated. What cannot be carried out whole is
 * taken back: the old files are kept beside the new ones until all is done.
 */
final class Replacing {
  /** How the hidden names begin that are beside the files to be replaced, until all is done. */
  private static final String OURS = ".papack-";

  private static final String SECOND = OURS + "old-";

  /** A file of ours that is put into every folder, and deleted there, before the decision. */
  private static final FileName TRIAL = new FileName("trial");

  private static final FileName TRIAL_THERE = new FileName(OURS + "trial");

  private final WritableDirectory workspace;
  private final WritableDirectory staging;
  private final List<Replacement> replacements;
  private final Following following;

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
  }

  /** The second name of an old file, in its own folder. */
  private static FileName second(Replacement replacement) {
    return new FileName(SECOND + replacement.staged());
  }

  /** Where a copy of an old file is staged, if its file system has no second names. */
  private static FileName copy(Replacement replacement) {
    return new FileName("old-" + replacement.staged());
  }

  private static List<FileName> folderOf(Replacement replacement) {
    List<FileName> names = replacement.names();
    return names.subList(0, names.size() - 1);
  }

  private static List<FileName> secondNames(Replacement replacement) {
    List<FileName> names = new ArrayList<>(folderOf(replacement));
    names.add(second(replacement));
    return names;
  }

  /** Where an old file is kept: its folder, and the way from there; empty if it is not. */
  Optional<Kept> findKept(Replacement replacement) throws IOException {
    List<FileName> second = secondNames(replacement);
    if (Occupant.isFile(workspace, second)) {
      return Optional.of(new Kept(workspace, second));
    }
    List<FileName> copy = List.of(copy(replacement));
    return Occupant.isFile(staging, copy) ? Optional.of(new Kept(staging, copy)) : Optional.empty();
  }

  /**
   * An old file that is kept.
   *
   * @param folder the workspace, or the staging folder
   * @param names the way from there
   */
  record Kept(WritableDirectory folder, List<FileName> names) {
    /** Copies the list. */
    Kept {
      names = List.copyOf(names);
    }

    /** Its content. */
    Optional<Sha256> digest() throws IOException {
      return Occupant.of(folder, names).found();
    }
  }

  /**
   * Why a publication that is not decided yet must not be, if there is a reason.
   *
   * @throws DiskException if a staged file does not read back as it was written
   */
  Optional<Diagnostic> findChange() throws IOException {
    int verified = 0;
    for (Replacement replacement : replacements) {
      if (!isStaged(replacement)) {
        throw new DiskException(
            DiskException.Trouble.CHANGED,
            staging.displayPath() + "/" + replacement.staged(),
            "reads back otherwise than it was written");
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

  /**
   * Finds out, before the decision, whether files can be put into every folder; and keeps the old
   * files. No destination changes.
   */
  void prepare() throws IOException {
    for (List<FileName> folder : folders()) {
      in(workspace, folder, this::tryRename);
    }
    for (Replacement replacement : replacements) {
      in(workspace, folderOf(replacement), folder -> keep(folder, replacement));
    }
  }

  private void tryRename(WritableDirectory folder) throws IOException {
    staging.createFile(TRIAL).close();
    staging.rename(TRIAL, folder, TRIAL_THERE);
    folder.deleteFile(TRIAL_THERE);
  }

  /** A second name costs nothing; a file system without them gets a copy. */
  private void keep(WritableDirectory folder, Replacement replacement) throws IOException {
    FileName name = replacement.names().getLast();
    if (folder.find(name).isEmpty()) {
      return;
    }
    try {
      delete(folder, second(replacement));
      folder.link(name, folder, second(replacement));
    } catch (DiskException _) {
      copy(folder, name, copy(replacement));
    }
  }

  private void copy(WritableDirectory folder, FileName name, FileName kept) throws IOException {
    try (ReadableFile from = folder.openFile(name);
        WritableFile to = staging.createFile(kept)) {
      ByteBuffer buffer = ByteBuffer.allocate(Occupant.BUFFER_BYTES);
      long position = 0;
      while (from.read(position, buffer) >= 0) {
        position += buffer.position();
        to.append(buffer.flip());
        buffer.clear();
      }
      to.flush();
    }
  }

  private static void delete(WritableDirectory folder, FileName name) throws IOException {
    if (folder.find(name).map(FileStatus::type).equals(Optional.of(FileType.FILE))) {
      folder.deleteFile(name);
    }
  }

  /** Deletes the hidden names of this publication, once its end is decided. */
  void sweep() throws IOException {
    for (List<FileName> folder : folders()) {
      in(workspace, folder, inner -> delete(inner, TRIAL_THERE));
    }
    for (Replacement replacement : replacements) {
      in(workspace, folderOf(replacement), folder -> delete(folder, second(replacement)));
    }
  }

  /** Deletes the hidden names that a crash left anywhere in the workspace. */
  static void sweepAll(WritableDirectory workspace) throws IOException {
    sweep(workspace);
    in(workspace, List.of(PackSlot.PRELOAD.path().names().getFirst()), Replacing::sweep);
    in(
        workspace,
        List.of(AssetsPath.FOLDER),
        assets -> {
          sweep(assets);
          for (AssetsPath folder : AssetTree.scan(assets).folders()) {
            in(assets, folder.names(), Replacing::sweep);
          }
        });
  }

  private static void sweep(WritableDirectory folder) throws IOException {
    boolean isSwept = false;
    for (String name : folder.list()) {
      if ((name.equals(TRIAL_THERE.text()) || name.startsWith(SECOND))
          && FileName.faultOf(name).isEmpty()) {
        delete(folder, new FileName(name));
        isSwept = true;
      }
    }
    if (isSwept) {
      folder.flush();
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
      flushFolders();
    } catch (IOException failure) {
      try {
        takeBack(control);
        sweep();
        control.clearJournal();
      } catch (IOException again) {
        failure.addSuppressed(again);
      }
      throw failure;
    }
  }

  /**
   * Decides otherwise, then puts the old files back.
   *
   * @throws DiskException with nothing touched, if an old file is not there any more
   */
  void takeBack(ControlFolder control) throws IOException {
    requireOld();
    // The second names were not needed until now: they have to survive before the decision does.
    flushFolders();
    control.turnBack();
    takeBack();
  }

  private void requireOld() throws IOException {
    for (Replacement replacement : replacements) {
      if (!isOldThere(replacement)) {
        throw new DiskException(
            DiskException.Trouble.MISSING, replacement.displayPath(), "the old file is not kept");
      }
    }
  }

  /** Puts the old files back, in whatever state the new ones are. */
  private void takeBack() throws IOException {
    for (Replacement replacement : replacements.reversed()) {
      in(workspace, folderOf(replacement), folder -> takeBack(folder, replacement));
    }
    flushFolders();
  }

  private void takeBack(WritableDirectory folder, Replacement replacement) throws IOException {
    FileName name = replacement.names().getLast();
    if (isOldInPlace(replacement)) {
      return;
    }
    if (folder.find(second(replacement)).isPresent()) {
      folder.rename(second(replacement), folder, name);
    } else if (staging.find(copy(replacement)).isPresent()) {
      staging.rename(copy(replacement), folder, name);
    } else if (replacement.old() == Replacement.Old.NOTHING && isDone(replacement)) {
      folder.deleteFile(name);
    }
  }

  /** Whether a file can become again what it was. */
  boolean isOldThere(Replacement replacement) throws IOException {
    return switch (replacement.old()) {
      case NOTHING -> true;
      case KEPT -> findKept(replacement).isPresent() || isOldInPlace(replacement);
    };
  }

  /** Whether an old file was not replaced, or is put back already. */
  private boolean isOldInPlace(Replacement replacement) throws IOException {
    return switch (replacement) {
      case Replacement.Derived derived ->
          derived.slot().find(workspace).isPresent() && !isDone(derived);
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
    return wanted.isEmpty()
        || Occupant.of(staging, List.of(replacement.staged())).found().equals(wanted);
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

  private void flushFolders() throws IOException {
    for (List<FileName> folder : folders()) {
      in(workspace, folder, WritableDirectory::flush);
    }
  }

  /** What is done in a folder. */
  @FunctionalInterface
  private interface Use {
    void of(WritableDirectory folder) throws IOException;
  }

  /** Does it in a folder of the workspace; nothing where there is no such folder. */
  private static void in(WritableDirectory start, List<FileName> names, Use use)
      throws IOException {
    try (Descent<WritableDirectory> way = Descent.writing(start)) {
      for (FileName name : names) {
        if (way.folder().find(name).isEmpty()
            || Obstacle.find(way.folder(), name, FileType.DIRECTORY).isPresent()) {
          return;
        }
        way.enter(name);
      }
      use.of(way.folder());
    }
  }

  private void replace(Replacement replacement) throws IOException {
    FileName last = replacement.names().getLast();
    try (Descent<WritableDirectory> way = Descent.writing(workspace)) {
      for (FileName name : folderOf(replacement)) {
        if (replacement instanceof Replacement.Derived && way.folder().find(name).isEmpty()) {
          way.folder().createDirectory(name);
          way.folder().flush();
        }
        way.enter(name);
      }
      if (replacement.after().isPresent()) {
        staging.rename(replacement.staged(), way.folder(), last);
      } else {
        way.folder().deleteFile(last);
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
}
