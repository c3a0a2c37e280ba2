package dev.papack.asset;

/**
 * What an asset is, for ever: a random positive 31-bit number, drawn once and never used again.
 *
 * @param value 1 to 2,147,483,647
 */
public record AssetId(int value) implements Comparable<AssetId> {
  /**
   * Refuses numbers below 1.
   *
   * @throws IllegalArgumentException naming the number
   */
  public AssetId {
    if (value < 1) {
      throw new IllegalArgumentException("asset id " + value);
    }
  }

  @Override
  public int compareTo(AssetId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
