package dev.papack.disk;

import dev.papack.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What a system call fails with, the exception that the JDK makes of it, and what papack says. */
public enum Errno {
  EIO("Input/output error", DiagnosticCode.FILE_FAILED),
  ENOSPC("No space left on device", DiagnosticCode.DISK_FULL),
  EDQUOT("Disk quota exceeded", DiagnosticCode.DISK_FULL),
  EROFS("Read-only file system", DiagnosticCode.PERMISSION),
  EACCES("Permission denied", DiagnosticCode.PERMISSION),
  EPERM("Operation not permitted", DiagnosticCode.PERMISSION),
  EXDEV("Invalid cross-device link", DiagnosticCode.FILE_FAILED),
  EBUSY("Device or resource busy", DiagnosticCode.FILE_FAILED),
  ETXTBSY("Text file busy", DiagnosticCode.FILE_FAILED),
  EMFILE("Too many open files", DiagnosticCode.TOO_MANY_OPEN_FILES);

  private final String text;
  private final DiagnosticCode code;

  Errno(String text, DiagnosticCode code) {
    this.text = text;
    this.code = code;
  }

  /** What the author is told. */
  public DiagnosticCode code() {
    return code;
  }

  /** As sun.nio.fs.UnixException makes it: a type of its own for EACCES, a text for the others. */
  IOException thrownByTheJdk(String path) {
    return this == EACCES
        ? new AccessDeniedException(path)
        : new FileSystemException(path, null, text);
  }

  /** As it comes through the port. */
  public DiskException at(String path) {
    return DiskException.of(path, thrownByTheJdk(path));
  }
}
