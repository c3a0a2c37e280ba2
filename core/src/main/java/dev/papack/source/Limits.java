package dev.papack.source;

/** What the packer accepts at most, inclusive. {@code papack limits} prints them. */
public final class Limits {
  public static final int DECLARATION_BYTES = 16 << 20;
  public static final int COMPANION_BYTES = 128 << 20;
  public static final int INDEX_BYTES = 64 << 20;
  public static final int JOURNAL_BYTES = 128 << 20;
  public static final int BUILD_CACHE_BYTES = 512 << 20;
  public static final int LOCK_OWNER_BYTES = 4 << 10;

  /** Of one pattern, so that matching takes time in proportion to the path alone. */
  public static final int PATTERN_BYTES = 256;

  /** Of one workspace. */
  public static final int PATTERNS = 1_000;

  public static final int IGNORE_BYTES = 1 << 20;

  public static final int BUDGETS_BYTES = 1 << 20;

  /** Of one workspace. */
  public static final int BUDGETS = 1_000;

  public static final int JSON_DEPTH = 32;
  public static final int JSON_STRING_BYTES = 64 << 10;
  public static final int JSON_NAME_BYTES = 256;
  public static final int JSON_NUMBER_CHARS = 1_000;

  /** Values of one document, so that its tree stays within some hundred megabytes. */
  public static final int JSON_VALUES = 4 << 20;

  public static final long SOURCE_BYTES = 1L << 30;
  public static final int ASSETS = 131_072;
  public static final int PNG_SIDE_PIXELS = 16_384;
  public static final int PNG_PIXELS = 64 << 20;
  public static final int PNG_CHUNKS = 10_000;

  /** Of one frame of an animation: while frames are put together, one is kept in full colour. */
  public static final int CANVAS_PIXELS = 16 << 20;

  /** As many as a bank may have tiles. */
  public static final int FRAMES = 65_536;

  public static final int SOUND_FRAMES = 256 << 20;
  public static final int SOUND_MIN_SAMPLE_RATE_HZ = 1_000;
  public static final int SOUND_MAX_SAMPLE_RATE_HZ = 768_000;

  private Limits() {}
}
