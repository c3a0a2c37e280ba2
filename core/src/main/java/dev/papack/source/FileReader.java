package dev.papack.source;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.Descent;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file once, whole, into a snapshot: no more than its limit, and nothing of a file that
 * changes while it is read.
 */
public final class FileReader {
  private final List<FileName> names;
  private final Optional<AssetsPath> file;
  private final long maxBytes;
  private final Artifact artifact;

  private FileReader(
      List<FileName> names, Optional<AssetsPath> file, long maxBytes, Artifact artifact) {
    this.names = names;
    this.file = file;
    this.maxBytes = maxBytes;
    this.artifact = artifact;
  }

  /**
   * Reads a file below a folder.
   *
   * @param folder where the path begins
   * @param path the file
   * @param maxBytes the limit, inclusive
   * @param artifact what it is, for messages
   * @throws DiskException also when the file changes meanwhile ({@link
   *     DiskException.Trouble#CHANGED})
   */
  public static Outcome<Snapshot> read(
      ReadableDirectory folder, RelativePath path, long maxBytes, Artifact artifact)
      throws IOException {
    return new FileReader(path.names(), Optional.empty(), maxBytes, artifact).readBelow(folder);
  }

  /**
   * Reads a file of {@code assets/}. What is read knows which file of the workspace it is.
   *
   * @param assets the open folder
   * @param file the file
   * @param maxBytes the limit, inclusive
   * @param artifact what it is, for messages
   * @throws DiskException as of the other method
   */
  public static Outcome<Snapshot> read(
      ReadableDirectory assets, AssetsPath file, long maxBytes, Artifact artifact)
      throws IOException {
    return new FileReader(file.names(), Optional.of(file), maxBytes, artifact)
        .readBelow(assets)
        .map(snapshot -> snapshot.in(file.inWorkspace()));
  }

  /**
   * Reads a file below a folder, however long its path.
   *
   * @param folder where the path begins
   * @param path the file
   * @param maxBytes the limit, inclusive
   * @param artifact what it is, for messages
   * @throws DiskException as of the other methods
   */
  public static Outcome<Snapshot> read(
      ReadableDirectory folder, WorkspacePath path, long maxBytes, Artifact artifact)
      throws IOException {
    return new FileReader(path.names(), Optional.empty(), maxBytes, artifact).readBelow(folder);
  }

  private Outcome<Snapshot> readBelow(ReadableDirectory start) throws IOException {
    try (Descent<ReadableDirectory> way = Descent.reading(start)) {
      for (int depth = 0; depth < names.size() - 1; depth++) {
        Outcome<FileStatus> inner = find(way.folder(), depth, FileType.DIRECTORY);
        if (inner instanceof Outcome.Refused<FileStatus>(List<Diagnostic> faults)) {
          return new Outcome.Refused<>(faults);
        }
        way.enter(names.get(depth));
      }
      ReadableDirectory folder = way.folder();
      return find(folder, names.size() - 1, FileType.FILE).then(status -> read(folder, status));
    }
  }

  private Outcome<FileStatus> find(ReadableDirectory folder, int depth, FileType wanted)
      throws IOException {
    FileName name = names.get(depth);
    Optional<FileStatus> status = folder.find(name);
    Location place = location(depth, display(folder, name));
    if (status.isEmpty()) {
      return Outcome.refused(missing(place));
    }
    return status.get().type() == wanted
        ? Outcome.of(status.get())
        : Outcome.refused(wrongType(place, status.get().type()));
  }

  private Outcome<Snapshot> read(ReadableDirectory folder, FileStatus status) throws IOException {
    FileName name = names.getLast();
    String display = display(folder, name);
    if (status.sizeBytes() > maxBytes) {
      return Outcome.refused(
          tooLarge(location(names.size() - 1, display), status.sizeBytes(), maxBytes));
    }
    return Outcome.of(Snapshot.of(display, readWhole(folder, name, status, display)));
  }

  private static String display(ReadableDirectory folder, FileName name) {
    return folder.displayPath().isEmpty() ? name.text() : folder.displayPath() + "/" + name;
  }

  /** The file, or one of the folders on the way to it. */
  private Location location(int depth, String display) {
    return file.map(known -> new AssetsPath(new RelativePath(names.subList(0, depth + 1))))
        .map(known -> Location.of(artifact, known))
        .orElseGet(() -> Location.of(artifact, display));
  }

  private static byte[] readWhole(
      ReadableDirectory folder, FileName name, FileStatus before, String display)
      throws IOException {
    byte[] bytes = new byte[Math.toIntExact(before.sizeBytes())];
    try (ReadableFile file = folder.openFile(name)) {
      ByteBuffer into = ByteBuffer.wrap(bytes);
      int read = 0;
      while (into.hasRemaining() && read >= 0) {
        read = file.read(into.position(), into);
      }
      boolean isLonger = file.read(bytes.length, ByteBuffer.allocate(1)) >= 0;
      if (into.hasRemaining() || isLonger || !folder.find(name).equals(Optional.of(before))) {
        throw new DiskException(
            DiskException.Trouble.CHANGED, display, "the file changed while it was read");
      }
    }
    return bytes;
  }

  private static Diagnostic missing(Location place) {
    return Diagnostic.error(
            DiagnosticCode.SOURCE_MISSING, place, "there is no file \"" + place.path() + "\"")
        .advice("restore the file, or change the declaration");
  }

  static Diagnostic wrongType(Location place, FileType type) {
    return switch (type) {
      case LINK ->
          Diagnostic.error(
                  DiagnosticCode.LINK_REFUSED,
                  place,
                  "\"" + place.path() + "\" is a link; papack cannot check what it points to")
              .advice("replace it with a copy of the file or folder");
      case SPECIAL ->
          Diagnostic.error(
                  DiagnosticCode.SPECIAL_FILE,
                  place,
                  "\"" + place.path() + "\" is a pipe, socket or device, not a file")
              .advice("remove it from the workspace");
      case FILE, DIRECTORY ->
          Diagnostic.error(
                  DiagnosticCode.SOURCE_MISSING,
                  place,
                  "\""
                      + place.path()
                      + "\" is a "
                      + (type == FileType.FILE ? "file, not a folder" : "folder, not a file"))
              .advice("correct the path");
    };
  }

  private static Diagnostic tooLarge(Location place, long found, long limit) {
    DiagnosticCode code =
        place.artifact() == Artifact.SOURCE
            ? DiagnosticCode.SOURCE_SIZE
            : DiagnosticCode.DOCUMENT_SIZE;
    return Diagnostic.error(
            code,
            place,
            "\"" + place.path() + "\" has " + found + " bytes; at most " + limit + " are allowed")
        .found(String.valueOf(found))
        .limit(String.valueOf(limit))
        .advice(
            place.artifact() == Artifact.SOURCE
                ? "split it, or export it smaller"
                : "restore it from version control; papack documents never get this large");
  }
}
