package dev.papack.result;

/**
 * What the packer accepts at most (or at least, where the name says so), inclusive.
 *
 * @param name what is limited
 * @param value the number
 * @param unit what it counts
 */
public record Limit(String name, long value, Unit unit) {
  /** What a limit counts. */
  public enum Unit {
    /** Bytes. */
    BYTES,
    /** Pixels. */
    PIXELS,
    /** Frames of a sound. */
    FRAMES,
    /** Frames a second. */
    HERTZ,
    /** Things, characters, levels. */
    COUNT
  }
}
