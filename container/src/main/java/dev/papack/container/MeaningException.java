package dev.papack.container;

/**
 * A value that a pack cannot hold: what the constructors of this package refuse. Whoever builds a
 * pack made a mistake; the reader, which builds the same values from bytes, reports the fault
 * {@link PackFault.Stage#MEANING} instead.
 */
public final class MeaningException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The value that was refused. */
  private final String found;

  /** What would have been accepted. */
  private final String expected;

  MeaningException(String message, String found, String expected) {
    super(message);
    this.found = found;
    this.expected = expected;
  }

  /** A value of a named member that is outside its range. */
  static MeaningException outside(String name, long found, String expected) {
    return new MeaningException(
        name + " " + found + " is not " + expected, Long.toString(found), expected);
  }

  /**
   * The value that was refused.
   *
   * @return a number or a name
   */
  public String found() {
    return found;
  }

  /**
   * What would have been accepted.
   *
   * @return a number, a name or a range
   */
  public String expected() {
    return expected;
  }
}
