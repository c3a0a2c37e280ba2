package dev.papack.git;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Disk;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.FileReader;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clone that a workspace is in.
 *
 * <p>Whatever is wrong with git's files is git's to say: what cannot be read here counts as absent.
 */
public final class GitClone {
  private static final FileName DOT_GIT = new FileName(".git");
  private static final String GIT_DIR = "gitdir:";

  /** More than any file of one line, or any configuration, has. */
  private static final int MAX_BYTES = 1 << 20;

  private final Disk disk;

  /** The top of this work tree. */
  private final Path top;

  /** The folder of this work tree. */
  private final Path gitFolder;

  /** The folders above the one that was asked for, up to the top of the work tree. */
  private final List<Path> above;

  private GitClone(Disk disk, Path top, Path gitFolder, List<Path> above) {
    this.disk = disk;
    this.top = top;
    this.gitFolder = gitFolder;
    this.above = List.copyOf(above);
  }

  /**
   * Finds the clone that a folder is in, from there upwards.
   *
   * @param folder an absolute path
   * @return empty outside of any clone
   */
  public static Optional<GitClone> find(Disk disk, Path folder) throws IOException {
    List<Path> above = new ArrayList<>();
    for (Path outer = folder; outer != null; outer = outer.getParent()) {
      if (!outer.equals(folder)) {
        above.add(outer);
      }
      Optional<FileType> type = typeOf(disk, outer, DOT_GIT);
      if (type.equals(Optional.of(FileType.DIRECTORY))) {
        return Optional.of(new GitClone(disk, outer, outer.resolve(DOT_GIT.text()), above));
      }
      if (type.equals(Optional.of(FileType.FILE))) {
        return workTree(disk, outer, above);
      }
    }
    return Optional.empty();
  }

  /** A further work tree has a file that names its folder. */
  private static Optional<GitClone> workTree(Disk disk, Path folder, List<Path> above)
      throws IOException {
    return read(disk, folder, DOT_GIT)
        .filter(text -> text.startsWith(GIT_DIR))
        .flatMap(text -> resolve(folder, text.substring(GIT_DIR.length())))
        .map(gitFolder -> new GitClone(disk, folder, gitFolder, above));
  }

  /** The folder of the repository that was checked out here: paths in git begin from it. */
  public Path top() {
    return top;
  }

  /** What git has begun in this work tree and not finished. */
  public Optional<UnfinishedMerge> unfinishedMerge() throws IOException {
    for (UnfinishedMerge merge : UnfinishedMerge.values()) {
      if (typeOf(disk, gitFolder, merge.mark()).isPresent()) {
        return Optional.of(merge);
      }
    }
    return Optional.empty();
  }

  /** The lines of the files of a name in the folders above, without spaces around. */
  Set<String> linesAbove(FileName name) throws IOException {
    Set<String> lines = new HashSet<>();
    for (Path folder : above) {
      read(disk, folder, name)
          .ifPresent(text -> text.lines().map(String::strip).forEach(lines::add));
    }
    return lines;
  }

  /** Whether the configuration of this clone has a merge driver; others may have it, too. */
  public boolean hasDriver(String name) throws IOException {
    return read(disk, sharedFolder(), new FileName("config"))
        .filter(text -> GitConfig.hasDriver(text, name))
        .isPresent();
  }

  /** All work trees of a clone have one configuration. */
  private Path sharedFolder() throws IOException {
    return read(disk, gitFolder, new FileName("commondir"))
        .flatMap(text -> resolve(gitFolder, text))
        .orElse(gitFolder);
  }

  private static Optional<Path> resolve(Path folder, String text) {
    try {
      return Optional.of(folder.resolve(text.strip()).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<FileType> typeOf(Disk disk, Path folder, FileName name)
      throws IOException {
    try (ReadableDirectory directory = disk.openForReading(folder, folder.toString())) {
      return directory.find(name).map(FileStatus::type);
    } catch (DiskException e) {
      return absent(e);
    }
  }

  private static Optional<String> read(Disk disk, Path folder, FileName name) throws IOException {
    try (ReadableDirectory directory = disk.openForReading(folder, folder.toString())) {
      return directory.find(name).isEmpty()
          ? Optional.empty()
          : switch (FileReader.read(
              directory, RelativePath.of(name), MAX_BYTES, Artifact.WORKSPACE)) {
            case Outcome.Accepted<Snapshot>(Snapshot snapshot, var _) ->
                Optional.of(StandardCharsets.UTF_8.decode(snapshot.bytes()).toString());
            case Outcome.Refused<Snapshot> _ -> Optional.empty();
          };
    } catch (DiskException e) {
      return absent(e);
    }
  }

  private static <T> Optional<T> absent(DiskException trouble) throws DiskException {
    if (trouble.trouble() == DiskException.Trouble.INTERRUPTED) {
      throw trouble;
    }
    return Optional.empty();
  }
}
