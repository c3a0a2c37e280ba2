package dev.papack.cli.kernel;

/** What the kernel answered. */
public sealed interface Confinement {
  /** The filter is in force, for every thread and until the process ends. */
  record InForce() implements Confinement {}

  /**
   * There is none.
   *
   * @param reason why, as part of a sentence
   */
  record Unavailable(String reason) implements Confinement {}
}
