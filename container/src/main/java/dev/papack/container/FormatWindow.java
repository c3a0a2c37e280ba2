package dev.papack.container;

/**
 * A support window: the versions of one format that are read.
 *
 * @param oldest the oldest readable version, at least 1
 * @param newest the newest readable version, which is also the one that is written
 */
public record FormatWindow(int oldest, int newest) {
  /**
   * Refuses an empty window.
   *
   * @throws IllegalArgumentException naming both ends
   */
  public FormatWindow {
    if (oldest < 1 || newest < oldest) {
      throw new IllegalArgumentException("no version is in " + oldest + ".." + newest);
    }
  }

  @Override
  public String toString() {
    return oldest == newest ? Integer.toString(oldest) : oldest + ".." + newest;
  }
}
