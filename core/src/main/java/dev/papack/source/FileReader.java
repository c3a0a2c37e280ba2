package dev.papack.source;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.AssetsPath;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.diagnostic.WorkspacePath;
import dev.papack.disk.Descent;
import dev.papack.disk.DiskException;
import dev.papack.disk.FileStamp;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.disk.ReadableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file once: a document whole, into a snapshot, a source from its beginning on. Reads no
 * more than the limit, and nothing of a file that changes while it is read.
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
   * Reads a document of {@code assets/}. What is read knows which file of the workspace it is.
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
   * Opens a source and reads its beginning; the caller closes it.
   *
   * @param assets the open folder, which has to stay open as long as anything of the source is read
   * @param file the file
   * @param maxBytes the limit, inclusive
   * @throws DiskException as of the other methods
   */
  public static Outcome<OpenSource> open(ReadableDirectory assets, AssetsPath file, long maxBytes)
      throws IOException {
    return new FileReader(file.names(), Optional.of(file), maxBytes, Artifact.SOURCE)
        .openBelow(assets)
        .then(opened -> {
          try {
            return Outcome.of(new OpenSource(assets, file, opened, opened.head()));
          } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
          }
        });
  }

  /** The digest of a source, for whoever needs nothing else of it. */
  public static Outcome<SourceDigest> digest(
      ReadableDirectory assets, AssetsPath file, long maxBytes) throws IOException {
    return open(assets, file, maxBytes)
        .then(source -> {
          try (source) {
            return Outcome.of(new SourceDigest(source.sizeBytes(), source.digest()));
          }
        });
  }

  /** Opens again a file that was read before; whoever reads it compares. */
  static ReadableFile reopen(ReadableDirectory assets, AssetsPath file) throws IOException {
    try (Descent<ReadableDirectory> way = folderOf(assets, file)) {
      return way.folder().openFile(file.name());
    }
  }

  /** What the file system says of a file, which is not opened. */
  public static Optional<FileStamp> stamp(ReadableDirectory assets, AssetsPath file)
      throws IOException {
    try (Descent<ReadableDirectory> way = folderOf(assets, file)) {
      return way.folder().stamp(file.name());
    }
  }

  private static Descent<ReadableDirectory> folderOf(ReadableDirectory assets, AssetsPath file)
      throws IOException {
    Descent<ReadableDirectory> way = Descent.reading(assets);
    try {
      List<FileName> names = file.names();
      for (FileName folder : names.subList(0, names.size() - 1)) {
        way.enter(folder);
      }
      return way;
    } catch (IOException | RuntimeException | Error e) {
      way.close();
      throw e;
    }
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
    return openBelow(start)
        .then(opened -> {
          try (opened) {
            byte[] bytes = opened.readWhole(ByteBuffer.allocate(0));
            return Outcome.of(Snapshot.of(opened.display(), bytes));
          }
        });
  }

  private Outcome<OpenedFile> openBelow(ReadableDirectory start) throws IOException {
    Descent<ReadableDirectory> way = Descent.reading(start);
    try {
      for (int depth = 0; depth < names.size() - 1; depth++) {
        Outcome<FileStatus> inner = find(way.folder(), depth, FileType.DIRECTORY);
        if (inner instanceof Outcome.Refused<FileStatus>(List<Diagnostic> faults)) {
          way.close();
          return new Outcome.Refused<>(faults);
        }
        way.enter(names.get(depth));
      }
      Outcome<OpenedFile> opened =
          find(way.folder(), names.size() - 1, FileType.FILE).then(status -> open(way, status));
      if (opened instanceof Outcome.Refused<OpenedFile>) {
        way.close();
      }
      return opened;
    } catch (IOException | RuntimeException | Error e) {
      way.close();
      throw e;
    }
  }

  private Outcome<FileStatus> find(ReadableDirectory folder, int depth, FileType wanted)
      throws IOException {
    FileName name = names.get(depth);
    Optional<FileStatus> status = folder.find(name);
    Location place = location(depth, display(folder, name));
    if (status.isEmpty()) {
      return Outcome.refused(FileFault.missing(place));
    }
    return status.get().type() == wanted
        ? Outcome.of(status.get())
        : Outcome.refused(FileFault.wrongType(place, status.get().type()));
  }

  private Outcome<OpenedFile> open(Descent<ReadableDirectory> way, FileStatus status)
      throws IOException {
    FileName name = names.getLast();
    String display = display(way.folder(), name);
    if (status.sizeBytes() > maxBytes) {
      return Outcome.refused(
          FileFault.tooLarge(location(names.size() - 1, display), status.sizeBytes(), maxBytes));
    }
    return Outcome.of(new OpenedFile(way, name, status, way.folder().openFile(name), display));
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
}
