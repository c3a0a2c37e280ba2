package dev.papack.cli.kernel;

/** What came of asking the kernel. */
public sealed interface Confinement {
  /** The filter is in force, for every thread and until the process ends. */
  record InForce() implements Confinement {}

  /**
   * There is none.
   *
   * @param reason why, as a part of a sentence
   */
  record Unavailable(String reason) implements Confinement {}
}
