package dev.papack.outside;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.result.Existing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** A file that goes where the user says: whole under its name, or not there. */
public final class OutputFile {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Disk disk;
  private final Path output;
  private final Existing existing;

  public OutputFile(Disk disk, Path output, Existing existing) {
    this.disk = disk;
    this.output = output;
    this.existing = existing;
  }

  /**
   * What goes into the file.
   *
   * @param <X> what else may stop it
   */
  @FunctionalInterface
  public interface Content<X extends Exception> {
    void write(OutputStream out) throws IOException, X;
  }

  /** Writes the file and says where it is, or why it cannot be there. */
  public <X extends Exception> Outcome<Path> write(Content<X> content) throws IOException, X {
    return place().then(place -> write(content, place));
  }

  /**
   * Opens the file now and lets it be written later, for a process that may open none in between.
   * Until then it is empty: what had its name is gone, so that nobody takes the old file for the
   * new one.
   *
   * @return to be closed once everything is written; what is closed survives a power cut
   */
  public Outcome<OutputStream> open() throws IOException {
    return place().then(this::open);
  }

  private Outcome<OutputStream> open(OutsideFile.Place place) throws IOException {
    FileName name = place.name();
    try (WritableDirectory directory =
        disk.openForWriting(place.folder(), place.folder().toString())) {
      Optional<FileType> type = directory.find(name).map(FileStatus::type);
      if (type.equals(Optional.of(FileType.LINK))) {
        // Programs that run unasked, as reports do, follow no link and replace none.
        return Outcome.refused(noPlainFile());
      }
      return Outcome.unless(findObstacle(directory, name))
          .then(_ -> {
            if (type.isPresent()) {
              directory.deleteFile(name);
            }
            return Outcome.of(
                new BufferedOutputStream(new HeldOutput(directory.createFile(name)), BUFFER_BYTES));
          });
    }
  }

  private Outcome<OutsideFile.Place> place() {
    return switch (OutsideFile.find(disk, output)) {
      case OutsideFile.Nameless _ ->
          Outcome.refused(fault(DiagnosticCode.PATH_FORM, "\"" + output + "\" is not a file name"));
      case OutsideFile.BadName(String name, String fault) ->
          Outcome.refused(fault(DiagnosticCode.PATH_FORM, "the name \"" + name + "\" " + fault));
      case OutsideFile.WithoutFolder(Path folder) ->
          Outcome.refused(
              fault(
                      DiagnosticCode.FILE_FAILED,
                      "there is no folder \"" + folder + "\" to write into")
                  .advice("create the folder first"));
      case OutsideFile.Place place -> Outcome.of(place);
    };
  }

  private <X extends Exception> Outcome<Path> write(Content<X> content, OutsideFile.Place place)
      throws IOException, X {
    FileName name = place.name();
    try (WritableDirectory directory =
        disk.openForWriting(place.folder(), place.folder().toString())) {
      return Outcome.unless(findObstacle(directory, name))
          .then(_ -> {
            write(content, directory, name);
            return Outcome.of(place.path());
          });
    }
  }

  /** A pipe or a device is not to be replaced by a file. */
  private Optional<Diagnostic> findObstacle(WritableDirectory directory, FileName name)
      throws IOException {
    Optional<FileType> type = directory.find(name).map(FileStatus::type);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get() == FileType.DIRECTORY) {
      return Optional.of(
          fault(DiagnosticCode.FILE_EXISTS, "\"" + output + "\" is a folder")
              .advice("name a file in it"));
    }
    if (type.get() == FileType.SPECIAL) {
      return Optional.of(noPlainFile());
    }
    return switch (existing) {
      case REPLACE -> Optional.empty();
      case KEEP ->
          Optional.of(
              fault(DiagnosticCode.FILE_EXISTS, "\"" + output + "\" already exists")
                  .fix(Fix.request("replace it", Fix.RequestChange.OVERWRITE)));
    };
  }

  private Diagnostic noPlainFile() {
    return fault(DiagnosticCode.FILE_EXISTS, "\"" + output + "\" exists and is no plain file");
  }

  /** Writes beside the final name, so that neither crash nor full disk leaves half a file there. */
  private static <X extends Exception> void write(
      Content<X> content, WritableDirectory directory, FileName name) throws IOException, X {
    FileName part = freeName(directory);
    WritableFile file = directory.createFile(part);
    boolean isWhole = false;
    try {
      try (file) {
        try (OutputStream out = new BufferedOutputStream(new FileOutput(file), BUFFER_BYTES)) {
          content.write(out);
        }
        file.flush();
      }
      directory.rename(part, directory, name);
      isWhole = true;
    } finally {
      if (!isWhole) {
        directory.deleteFile(part);
      }
    }
    directory.flush();
  }

  /** A name that no file of the user's has. */
  private static FileName freeName(WritableDirectory directory) throws IOException {
    for (int number = 1; ; number++) {
      FileName name = new FileName(".papack-" + number + ".part");
      if (directory.find(name).isEmpty()) {
        return name;
      }
    }
  }

  private Diagnostic fault(DiagnosticCode code, String message) {
    return Diagnostic.error(code, Location.of(Artifact.REQUEST, output.toString()), message)
        .advice("choose another name");
  }

  /** The last that holds a file: it closes it. */
  private static final class HeldOutput extends FileOutput {
    HeldOutput(WritableFile file) {
      super(file);
    }

    @Override
    public void close() throws IOException {
      try (WritableFile last = file) {
        last.flush();
      }
    }
  }

  private static class FileOutput extends OutputStream {
    final WritableFile file;

    FileOutput(WritableFile file) {
      this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      file.append(ByteBuffer.wrap(bytes, offset, length));
    }
  }
}
