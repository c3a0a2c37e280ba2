package dev.papack.publish;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A place where a file is, or may be.
 *
 * @param folder an open folder
 * @param path the way from there
 */
public record PlacedFile(ReadableDirectory folder, RelativePath path) {
  /** What the file system says of the file; empty if there is none. */
  public Optional<FileStatus> find() throws IOException {
    return find(folder, path.names());
  }

  private static Optional<FileStatus> find(ReadableDirectory folder, List<FileName> names)
      throws IOException {
    FileName name = names.getFirst();
    if (names.size() == 1) {
      return folder.find(name);
    }
    if (folder.find(name).map(FileStatus::type).filter(FileType.DIRECTORY::equals).isEmpty()) {
      return Optional.empty();
    }
    try (ReadableDirectory inner = folder.openDirectory(name)) {
      return find(inner, names.subList(1, names.size()));
    }
  }

  /** Opens the file, which is there; the caller closes it. */
  public ReadableFile open() throws IOException {
    return open(folder, path.names());
  }

  private static ReadableFile open(ReadableDirectory folder, List<FileName> names)
      throws IOException {
    if (names.size() == 1) {
      return folder.openFile(names.getFirst());
    }
    try (ReadableDirectory inner = folder.openDirectory(names.getFirst())) {
      return open(inner, names.subList(1, names.size()));
    }
  }

  /** What stands under the file's name, or under its folder's, and is something else. */
  public Optional<Diagnostic> findObstacle() throws IOException {
    return findObstacle(folder, path.names());
  }

  private static Optional<Diagnostic> findObstacle(ReadableDirectory folder, List<FileName> names)
      throws IOException {
    FileName name = names.getFirst();
    if (names.size() == 1) {
      return Obstacle.find(folder, name, FileType.FILE);
    }
    Optional<Diagnostic> obstacle = Obstacle.find(folder, name, FileType.DIRECTORY);
    if (obstacle.isPresent() || folder.find(name).isEmpty()) {
      return obstacle;
    }
    try (ReadableDirectory inner = folder.openDirectory(name)) {
      return findObstacle(inner, names.subList(1, names.size()));
    }
  }
}
