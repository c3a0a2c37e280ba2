package dev.papack.cli;

/** The command line is wrong in a way that only the command can see. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
