package dev.papack.container;

/** The limits of a pack, inclusive, that its writer and its reader both enforce. */
public final class PackLimits {
  /** The shortest header JSON: an empty object, though no pack has it. */
  public static final long MIN_HEADER_BYTES = 2;

  /** The longest header JSON. */
  public static final long MAX_HEADER_BYTES = 64L << 20;

  /** The longest payload region. */
  public static final long MAX_PAYLOAD_BYTES = 64L << 30;

  /** The most entries of the asset table. */
  public static final int MAX_ENTRIES = 131_072;

  /** How deep containers of the header JSON may nest, the root being 1. */
  public static final int MAX_HEADER_DEPTH = 16;

  /** The longest asset name. */
  public static final int MAX_NAME_BYTES = 128;

  /** The highest preload slot; the lowest is 0. */
  public static final int MAX_SLOT = 255;

  private PackLimits() {}
}
