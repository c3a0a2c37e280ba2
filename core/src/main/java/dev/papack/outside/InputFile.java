package dev.papack.outside;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Disk;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import dev.papack.result.RegistryInput;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Obstacle;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A registry that the user named outside of a workspace: untrusted, and read once, bounded. */
public final class InputFile {
  private InputFile() {}

  /** Reads what was handed over; messages name it as the user did. */
  public static Outcome<Snapshot> read(Disk disk, RegistryInput input) throws IOException {
    return switch (input) {
      case RegistryInput.OfFile(Path path) -> read(disk, path);
      case RegistryInput.OfStream(InputStream stream, String name) -> {
        byte[] bytes = stream.readNBytes(Limits.INDEX_BYTES + 1);
        yield bytes.length > Limits.INDEX_BYTES
            ? Outcome.refused(tooLong(name))
            : Outcome.of(Snapshot.of(name, bytes));
      }
    };
  }

  private static Diagnostic tooLong(String name) {
    return Diagnostic.error(
            DiagnosticCode.DOCUMENT_SIZE,
            Location.of(Artifact.INDEX, name),
            "\"" + name + "\" has more than " + Limits.INDEX_BYTES + " bytes")
        .limit(String.valueOf(Limits.INDEX_BYTES))
        .advice("name a registry: no registry is this large");
  }

  /** Reads a file; messages name it as the user did. */
  public static Outcome<Snapshot> read(Disk disk, Path file) throws IOException {
    return OutsideFile.find(disk, file) instanceof OutsideFile.Place place
        ? read(disk, file, place)
        : Outcome.refused(missing(file.toString()));
  }

  private static Outcome<Snapshot> read(Disk disk, Path file, OutsideFile.Place place)
      throws IOException {
    String display = Optional.ofNullable(file.getParent()).map(Path::toString).orElse("");
    try (ReadableDirectory directory = disk.openForReading(place.folder(), display)) {
      if (directory.find(place.name()).isEmpty()) {
        return Outcome.refused(missing(file.toString()));
      }
      return Outcome.unless(
              Obstacle.find(directory, place.name(), FileType.FILE)
                  .map(obstacle ->
                      obstacle.withFixes(
                          List.of(Fix.advice("name a file; use - to read from a pipe")))))
          .then(_ ->
              FileReader.read(
                  directory, RelativePath.of(place.name()), Limits.INDEX_BYTES, Artifact.INDEX));
    }
  }

  private static Diagnostic missing(String file) {
    return Diagnostic.error(
            DiagnosticCode.SOURCE_MISSING,
            Location.of(Artifact.INDEX, file),
            "there is no file \"" + file + "\"")
        .advice("name a registry, such as an assets/index.json");
  }
}
