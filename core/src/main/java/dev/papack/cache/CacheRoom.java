package dev.papack.cache;

/**
 * Whether there is memory to remember a build. A build alone needs less for each asset than the
 * cache of the last one and that of this one do together; so in a small heap a large workspace is
 * built from nothing rather than not at all.
 */
public enum CacheRoom {
  ENOUGH,
  TOO_LITTLE;

  /** Of both caches, and of what is known of the sources: measured, and rounded up. */
  private static final long BYTES_OF_AN_ASSET = 1_500;

  /** What a cache takes in memory for each byte of its file: measured, and rounded up. */
  private static final long BYTES_OF_A_FILE_BYTE = 4;

  /** The rest is for the build. */
  private static final int SHARE_OF_THE_HEAP = 3;

  /**
   * For a number of assets.
   *
   * @param heapBytes what Java may take at most
   */
  public static CacheRoom of(int assetCount, long heapBytes) {
    return assetCount * BYTES_OF_AN_ASSET <= heapBytes / SHARE_OF_THE_HEAP ? ENOUGH : TOO_LITTLE;
  }

  /**
   * For a cache that was written with more memory.
   *
   * @param fileBytes its length
   * @param heapBytes what Java may take at most
   */
  static CacheRoom ofFile(long fileBytes, long heapBytes) {
    return fileBytes * BYTES_OF_A_FILE_BYTE <= heapBytes / SHARE_OF_THE_HEAP ? ENOUGH : TOO_LITTLE;
  }
}
