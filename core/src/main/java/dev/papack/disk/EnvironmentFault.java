package dev.papack.disk;

import dev.papack.diagnostic.Artifact;
import dev.papack.diagnostic.Diagnostic;
import dev.papack.diagnostic.DiagnosticCode;
import dev.papack.diagnostic.Fix;
import dev.papack.diagnostic.Location;
import java.io.IOException;

/** The machine's trouble as a diagnostic, for clients that show both in one way. */
public final class EnvironmentFault {
  private EnvironmentFault() {}

  /**
   * The diagnostic of what a session threw.
   *
   * @param trouble what it threw
   * @return an error of the environment stage
   */
  public static Diagnostic diagnostic(IOException trouble) {
    return switch (trouble) {
      case DiskException disk -> diagnostic(disk);
      case OutOfMemoryException memory -> diagnostic(memory);
      case IOException other ->
          Diagnostic.error(
                  DiagnosticCode.FILE_FAILED,
                  Location.of(Artifact.ENVIRONMENT, ""),
                  String.valueOf(other.getMessage()))
              .advice("check the disk, then run the command again");
    };
  }

  /** Whether a file changed while it was read. */
  public static boolean isChange(IOException trouble) {
    return trouble instanceof DiskException disk && disk.trouble() == DiskException.Trouble.CHANGED;
  }

  private static Diagnostic diagnostic(OutOfMemoryException memory) {
    long heap = inMebibytes(Runtime.getRuntime().maxMemory());
    Diagnostic fault =
        Diagnostic.error(
            DiagnosticCode.OUT_OF_MEMORY,
            Location.of(Artifact.ENVIRONMENT, ""),
            memory
                .need()
                .map(need ->
                    "\""
                        + need.asset()
                        + "\" needs up to "
                        + inMebibytes(need.bytes())
                        + " MiB of memory; Java has "
                        + heap
                        + " MiB for everything")
                .orElse("the " + heap + " MiB of memory that Java has are too few"));
    return memory
        .need()
        .map(need -> fault.found(need.asset()).limit(heap + " MiB"))
        .orElse(fault)
        .advice(
            "give Java more memory (PAPACK_HEAP=1g), then run the command again; what was published"
                + " is unchanged");
  }

  private static long inMebibytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20);
  }

  /** Files of a workspace are named by their paths in it, and its own folder has none. */
  private static String named(String path) {
    return path.isEmpty() ? "the folder of the workspace" : "\"" + path + "\"";
  }

  private static Diagnostic diagnostic(DiskException disk) {
    Location place = Location.of(Artifact.ENVIRONMENT, disk.path());
    String message = named(disk.path()) + ": " + disk.reason();
    return switch (disk.trouble()) {
      case NO_SPACE ->
          Diagnostic.error(DiagnosticCode.DISK_FULL, place, message)
              .advice(
                  "free some space, then run the command again; what was published is unchanged");
      case NOT_PERMITTED ->
          Diagnostic.error(DiagnosticCode.PERMISSION, place, message)
              .advice("change the permissions, then run the command again");
      case READ_ONLY ->
          Diagnostic.error(DiagnosticCode.PERMISSION, place, message)
              .fix(
                  Fix.request(
                      "mount it so that it can be written; a build can also publish in another"
                          + " folder",
                      Fix.RequestChange.OUTPUT));
      case CHANGED ->
          Diagnostic.error(DiagnosticCode.FILE_CHANGED, place, message)
              .advice("run the command again when no other program writes the file");
      case IN_USE ->
          Diagnostic.error(DiagnosticCode.FILE_IN_USE, place, message)
              .advice("close the program that has the file open, then run the command again");
      case TOO_MANY_OPEN ->
          Diagnostic.error(DiagnosticCode.TOO_MANY_OPEN_FILES, place, message)
              .advice(
                  "close other programs, or allow more open files (ulimit -n), then run the command"
                      + " again");
      case MISSING, EXISTS, WRONG_TYPE, INTERRUPTED, OTHER ->
          Diagnostic.error(DiagnosticCode.FILE_FAILED, place, message)
              .advice("check the file, then run the command again");
    };
  }
}
