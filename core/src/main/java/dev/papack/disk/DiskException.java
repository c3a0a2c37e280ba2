package dev.papack.disk;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The machine's trouble with one file. */
public final class DiskException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble, as far as the system tells. */
  public enum Trouble {
    MISSING,
    EXISTS,
    NO_SPACE,
    NOT_PERMITTED,
    /** Nothing can be written in the whole file system. */
    READ_ONLY,
    /** A link or a special file where a file or folder was wanted. */
    WRONG_TYPE,
    /** The file is not what it was when it was looked at. */
    CHANGED,
    /** Another program has the file open, on a platform where that is in the way. */
    IN_USE,
    /** This process, or the machine, has as many files open as it may. */
    TOO_MANY_OPEN,
    /** The thread was interrupted: somebody wants it to stop. Its flag is still set. */
    INTERRUPTED,
    OTHER
  }

  /**
   * What a system's message tells.
   *
   * @param words a part of it, in lower case
   */
  private record Sign(String words, Trouble trouble) {}

  /** The first that is found counts. */
  private static final List<Sign> SIGNS =
      List.of(
          new Sign("no space left", Trouble.NO_SPACE),
          new Sign("quota exceeded", Trouble.NO_SPACE),
          new Sign("not enough space", Trouble.NO_SPACE),
          new Sign("read-only", Trouble.READ_ONLY),
          new Sign("write protected", Trouble.READ_ONLY),
          new Sign("permission denied", Trouble.NOT_PERMITTED),
          new Sign("not permitted", Trouble.NOT_PERMITTED),
          new Sign("symbolic link", Trouble.WRONG_TYPE),
          new Sign("not a directory", Trouble.WRONG_TYPE),
          new Sign("is a directory", Trouble.WRONG_TYPE),
          new Sign("too many open files", Trouble.TOO_MANY_OPEN),
          new Sign("no file descriptors available", Trouble.TOO_MANY_OPEN),
          new Sign("being used by another process", Trouble.IN_USE),
          new Sign("another process has locked", Trouble.IN_USE));

  private final Trouble trouble;
  private final String path;
  private final String reason;

  public DiskException(Trouble trouble, String path, String reason) {
    super(path + ": " + reason);
    this.trouble = trouble;
    this.path = path;
    this.reason = reason;
  }

  /** Wraps what the platform threw, whose own message often lacks the path. */
  static DiskException of(String path, IOException cause) {
    if (cause instanceof DiskException known) {
      return known;
    }
    DiskException wrapped = new DiskException(troubleOf(cause), path, reasonOf(cause));
    wrapped.initCause(cause);
    return wrapped;
  }

  /** Wraps a failure in the middle of a listing. */
  static DiskException of(String path, DirectoryIteratorException cause) {
    return of(path, Objects.requireNonNull(cause.getCause(), "it wraps an IOException"));
  }

  static DiskException readOnly(String path, ReadOnlyFileSystemException cause) {
    DiskException wrapped = new DiskException(Trouble.READ_ONLY, path, "Read-only file system");
    wrapped.initCause(cause);
    return wrapped;
  }

  /**
   * That the thread was interrupted while it waited.
   *
   * @param path what it was about
   */
  public static DiskException interrupted(String path) {
    return new DiskException(Trouble.INTERRUPTED, path, "interrupted");
  }

  public Trouble trouble() {
    return trouble;
  }

  /** The file, as messages name it. */
  public String path() {
    return path;
  }

  /** The system's reason, without the path. */
  public String reason() {
    return reason;
  }

  private static Trouble troubleOf(IOException cause) {
    return switch (cause) {
      case ClosedByInterruptException stopped -> Trouble.INTERRUPTED;
      case FileLockInterruptionException stopped -> Trouble.INTERRUPTED;
      // Whatever the interruption closed is closed for all that comes after.
      case ClosedChannelException closed when Thread.currentThread().isInterrupted() ->
          Trouble.INTERRUPTED;
      case NoSuchFileException missing -> Trouble.MISSING;
      case FileAlreadyExistsException exists -> Trouble.EXISTS;
      case AccessDeniedException denied -> Trouble.NOT_PERMITTED;
      case NotDirectoryException file -> Trouble.WRONG_TYPE;
      case IOException other -> troubleOf(reasonOf(other).toLowerCase(Locale.ROOT));
    };
  }

  /** Java has no type for these; the words of the C libraries and of Windows are the only sign. */
  private static Trouble troubleOf(String reason) {
    return SIGNS.stream()
        .filter(sign -> reason.contains(sign.words()))
        .map(Sign::trouble)
        .findFirst()
        .orElse(Trouble.OTHER);
  }

  private static String reasonOf(IOException cause) {
    if (cause instanceof FileSystemException detailed && detailed.getReason() != null) {
      return detailed.getReason();
    }
    return switch (cause) {
      case NoSuchFileException missing -> "No such file or directory";
      case FileAlreadyExistsException exists -> "File exists";
      case AccessDeniedException denied -> "Permission denied";
      case NotDirectoryException file -> "Not a directory";
      case IOException other -> String.valueOf(other.getMessage());
    };
  }
}
