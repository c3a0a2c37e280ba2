package dev.papack.publish;

import dev.papack.container.Sha256;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.FileName;
import dev.papack.disk.FileStatus;
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
  record Content(Sha256 digest) implements Occupant {}

  /** A link, a special file, a folder for a file or a file for a folder. */
  record Blocked(Diagnostic fault) implements Occupant {}

  /** Looks, and reads a file whole. */
  static Occupant of(ReadableDirectory folder, List<FileName> names) throws IOException {
    FileName name = names.getFirst();
    boolean isLast = names.size() == 1;
    Optional<Diagnostic> obstacle =
        Obstacle.find(folder, name, isLast ? FileType.FILE : FileType.DIRECTORY);
    if (obstacle.isPresent()) {
      return new Blocked(obstacle.get());
    }
    if (folder.find(name).isEmpty()) {
      return isLast ? new Nothing() : new NoFolder();
    }
    if (isLast) {
      return new Content(digestOf(folder, name));
    }
    try (ReadableDirectory inner = folder.openDirectory(name)) {
      return of(inner, names.subList(1, names.size()));
    }
  }

  /** What the file system says of a file; empty if there is none, or something else. */
  static Optional<FileStatus> find(ReadableDirectory folder, List<FileName> names)
      throws IOException {
    FileName name = names.getFirst();
    Optional<FileStatus> found = folder.find(name);
    if (names.size() == 1) {
      return found.filter(status -> status.type() == FileType.FILE);
    }
    if (found.filter(status -> status.type() == FileType.DIRECTORY).isEmpty()) {
      return Optional.empty();
    }
    try (ReadableDirectory inner = folder.openDirectory(name)) {
      return find(inner, names.subList(1, names.size()));
    }
  }

  /** The digest of the file, if there is one. */
  default Optional<Sha256> found() {
    return this instanceof Content(Sha256 digest) ? Optional.of(digest) : Optional.empty();
  }

  private static Sha256 digestOf(ReadableDirectory folder, FileName name) throws IOException {
    MessageDigest digest = Sha256.newMessageDigest();
    try (ReadableFile file = folder.openFile(name)) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      long position = 0;
      while (file.read(position, buffer) >= 0) {
        position += buffer.position();
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return Sha256.finish(digest);
  }
}
