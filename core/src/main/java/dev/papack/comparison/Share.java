package dev.papack.comparison;

/**
 * How many of the things that have the same number in both banks differ.
 *
 * @param different 0 to {@code compared}
 * @param compared how many numbers both banks have; 0 where the two cannot be compared
 */
public record Share(long different, long compared) {
  /** Nothing is comparable. */
  public static final Share NONE = new Share(0, 0);

  /**
   * Refuses more differences than things.
   *
   * @throws IllegalArgumentException naming both
   */
  public Share {
    if (different < 0 || different > compared) {
      throw new IllegalArgumentException(different + " of " + compared);
    }
  }
}
