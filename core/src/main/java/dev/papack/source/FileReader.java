package dev.papack.source;

import dev.papack.container.Sha256;
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
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
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
    try (Descent<ReadableDirectory> way = Descent.reading(assets)) {
      List<FileName> names = file.names();
      for (FileName folder : names.subList(0, names.size() - 1)) {
        way.enter(folder);
      }
      return way.folder().openFile(names.getLast());
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

  private Outcome<Opened> openBelow(ReadableDirectory start) throws IOException {
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
      Outcome<Opened> opened =
          find(way.folder(), names.size() - 1, FileType.FILE).then(status -> open(way, status));
      if (opened instanceof Outcome.Refused<Opened>) {
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
      return Outcome.refused(missing(place));
    }
    return status.get().type() == wanted
        ? Outcome.of(status.get())
        : Outcome.refused(wrongType(place, status.get().type()));
  }

  private Outcome<Opened> open(Descent<ReadableDirectory> way, FileStatus status)
      throws IOException {
    FileName name = names.getLast();
    String display = display(way.folder(), name);
    if (status.sizeBytes() > maxBytes) {
      return Outcome.refused(
          tooLarge(location(names.size() - 1, display), status.sizeBytes(), maxBytes));
    }
    return Outcome.of(new Opened(way, name, status, way.folder().openFile(name), display));
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

  /**
   * Reads up to a count of bytes.
   *
   * @return how many there were
   */
  static int readFully(ReadableFile file, long positionBytes, ByteBuffer into) throws IOException {
    int start = into.position();
    int read = 0;
    while (into.hasRemaining() && read >= 0) {
      read = file.read(positionBytes + into.position() - start, into);
    }
    return into.position() - start;
  }

  /**
   * What a source is known by.
   *
   * @param sizeBytes how many bytes it has
   * @param digest of all of them
   */
  public record SourceDigest(long sizeBytes, Sha256 digest) {}

  /**
   * Digests of a file.
   *
   * @param whole of all its bytes
   * @param blocks of each block, in order
   */
  record Digests(Sha256 whole, List<Sha256> blocks) {
    /** Copies the list. */
    Digests {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * An open file, and the open folder in which it was found.
   *
   * @param way leads to the folder
   * @param name in that folder
   * @param status what the file was before it was opened
   * @param file its bytes
   * @param display what messages call it
   */
  record Opened(
      Descent<ReadableDirectory> way,
      FileName name,
      FileStatus status,
      ReadableFile file,
      String display)
      implements Closeable {

    /** The first bytes: as many as tell a format, or all. */
    ByteBuffer head() throws IOException {
      ByteBuffer head =
          ByteBuffer.allocate((int) Math.min(SourceHead.MOST_BYTES, status.sizeBytes()));
      readFully(file, 0, head);
      if (head.hasRemaining()) {
        throw changed();
      }
      return head.flip();
    }

    /**
     * All bytes, of a file that has not changed.
     *
     * @param beginning those that have been read already
     */
    byte[] readWhole(ByteBuffer beginning) throws IOException {
      byte[] bytes = new byte[Math.toIntExact(status.sizeBytes())];
      ByteBuffer into = ByteBuffer.wrap(bytes).put(beginning);
      readFully(file, into.position(), into);
      requireUnchanged(into.position());
      return bytes;
    }

    /** Reads all bytes, of a file that has not changed, and keeps none. */
    Digests digests(int blockBytes) throws IOException {
      MessageDigest whole = Sha256.newMessageDigest();
      List<Sha256> blocks = new ArrayList<>();
      ByteBuffer block = ByteBuffer.allocate((int) Math.min(blockBytes, status.sizeBytes() + 1));
      long done = 0;
      while (done < status.sizeBytes()) {
        block.clear();
        int read = readFully(file, done, block);
        if (read == 0) {
          throw changed();
        }
        block.flip();
        whole.update(block.duplicate());
        blocks.add(Sha256.of(block));
        done += read;
      }
      requireUnchanged(done);
      return new Digests(Sha256.finish(whole), blocks);
    }

    private void requireUnchanged(long readBytes) throws IOException {
      boolean isLonger = file.read(status.sizeBytes(), ByteBuffer.allocate(1)) >= 0;
      if (readBytes != status.sizeBytes()
          || isLonger
          || !way.folder().find(name).equals(Optional.of(status))) {
        throw changed();
      }
    }

    private DiskException changed() {
      return new DiskException(
          DiskException.Trouble.CHANGED, display, "the file changed while it was read");
    }

    @Override
    public void close() throws IOException {
      try (way) {
        file.close();
      }
    }
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
