package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableFile;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.source.AssetTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the old files of a publication until all is done: each under a second name beside it, or,
 * on a file system without second names, as a copy in the staging folder.
 */
final class KeptFiles {
  /** How the hidden names begin that are beside the files to be replaced, until all is done. */
  private static final String OURS = ".papack-";

  private static final String SECOND = OURS + "old-";

  /** How the second names of files that move begin. */
  private static final String MOVING = OURS + "move-";

  /** A file of ours that is put into every folder, and deleted there, before the decision. */
  private static final FileName TRIAL = new FileName("trial");

  private static final FileName TRIAL_THERE = new FileName(OURS + "trial");

  private final WritableDirectory workspace;
  private final WritableDirectory staging;
  private final List<Replacement> replacements;
  private final TargetFolders folders;

  KeptFiles(
      WritableDirectory workspace, WritableDirectory staging, List<Replacement> replacements) {
    this.workspace = workspace;
    this.staging = staging;
    this.replacements = List.copyOf(replacements);
    this.folders = TargetFolders.of(workspace, replacements);
  }

  /** The second name of an old file, in its own folder. */
  private static FileName second(Replacement replacement) {
    return new FileName(SECOND + replacement.staged());
  }

  /** Where a copy of an old file is staged. */
  private static FileName copy(Replacement replacement) {
    return new FileName("old-" + replacement.staged());
  }

  private static List<FileName> secondNames(Replacement replacement) {
    List<FileName> names = new ArrayList<>(replacement.folder());
    names.add(second(replacement));
    return names;
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

  /** Where an old file is kept; empty if it is not. */
  Optional<Kept> find(Replacement replacement) throws IOException {
    List<FileName> second = secondNames(replacement);
    if (Occupant.isFile(workspace, second)) {
      return Optional.of(new Kept(workspace, second));
    }
    List<FileName> copy = List.of(copy(replacement));
    return Occupant.isFile(staging, copy) ? Optional.of(new Kept(staging, copy)) : Optional.empty();
  }

  /**
   * Where the content of a file that moves is, until it is at its target; empty if it is nowhere.
   */
  Optional<Kept> findStaged(Replacement.Arrival arrival) throws IOException {
    List<FileName> beside = new ArrayList<>(arrival.move().departure().folder());
    beside.add(moving(arrival));
    if (Occupant.isFile(workspace, beside)) {
      return Optional.of(new Kept(workspace, beside));
    }
    List<FileName> copy = List.of(arrival.staged());
    return Occupant.isFile(staging, copy) ? Optional.of(new Kept(staging, copy)) : Optional.empty();
  }

  /** The second name of a file that moves, beside it: the kernel may allow it nowhere else. */
  private static FileName moving(Replacement.Arrival arrival) {
    return new FileName(OURS + arrival.staged());
  }

  /** Finds out whether files can be put into every folder; what cannot be is thrown. */
  void tryFolders() throws IOException {
    folders.each(folder -> {
      staging.createFile(TRIAL).close();
      staging.rename(TRIAL, folder, TRIAL_THERE);
      folder.deleteFile(TRIAL_THERE);
    });
  }

  /** Keeps every file that is there and will be replaced. */
  void keep() throws IOException {
    for (Replacement replacement : replacements) {
      if (replacement instanceof Replacement.Arrival arrival) {
        TargetFolders.in(
            workspace, arrival.move().departure().folder(), folder -> stage(folder, arrival));
      } else {
        folders.in(replacement, folder -> keep(folder, replacement));
      }
    }
  }

  private void stage(WritableDirectory folder, Replacement.Arrival arrival) throws IOException {
    again(folder, arrival.move().path().from().name(), moving(arrival), arrival.staged());
    // The record will count on this name, so a power cut must leave it.
    folder.flush();
  }

  /** A second name costs nothing; a file system without them gets a copy. */
  private void keep(WritableDirectory folder, Replacement replacement) throws IOException {
    FileName name = replacement.names().getLast();
    if (folder.find(name).isEmpty()) {
      return;
    }
    again(folder, name, second(replacement), copy(replacement));
  }

  /**
   * Keeps a file once more: under a second name, or else as a copy.
   *
   * @param second the name, in the same folder
   * @param copy the name of the copy, in the staging folder
   */
  private void again(WritableDirectory folder, FileName name, FileName second, FileName copy)
      throws IOException {
    try {
      delete(folder, second);
      folder.link(name, folder, second);
    } catch (DiskException _) {
      copy(folder, name, copy);
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

  /** Puts an old file back in its place, if it is kept; then it is kept no longer. */
  void putBack(WritableDirectory folder, Replacement replacement) throws IOException {
    FileName name = replacement.names().getLast();
    if (folder.find(second(replacement)).isPresent()) {
      folder.rename(second(replacement), folder, name);
    } else if (staging.find(copy(replacement)).isPresent()) {
      staging.rename(copy(replacement), folder, name);
    }
  }

  private static void delete(WritableDirectory folder, FileName name) throws IOException {
    if (folder.find(name).map(FileStatus::type).equals(Optional.of(FileType.FILE))) {
      folder.deleteFile(name);
    }
  }

  /** Deletes the hidden names of this publication, once its record is gone. */
  void sweep() throws IOException {
    folders.each(folder -> delete(folder, TRIAL_THERE));
    for (Replacement replacement : replacements) {
      folders.in(replacement, folder -> delete(folder, second(replacement)));
      if (replacement instanceof Replacement.Arrival arrival) {
        TargetFolders.in(
            workspace,
            arrival.move().departure().folder(),
            folder -> delete(folder, moving(arrival)));
      }
    }
  }

  /** Deletes the hidden names that a crash left anywhere in the workspace. */
  static void sweepAll(WritableDirectory workspace) throws IOException {
    sweep(workspace);
    TargetFolders.in(
        workspace, List.of(PackSlot.PRELOAD.path().names().getFirst()), KeptFiles::sweep);
    TargetFolders.in(
        workspace,
        List.of(AssetsPath.FOLDER),
        assets -> {
          sweep(assets);
          for (AssetsPath folder : AssetTree.scan(assets).folders()) {
            TargetFolders.in(assets, folder.names(), KeptFiles::sweep);
          }
        });
  }

  private static void sweep(WritableDirectory folder) throws IOException {
    boolean isSwept = false;
    for (String name : folder.list()) {
      boolean isSecond = name.startsWith(SECOND) || name.startsWith(MOVING);
      if ((isSecond || name.equals(TRIAL_THERE.text())) && FileName.faultOf(name).isEmpty()) {
        delete(folder, new FileName(name));
        isSwept = true;
      }
    }
    if (isSwept) {
      folder.flush();
    }
  }
}
