package dev.papack.result;

/**
 * How many assets of the cache are converted again.
 *
 * @param count at least 1
 */
public record CacheSample(int count) {
  /** So many if nobody says another number. */
  public static final int USUAL_COUNT = 100;

  /** All of them. */
  public static final CacheSample ALL = new CacheSample(Integer.MAX_VALUE);

  /** The usual number. */
  public static final CacheSample USUAL = new CacheSample(USUAL_COUNT);

  /**
   * Refuses an empty sample.
   *
   * @throws IllegalArgumentException naming the number
   */
  public CacheSample {
    if (count < 1) {
      throw new IllegalArgumentException("sample of " + count);
    }
  }
}
