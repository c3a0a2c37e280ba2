package dev.papack.source;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Location;
import dev.papack.disk.FileType;

/** What an author is told of a file that cannot be read. */
final class FileFault {
  private FileFault() {}

  static Diagnostic missing(Location place) {
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

  static Diagnostic tooLarge(Location place, long found, long limit) {
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
