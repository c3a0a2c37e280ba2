package dev.papack.source;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.FileName;
import dev.papack.diagnostic.Location;
import dev.papack.disk.FileStatus;
import dev.papack.disk.FileType;
import dev.papack.disk.ReadableDirectory;
import java.io.IOException;
import java.util.Optional;

/** What is under a name that is to be, or to become, a file or folder of ours. */
public final class Obstacle {
  private Obstacle() {}

  /**
   * The fault of what is there, if it is something else than wanted. A name that is free is no
   * obstacle.
   *
   * @param folder where the name is
   * @param name a name of ours
   * @param wanted {@link FileType#FILE} or {@link FileType#DIRECTORY}
   */
  public static Optional<Diagnostic> find(ReadableDirectory folder, FileName name, FileType wanted)
      throws IOException {
    String path = folder.displayPath().isEmpty() ? name.text() : folder.displayPath() + "/" + name;
    return folder
        .find(name)
        .map(FileStatus::type)
        .filter(type -> type != wanted)
        .map(type -> fault(Location.of(Artifact.WORKSPACE, path), type));
  }

  private static Diagnostic fault(Location place, FileType type) {
    return switch (type) {
      case LINK, SPECIAL -> FileFault.wrongType(place, type);
      case FILE -> taken(place, "file, but papack needs a folder here");
      case DIRECTORY -> taken(place, "folder, but papack needs a file here");
    };
  }

  private static Diagnostic taken(Location place, String reason) {
    return Diagnostic.error(
            DiagnosticCode.FILE_EXISTS, place, "\"" + place.path() + "\" is a " + reason)
        .advice("move it away, then run the command again");
  }
}
