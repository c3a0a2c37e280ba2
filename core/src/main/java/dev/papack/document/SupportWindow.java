package dev.papack.document;

/**
 * The versions of one kind that this packer reads, inclusive.
 *
 * @param oldest the oldest readable version, at least 1
 * @param current the version that is written
 */
public record SupportWindow(int oldest, int current) {
  /**
   * Refuses an empty window.
   *
   * @throws IllegalArgumentException naming both ends
   */
  public SupportWindow {
    if (oldest < 1 || current < oldest) {
      throw new IllegalArgumentException("window " + oldest + ".." + current);
    }
  }

  @Override
  public String toString() {
    return oldest == current ? String.valueOf(current) : oldest + " to " + current;
  }
}
