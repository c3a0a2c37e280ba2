package dev.papack.cli;

/** The command line is invalid in a way that only the command can detect. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
