package dev.papack.media;

/**
 * What a decoder accepts at most, inclusive.
 *
 * @param name what is limited, with the name of the format: {@code PNG side}
 * @param most the number
 * @param unit what it counts
 */
public record FormatLimit(String name, long most, Unit unit) {
  /** What a limit counts. */
  public enum Unit {
    /** Pixels. */
    PIXELS,
    /** Things. */
    COUNT
  }
}
