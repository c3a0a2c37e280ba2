package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.Descent;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import dev.papack.source.Obstacle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** What is where a publication puts a file. */
sealed interface Occupant {
  int BUFFER_BYTES = 1 << 16;

  /** No file, in a folder that is there. */
  record Nothing() implements Occupant {}

  /** Not even the folder. */
  record NoFolder() implements Occupant {}

  /** A file. */
  record Content(StagedContent content) implements Occupant {}

  /** A link, a special file, a folder for a file or a file for a folder. */
  record Blocked(Diagnostic fault) implements Occupant {}

  /** Looks, and reads a file whole. */
  static Occupant of(ReadableDirectory start, List<FileName> names) throws IOException {
    FileName last = names.getLast();
    try (Descent<ReadableDirectory> way = Descent.reading(start)) {
      for (FileName name : names.subList(0, names.size() - 1)) {
        Optional<Diagnostic> obstacle = Obstacle.find(way.folder(), name, FileType.DIRECTORY);
        if (obstacle.isPresent()) {
          return new Blocked(obstacle.get());
        }
        if (way.folder().find(name).isEmpty()) {
          return new NoFolder();
        }
        way.enter(name);
      }
      Optional<Diagnostic> obstacle = Obstacle.find(way.folder(), last, FileType.FILE);
      if (obstacle.isPresent()) {
        return new Blocked(obstacle.get());
      }
      return way.folder().find(last).isEmpty()
          ? new Nothing()
          : new Content(read(way.folder(), last));
    }
  }

  /** Whether there is a file, whatever is in it. */
  static boolean isFile(ReadableDirectory start, List<FileName> names) throws IOException {
    try (Descent<ReadableDirectory> way = Descent.reading(start)) {
      for (FileName name : names.subList(0, names.size() - 1)) {
        if (way.folder().find(name).filter(found -> found.type() == FileType.DIRECTORY).isEmpty()) {
          return false;
        }
        way.enter(name);
      }
      return way.folder()
          .find(names.getLast())
          .filter(found -> found.type() == FileType.FILE)
          .isPresent();
    }
  }

  /** What the file holds, if there is one. */
  default Optional<StagedContent> whole() {
    return this instanceof Content(StagedContent content) ? Optional.of(content) : Optional.empty();
  }

  /** The digest of the file, if there is one. */
  default Optional<Sha256> found() {
    return whole().map(StagedContent::digest);
  }

  private static StagedContent read(ReadableDirectory folder, FileName name) throws IOException {
    MessageDigest digest = Sha256.newMessageDigest();
    long position = 0;
    try (ReadableFile file = folder.openFile(name)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      while (file.read(position, buffer) >= 0) {
        position += buffer.position();
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return new StagedContent(position, Sha256.finish(digest));
  }
}
