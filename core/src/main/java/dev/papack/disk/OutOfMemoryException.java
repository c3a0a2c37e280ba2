package dev.papack.disk;

import java.io.IOException;
import java.util.Optional;

/** Java's heap is too small for what is to be done: the trouble of whoever owns the machine. */
public final class OutOfMemoryException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Need> need;

  /**
   * What could not be had.
   *
   * @param asset for which asset, by its name or its file
   * @param bytes how much memory it needs at most, as its header says
   */
  public record Need(String asset, long bytes) {}

  /** An asset that did not fit. */
  public OutOfMemoryException(Need need) {
    this(Optional.of(need));
  }

  /** Something else, which has no header to tell how much it needs. */
  public OutOfMemoryException() {
    this(Optional.empty());
  }

  private OutOfMemoryException(Optional<Need> need) {
    super("out of memory");
    this.need = need;
  }

  /** What did not fit, if it is known. */
  public Optional<Need> need() {
    return need;
  }
}
