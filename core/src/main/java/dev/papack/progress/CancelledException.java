package dev.papack.progress;

/** An operation was called off by its observer; nothing has changed. */
public final class CancelledException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An operation that its observer called off. */
  public CancelledException() {
    super("cancelled");
  }
}
