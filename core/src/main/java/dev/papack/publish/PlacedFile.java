package dev.papack.publish;

import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Descent;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.source.Obstacle;
import java.io.IOException;
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
    return ask(ReadableDirectory::find);
  }

  /** What tells later whether the file is still the same; empty if nothing does. */
  public Optional<FileStamp> stamp() throws IOException {
    return ask(ReadableDirectory::stamp);
  }

  /** What is asked of the folder that the file is in. */
  @FunctionalInterface
  private interface Question<T> {
    Optional<T> ask(ReadableDirectory folder, FileName name) throws IOException;
  }

  private <T> Optional<T> ask(Question<T> question) throws IOException {
    try (Descent<ReadableDirectory> way = Descent.reading(folder)) {
      for (FileName name : path.names().subList(0, path.names().size() - 1)) {
        if (way.folder().find(name).filter(found -> found.type() == FileType.DIRECTORY).isEmpty()) {
          return Optional.empty();
        }
        way.enter(name);
      }
      return question.ask(way.folder(), path.name());
    }
  }

  /** Opens the file, which is there; the caller closes it. */
  public ReadableFile open() throws IOException {
    try (Descent<ReadableDirectory> way = Descent.reading(folder)) {
      for (FileName name : path.names().subList(0, path.names().size() - 1)) {
        way.enter(name);
      }
      return way.folder().openFile(path.name());
    }
  }

  /** What stands under the file's name, or under its folder's, and is something else. */
  public Optional<Diagnostic> findObstacle() throws IOException {
    try (Descent<ReadableDirectory> way = Descent.reading(folder)) {
      for (FileName name : path.names().subList(0, path.names().size() - 1)) {
        Optional<Diagnostic> obstacle = Obstacle.find(way.folder(), name, FileType.DIRECTORY);
        if (obstacle.isPresent() || way.folder().find(name).isEmpty()) {
          return obstacle;
        }
        way.enter(name);
      }
      return Obstacle.find(way.folder(), path.name(), FileType.FILE);
    }
  }
}
