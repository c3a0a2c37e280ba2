package dev.papack;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.diagnostic.RelativePath;
import dev.papack.disk.Disk;
import dev.papack.disk.ReadableDirectory;
import dev.papack.source.FileReader;
import dev.papack.source.Limits;
import dev.papack.source.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A registry that the user named outside of a workspace: untrusted, and read once, bounded. */
final class InputFile {
  private InputFile() {}

  /** Reads a file; messages name it as the user did. */
  static Outcome<Snapshot> read(Disk disk, Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null
        || name == null
        || FileName.faultOf(name.toString()).isPresent()
        || !disk.isDirectory(folder)) {
      return Outcome.refused(missing(file.toString()));
    }
    FileName fileName = new FileName(name.toString());
    String display = Optional.ofNullable(file.getParent()).map(Path::toString).orElse("");
    try (ReadableDirectory directory = disk.openForReading(folder, display)) {
      return directory.find(fileName).isEmpty()
          ? Outcome.refused(missing(file.toString()))
          : FileReader.read(
              directory, RelativePath.of(fileName), Limits.INDEX_BYTES, Artifact.INDEX);
    }
  }

  private static Diagnostic missing(String file) {
    return Diagnostic.error(
            DiagnosticCode.SOURCE_MISSING,
            Location.of(Artifact.INDEX, file),
            "there is no file \"" + file + "\"")
        .help("name a registry, such as an assets/index.json");
  }
}
