package dev.papack.document;

/**
 * The versions of one kind that this packer reads, inclusive.
 *
 * @param oldest the oldest readable version, at least 1
 * @param current the version that is written
 */
public record SupportWindow(int oldest, int current) {
  /**
   * Refuses an empty window, and one that has left behind a version it still owes: the current
   * version and the two before it are always read.
   *
   * @throws IllegalArgumentException naming both ends
   */
  public SupportWindow {
    if (oldest < 1 || current < oldest) {
      throw new IllegalArgumentException("window " + oldest + ".." + current);
    }
    if (oldest > Math.max(1, current - 2)) {
      throw new IllegalArgumentException(
          "window "
              + oldest
              + ".."
              + current
              + " lacks one of the two versions before the current: keep their structures and steps");
    }
  }

  /** As a part of a sentence: {@code version 1}, or {@code versions 1 to 3}. */
  public String inWords() {
    return (oldest == current ? "version " : "versions ") + this;
  }

  @Override
  public String toString() {
    return oldest == current ? String.valueOf(current) : oldest + " to " + current;
  }
}
