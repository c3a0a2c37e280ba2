package dev.papack;

import dev.papack.container.PackException;
import dev.papack.container.PackReader;
import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.diagnostic.Outcome;
import dev.papack.disk.Disk;
import dev.papack.disk.WritableDirectory;
import dev.papack.disk.WritableFile;
import dev.papack.inspect.Extraction;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** A file that goes where the user says: whole under its name, or not there. */
final class OutputFile {
  private final Disk disk;
  private final Path output;
  private final Existing existing;

  OutputFile(Disk disk, Path output, Existing existing) {
    this.disk = disk;
    this.output = output;
    this.existing = existing;
  }

  Outcome<Extracted> write(PackReader reader, String pack, String asset)
      throws IOException, PackException {
    return switch (Extraction.of(reader, pack, asset)) {
      case Outcome.Refused<Extraction>(List<Diagnostic> faults) -> new Outcome.Refused<>(faults);
      case Outcome.Accepted<Extraction>(Extraction extraction, List<Diagnostic> notes) ->
          write(extraction);
    };
  }

  private Outcome<Extracted> write(Extraction extraction) throws IOException {
    Path absolute = output.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    Path last = absolute.getFileName();
    if (folder == null || last == null) {
      return Outcome.refused(fault("\"" + output + "\" is no name for a file"));
    }
    var bad = FileName.faultOf(last.toString());
    if (bad.isPresent()) {
      return Outcome.refused(fault("the name \"" + last + "\" " + bad.get()));
    }
    FileName name = new FileName(last.toString());
    FileName part = new FileName(partName(name));
    try (WritableDirectory directory = disk.openForWriting(folder, folder.toString())) {
      if (directory.find(name).isPresent() && existing == Existing.KEEP) {
        return Outcome.refused(
            Diagnostic.error(
                    DiagnosticCode.FILE_EXISTS,
                    Location.of(Artifact.REQUEST, output.toString()),
                    "\"" + output + "\" exists")
                .help("choose another name, or say --force to replace it"));
      }
      if (directory.find(part).isPresent()) {
        directory.deleteFile(part);
      }
      try (WritableFile file = directory.createFile(part)) {
        try (OutputStream out = new BufferedOutputStream(new FileOutput(file), 1 << 16)) {
          extraction.write(out);
        }
        file.flush();
      }
      directory.rename(part, directory, name);
    }
    return Outcome.of(new Extracted(extraction.entry(), absolute));
  }

  /** A name beside the final one, so that a crash leaves no half file under the final name. */
  private static String partName(FileName name) {
    String text = name.text() + ".part";
    return FileName.faultOf(text).isPresent() ? "papack.part" : text;
  }

  private Diagnostic fault(String message) {
    return Diagnostic.error(
            DiagnosticCode.PATH_FORM, Location.of(Artifact.REQUEST, output.toString()), message)
        .help("choose another name");
  }

  private static final class FileOutput extends OutputStream {
    private final WritableFile file;

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
